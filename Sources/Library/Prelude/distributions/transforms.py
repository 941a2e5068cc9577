# torch.distributions.transforms (torch.distributions): invertible functions that turn one distribution into another.
import math
import torch
import torch.nn.functional as F


class Transform:
    """An invertible function; `event_dim` says over how many last dimensions it acts at once."""

    bijective = True
    event_dim = 0
    sign = 1

    def __call__(self, x):
        raise NotImplementedError

    def _inverse(self, y):
        raise NotImplementedError

    def log_abs_det_jacobian(self, x, y):
        """The logarithm of |dy/dx|."""
        raise NotImplementedError

    @property
    def inv(self):
        """The inverse function."""
        return _InverseTransform(self)

    def forward_shape(self, shape):
        """The shape of the result for an argument of this shape."""
        return shape

    def inverse_shape(self, shape):
        """The shape of the argument for a result of this shape."""
        return shape

    def __repr__(self):
        return type(self).__name__ + "()"


class _InverseTransform(Transform):
    def __init__(self, transform):
        self._transform = transform
        self.event_dim = transform.event_dim

    def __call__(self, x):
        return self._transform._inverse(x)

    def _inverse(self, y):
        return self._transform(y)

    def log_abs_det_jacobian(self, x, y):
        return -self._transform.log_abs_det_jacobian(y, x)

    @property
    def inv(self):
        return self._transform

    def __repr__(self):
        return f"_InverseTransform({self._transform!r})"


class ComposeTransform(Transform):
    """Several transforms, one after the other."""

    def __init__(self, parts, cache_size=0):
        self.parts = list(parts)
        self.event_dim = max((part.event_dim for part in self.parts), default=0)

    def __call__(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def _inverse(self, y):
        for part in reversed(self.parts):
            y = part._inverse(y)
        return y

    def log_abs_det_jacobian(self, x, y):
        total = 0.0
        for part in self.parts:
            y = part(x)
            total = total + _summed(part.log_abs_det_jacobian(x, y), self.event_dim - part.event_dim)
            x = y
        return total

    def __repr__(self):
        return "ComposeTransform(\n    " + ",\n    ".join(repr(part) for part in self.parts) + "\n)"


class ExpTransform(Transform):
    """exp(x)"""

    def __call__(self, x):
        return x.exp()

    def _inverse(self, y):
        return y.log()

    def log_abs_det_jacobian(self, x, y):
        return x


class PowerTransform(Transform):
    """x to a power, for positive x."""

    def __init__(self, exponent, cache_size=0):
        self.exponent = exponent if isinstance(exponent, torch.Tensor) else torch.tensor(exponent)

    def __call__(self, x):
        return x.pow(self.exponent)

    def _inverse(self, y):
        return y.pow(1 / self.exponent)

    def log_abs_det_jacobian(self, x, y):
        return (self.exponent * y / x).abs().log()


class SigmoidTransform(Transform):
    """1 / (1 + exp(-x))"""

    def __call__(self, x):
        finfo = torch.finfo(x.dtype)
        return torch.sigmoid(x).clamp(min=finfo.tiny, max=1.0 - finfo.eps)

    def _inverse(self, y):
        finfo = torch.finfo(y.dtype)
        y = y.clamp(min=finfo.tiny, max=1.0 - finfo.eps)
        return y.log() - (-y).log1p()

    def log_abs_det_jacobian(self, x, y):
        return -F.softplus(-x) - F.softplus(x)


class SoftplusTransform(Transform):
    """log(1 + exp(x))"""

    def __call__(self, x):
        return F.softplus(x)

    def _inverse(self, y):
        return (-y).expm1().neg().log() + y

    def log_abs_det_jacobian(self, x, y):
        return -F.softplus(-x)


class TanhTransform(Transform):
    """tanh(x)"""

    def __call__(self, x):
        return x.tanh()

    def _inverse(self, y):
        return torch.atanh(y)

    def log_abs_det_jacobian(self, x, y):
        return 2.0 * (math.log(2.0) - x - F.softplus(-2.0 * x))


class AbsTransform(Transform):
    """|x|, which has no inverse but takes the positive one."""

    bijective = False

    def __call__(self, x):
        return x.abs()

    def _inverse(self, y):
        return y


class AffineTransform(Transform):
    """loc + scale * x"""

    def __init__(self, loc, scale, event_dim=0, cache_size=0):
        self.loc = loc
        self.scale = scale
        self.event_dim = event_dim

    def __call__(self, x):
        return self.loc + self.scale * x

    def _inverse(self, y):
        return (y - self.loc) / self.scale

    def log_abs_det_jacobian(self, x, y):
        if isinstance(self.scale, torch.Tensor):
            slopes = torch.abs(self.scale).log().expand(x.shape)
        else:
            slopes = torch.full_like(x, math.log(abs(self.scale)))
        return _summed(slopes, self.event_dim)


class SoftmaxTransform(Transform):
    """softmax over the last dimension, which has no inverse but takes the logarithm."""

    bijective = False
    event_dim = 1

    def __call__(self, x):
        return F.softmax(x, -1)

    def _inverse(self, y):
        return y.log()


class StickBreakingTransform(Transform):
    """K numbers to K + 1 shares of 1, each a part of what the ones before it left."""

    event_dim = 1

    def __call__(self, x):
        left = (x.shape[-1] + 1 - x.new_ones(x.shape[-1]).cumsum(-1)).log()
        z = torch.sigmoid(x - left)
        return F.pad(z, (0, 1), value=1) * F.pad((1 - z).cumprod(-1), (1, 0), value=1)

    def _inverse(self, y):
        head = y[..., :-1]
        left = y.shape[-1] - y.new_ones(head.shape[-1]).cumsum(-1)
        rest = (1 - head.cumsum(-1)).clamp(min=torch.finfo(y.dtype).tiny)
        return head.log() - rest.log() + left.log()

    def log_abs_det_jacobian(self, x, y):
        left = (x.shape[-1] + 1 - x.new_ones(x.shape[-1]).cumsum(-1)).log()
        x = x - left
        return (-x + F.logsigmoid(x) + y[..., :-1].log()).sum(-1)

    def forward_shape(self, shape):
        return tuple(shape[:-1]) + (shape[-1] + 1,)

    def inverse_shape(self, shape):
        return tuple(shape[:-1]) + (shape[-1] - 1,)


identity_transform = ComposeTransform([])


def _summed(value, dims):
    for _ in range(dims):
        value = value.sum(-1)
    return value
