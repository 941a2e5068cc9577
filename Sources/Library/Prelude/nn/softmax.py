# torch.nn.modules.activation (torch.nn, torch.nn.modules): the softmax family as modules.
import torch.nn.functional as F
from torch.nn.modules.module import Module


def _check_dim(dim):
    """Refuses a dimension that is no number."""
    if dim is not None and not isinstance(dim, int):
        raise TypeError(f"dim must be an int or None, got {type(dim)}")


class Softmax(Module):
    """exp(x) divided by its sum along a dimension."""

    def __init__(self, dim=None):
        super().__init__()
        _check_dim(dim)
        self.dim = dim

    def forward(self, input):
        return F.softmax(input, self.dim, 5)

    def extra_repr(self):
        return f"dim={self.dim}"


class Softmin(Module):
    """Softmax of -x."""

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def forward(self, input):
        return F.softmin(input, self.dim, 5)

    def extra_repr(self):
        return f"dim={self.dim}"


class LogSoftmax(Module):
    """The logarithm of Softmax, without overflow."""

    def __init__(self, dim=None):
        super().__init__()
        _check_dim(dim)
        self.dim = dim

    def forward(self, input):
        return F.log_softmax(input, self.dim, 5)

    def extra_repr(self):
        return f"dim={self.dim}"


class Softmax2d(Module):
    """Softmax over the channels of an image."""

    def forward(self, input):
        if input.dim() not in (3, 4):
            raise ValueError(f"Softmax2d: expected input to be 3D or 4D, got {input.dim()}D instead")
        return F.softmax(input, -3, 5)
