# torch.distributions.distribution (torch.distributions): Distribution, what all distributions share.
import copy
import torch
from torch.distributions import constraints


class Distribution:
    """A distribution over batches (batch_shape) of events (event_shape).

    `arg_constraints` says what its parameters must satisfy, `support` where its samples lie."""

    arg_constraints = {}
    has_rsample = False
    _validate = True

    def __init__(self, batch_shape=torch.Size(), event_shape=torch.Size(), validate_args=None):
        self._batch_shape = torch.Size(batch_shape)
        self._event_shape = torch.Size(event_shape)
        if validate_args is not None:
            self._validate = validate_args
        if self._validate:
            self._check_parameters()

    def _check_parameters(self):
        for name, constraint in self.arg_constraints.items():
            if name not in self.__dict__:
                continue
            value = getattr(self, name)
            if not constraint.check(value).all():
                raise ValueError(
                    f"Expected parameter {name} (Tensor of shape {tuple(value.shape)}) of distribution {self!r} to "
                    f"satisfy the constraint {constraint!r}, but found invalid values:\n{value}"
                )

    @staticmethod
    def set_default_validate_args(value):
        """Says whether distributions check their parameters and values unless told otherwise."""
        Distribution._validate = value

    @property
    def batch_shape(self):
        return self._batch_shape

    @property
    def event_shape(self):
        return self._event_shape

    @property
    def support(self):
        return None

    @property
    def mean(self):
        raise NotImplementedError

    @property
    def mode(self):
        raise NotImplementedError(f"{type(self)} does not implement mode")

    @property
    def variance(self):
        raise NotImplementedError

    @property
    def stddev(self):
        return self.variance.sqrt()

    def sample(self, sample_shape=torch.Size()):
        """Draws samples of shape sample_shape + batch_shape + event_shape, without gradients."""
        with torch.no_grad():
            return self.rsample(sample_shape)

    def rsample(self, sample_shape=torch.Size()):
        """Draws samples through which gradients reach the parameters."""
        raise NotImplementedError

    def sample_n(self, n):
        """n samples."""
        return self.sample(torch.Size((n,)))

    def log_prob(self, value):
        """The logarithm of the density or probability at a value."""
        raise NotImplementedError

    def entropy(self):
        """The entropy in nats, for each member of the batch."""
        raise NotImplementedError

    def cdf(self, value):
        """The probability of a smaller sample."""
        raise NotImplementedError

    def icdf(self, value):
        """The value whose cdf is given."""
        raise NotImplementedError

    def enumerate_support(self, expand=True):
        """All values of a discrete distribution."""
        raise NotImplementedError

    def expand(self, batch_shape, _instance=None):
        """The same distribution over a larger batch."""
        other = copy.copy(self)
        for name, value in self.__dict__.items():
            if isinstance(value, torch.Tensor) and name in self.arg_constraints:
                own = value.shape[len(self._batch_shape) :]
                other.__dict__[name] = value.expand(tuple(batch_shape) + tuple(own))
            elif isinstance(value, Distribution):
                other.__dict__[name] = value.expand(batch_shape)
        other._batch_shape = torch.Size(batch_shape)
        return other

    def perplexity(self):
        """exp(entropy)."""
        return torch.exp(self.entropy())

    def _extended_shape(self, sample_shape=torch.Size()):
        return torch.Size(tuple(sample_shape) + tuple(self._batch_shape) + tuple(self._event_shape))

    def _validate_sample(self, value):
        if not self._validate:
            return
        if not isinstance(value, torch.Tensor):
            raise ValueError("The value argument to log_prob must be a Tensor")
        support = self.support
        if support is not None and not support.check(value).all():
            raise ValueError(
                f"Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be within the "
                f"support ({support!r}) of the distribution {self!r}, but found invalid values:\n{value}"
            )

    def __repr__(self):
        texts = []
        for name in self.arg_constraints:
            if name in self.__dict__:
                value = self.__dict__[name]
                texts.append(f"{name}: {value.item() if value.numel() == 1 else value.size()}")
        return f"{type(self).__name__}({', '.join(texts)})"


class EitherParameter(Distribution):
    """A distribution given by probs or by logits; the other is computed when it is first asked for, and kept."""

    def __getattr__(self, name):
        given = {"logits": "probs", "probs": "logits"}.get(name)
        if given is None or given not in self.__dict__:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        with torch.enable_grad():
            value = self.__dict__[given]
            self.__dict__[name] = self._logits_of(value) if name == "logits" else self._probs_of(value)
        return self.__dict__[name]


def as_batch(*values):
    """Numbers and tensors broadcast to one shape."""
    default = torch.get_default_dtype()
    tensors = [value if isinstance(value, torch.Tensor) else torch.tensor(value, dtype=default) for value in values]
    return torch.broadcast_tensors(*tensors)


class Independent(Distribution):
    """Another distribution whose last batch dimensions count as part of the event."""

    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        shape = base_distribution.batch_shape
        if reinterpreted_batch_ndims > len(shape):
            raise ValueError(
                "Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual "
                f"{reinterpreted_batch_ndims} vs {len(shape)}"
            )
        self.base_dist = base_distribution
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims
        cut = len(shape) - reinterpreted_batch_ndims
        super().__init__(shape[:cut], shape[cut:] + base_distribution.event_shape, validate_args)

    @property
    def has_rsample(self):
        return self.base_dist.has_rsample

    @property
    def mean(self):
        return self.base_dist.mean

    @property
    def mode(self):
        return self.base_dist.mode

    @property
    def variance(self):
        return self.base_dist.variance

    def sample(self, sample_shape=torch.Size()):
        return self.base_dist.sample(sample_shape)

    def rsample(self, sample_shape=torch.Size()):
        return self.base_dist.rsample(sample_shape)

    def _summed(self, value):
        for _ in range(self.reinterpreted_batch_ndims):
            value = value.sum(-1)
        return value

    def log_prob(self, value):
        return self._summed(self.base_dist.log_prob(value))

    def entropy(self):
        return self._summed(self.base_dist.entropy())

    def __repr__(self):
        return f"Independent({self.base_dist}, {self.reinterpreted_batch_ndims})"
