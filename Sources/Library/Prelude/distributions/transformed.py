# torch.distributions.transformed_distribution (torch.distributions): TransformedDistribution and distributions made by it.
import math
import torch
from torch.distributions import constraints
from torch.distributions.continuous import Cauchy, Exponential, Normal, Uniform
from torch.distributions.distribution import Distribution, as_batch
from torch.distributions.transforms import (
    AbsTransform, AffineTransform, ComposeTransform, ExpTransform, PowerTransform, StickBreakingTransform,
    Transform,
)


class TransformedDistribution(Distribution):
    """What transforms make of the samples of a base distribution."""

    def __init__(self, base_distribution, transforms, validate_args=None):
        if isinstance(transforms, Transform):
            transforms = [transforms]
        elif not isinstance(transforms, list) or not all(isinstance(part, Transform) for part in transforms):
            raise ValueError(f"transforms must be a Transform or list, but was {transforms}")
        self.base_dist = base_distribution
        self.transforms = transforms
        shape = tuple(base_distribution.batch_shape) + tuple(base_distribution.event_shape)
        for transform in transforms:
            shape = transform.forward_shape(shape)
        event_dim = max([len(base_distribution.event_shape)] + [part.event_dim for part in transforms])
        cut = len(shape) - event_dim
        super().__init__(shape[:cut], shape[cut:], validate_args)

    @property
    def has_rsample(self):
        return self.base_dist.has_rsample

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return self._forward(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape=torch.Size()):
        return self._forward(self.base_dist.rsample(sample_shape))

    def _forward(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x

    def log_prob(self, value):
        self._validate_sample(value)
        event_dim = len(self._event_shape)
        total, y = 0.0, value
        for transform in reversed(self.transforms):
            x = transform._inverse(y)
            slope = transform.log_abs_det_jacobian(x, y)
            for _ in range(event_dim - transform.event_dim):
                slope = slope.sum(-1)
            total = total - slope
            y = x
        inner = self.base_dist.log_prob(y)
        for _ in range(event_dim - len(self.base_dist.event_shape)):
            inner = inner.sum(-1)
        return total + inner

    def cdf(self, value):
        """The probability of a smaller sample, for transforms that rise."""
        for transform in reversed(self.transforms):
            value = transform._inverse(value)
        return self.base_dist.cdf(value)

    def icdf(self, value):
        """The value whose cdf is given."""
        return self._forward(self.base_dist.icdf(value))

    def __repr__(self):
        return f"{type(self).__name__}()" if not self.arg_constraints else super().__repr__()


class Gumbel(TransformedDistribution):
    """The distribution of largest values."""

    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
    support = constraints.real

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = as_batch(loc, scale)
        finfo = torch.finfo(self.loc.dtype)
        base = Uniform(torch.full_like(self.loc, finfo.tiny), torch.full_like(self.loc, 1 - finfo.eps), validate_args)
        negative = AffineTransform(loc=0, scale=-torch.ones_like(self.scale))
        parts = [ExpTransform().inv, negative, ExpTransform().inv, AffineTransform(self.loc, -self.scale)]
        super().__init__(base, parts, validate_args)

    @property
    def mean(self):
        return self.loc + self.scale * 0.57721566490153286060

    @property
    def mode(self):
        return self.loc

    @property
    def stddev(self):
        return (math.pi / math.sqrt(6)) * self.scale

    @property
    def variance(self):
        return self.stddev.pow(2)

    def log_prob(self, value):
        self._validate_sample(value)
        y = (self.loc - value) / self.scale
        return (y - y.exp()) - self.scale.log()

    def entropy(self):
        return self.scale.log() + (1 + 0.57721566490153286060)


class LogisticNormal(TransformedDistribution):
    """Shares of 1 made of a normal vector with one number less."""

    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
    support = constraints.simplex

    def __init__(self, loc, scale, validate_args=None):
        base = Normal(loc, scale, validate_args)
        if not base.batch_shape:
            base = base.expand([1])
        super().__init__(base, StickBreakingTransform(), validate_args)

    @property
    def loc(self):
        return self.base_dist.loc

    @property
    def scale(self):
        return self.base_dist.scale


class _HalfDistribution(TransformedDistribution):
    """|x| of a sample of a distribution that is symmetric around 0: twice its density, on one side."""

    arg_constraints = {"scale": constraints.positive}
    support = constraints.nonnegative

    def __init__(self, whole, validate_args=None):
        super().__init__(whole, AbsTransform(), validate_args)

    @property
    def scale(self):
        return self.base_dist.scale

    @property
    def mode(self):
        return torch.zeros_like(self.scale)

    def log_prob(self, value):
        self._validate_sample(value)
        log_prob = self.base_dist.log_prob(value) + math.log(2)
        return torch.where(value >= 0, log_prob, -math.inf)

    def cdf(self, value):
        return 2 * self.base_dist.cdf(value) - 1

    def icdf(self, value):
        return self.base_dist.icdf((value + 1) / 2)

    def entropy(self):
        return self.base_dist.entropy() - math.log(2)


class HalfNormal(_HalfDistribution):
    """|x| of a normal sample around 0."""

    def __init__(self, scale, validate_args=None):
        super().__init__(Normal(0, scale, False), validate_args)

    @property
    def mean(self):
        return self.scale * math.sqrt(2 / math.pi)

    @property
    def variance(self):
        return self.scale.pow(2) * (1 - 2 / math.pi)


class HalfCauchy(_HalfDistribution):
    """|x| of a Cauchy sample around 0."""

    def __init__(self, scale, validate_args=None):
        super().__init__(Cauchy(0, scale, False), validate_args)

    @property
    def mean(self):
        return torch.full(self._extended_shape(), math.inf, dtype=self.scale.dtype)

    @property
    def variance(self):
        return self.base_dist.variance


class Weibull(TransformedDistribution):
    """Waiting times whose rate grows or falls with a power of time."""

    arg_constraints = {"scale": constraints.positive, "concentration": constraints.positive}
    support = constraints.positive

    def __init__(self, scale, concentration, validate_args=None):
        self.scale, self.concentration = as_batch(scale, concentration)
        base = Exponential(torch.ones_like(self.scale), validate_args)
        parts = [PowerTransform(self.concentration.reciprocal()), AffineTransform(0, self.scale)]
        super().__init__(base, parts, validate_args)

    @property
    def mean(self):
        return self.scale * torch.exp(torch.lgamma(1 + self.concentration.reciprocal()))

    @property
    def mode(self):
        inverse = self.concentration.reciprocal()
        return self.scale * ((self.concentration - 1) * inverse).clamp(min=0) ** inverse

    @property
    def variance(self):
        inverse = self.concentration.reciprocal()
        return self.scale.pow(2) * (
            torch.exp(torch.lgamma(1 + 2 * inverse)) - torch.exp(2 * torch.lgamma(1 + inverse))
        )

    def entropy(self):
        inverse = self.concentration.reciprocal()
        return 0.57721566490153286060 * (1 - inverse) + torch.log(self.scale * inverse) + 1


class Pareto(TransformedDistribution):
    """A power law above scale."""

    arg_constraints = {"alpha": constraints.positive, "scale": constraints.positive}

    def __init__(self, scale, alpha, validate_args=None):
        self.scale, self.alpha = as_batch(scale, alpha)
        base = Exponential(self.alpha, validate_args)
        super().__init__(base, [ExpTransform(), AffineTransform(0, self.scale)], validate_args)

    @property
    def mean(self):
        a = self.alpha.clamp(min=1)
        return a * self.scale / (a - 1)

    @property
    def mode(self):
        return self.scale

    @property
    def variance(self):
        a = self.alpha.clamp(min=2)
        return self.scale.pow(2) * a / ((a - 1).pow(2) * (a - 2))

    @property
    def support(self):
        return constraints.greater_than_eq(self.scale)

    def entropy(self):
        return (self.scale / self.alpha).log() + (1 + self.alpha.reciprocal())


class Kumaraswamy(TransformedDistribution):
    """A distribution on the unit interval with a closed form."""

    arg_constraints = {"concentration1": constraints.positive, "concentration0": constraints.positive}
    support = constraints.unit_interval

    def __init__(self, concentration1, concentration0, validate_args=None):
        self.concentration1, self.concentration0 = as_batch(concentration1, concentration0)
        base = Uniform(torch.zeros_like(self.concentration0), torch.ones_like(self.concentration0), validate_args)
        parts = [
            PowerTransform(self.concentration0.reciprocal()),
            AffineTransform(1.0, -1.0),
            PowerTransform(self.concentration1.reciprocal()),
        ]
        super().__init__(base, parts, validate_args)

    def _moment(self, n):
        a, b = self.concentration1, self.concentration0
        first = 1 + n / a
        return torch.exp(torch.log(b) + torch.lgamma(first) + torch.lgamma(b) - torch.lgamma(first + b))

    @property
    def mean(self):
        return self._moment(1)

    @property
    def mode(self):
        a, b = self.concentration1, self.concentration0
        inside = torch.log((a - 1) / (a * b - 1)) / a
        return torch.where((a < 1) | (b < 1), float("nan"), inside.exp())

    @property
    def variance(self):
        return self._moment(2) - self.mean.pow(2)

    def entropy(self):
        a, b = 1 - self.concentration1.reciprocal(), 1 - self.concentration0.reciprocal()
        harmonic = torch.digamma(self.concentration0 + 1) + 0.57721566490153286060
        return b + a * harmonic - torch.log(self.concentration1) - torch.log(self.concentration0)
