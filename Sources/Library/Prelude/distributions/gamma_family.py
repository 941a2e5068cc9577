# torch.distributions.gamma_family (torch.distributions): distributions made of gamma numbers.
import math
import torch
from torch.distributions import constraints
from torch.distributions.continuous import Gamma
from torch.distributions.distribution import Distribution, EitherParameter, as_batch


class Chi2(Gamma):
    """The sum of the squares of df standard normal numbers."""

    arg_constraints = {"df": constraints.positive}

    def __init__(self, df, validate_args=None):
        (df,) = as_batch(df)
        super().__init__(0.5 * df, 0.5, validate_args)

    @property
    def df(self):
        return self.concentration * 2

    def __repr__(self):
        return "Chi2()"


class InverseGamma(Distribution):
    """One over a gamma sample."""

    arg_constraints = {"concentration": constraints.positive, "rate": constraints.positive}
    support = constraints.positive
    has_rsample = True

    def __init__(self, concentration, rate, validate_args=None):
        self._gamma = Gamma(concentration, rate, validate_args)
        super().__init__(self._gamma.batch_shape, validate_args=validate_args)

    @property
    def concentration(self):
        return self._gamma.concentration

    @property
    def rate(self):
        return self._gamma.rate

    @property
    def mean(self):
        return torch.where(self.concentration > 1, self.rate / (self.concentration - 1), torch.inf)

    @property
    def mode(self):
        return self.rate / (self.concentration + 1)

    @property
    def variance(self):
        a = self.concentration
        value = self.rate.square() / ((a - 1).square() * (a - 2))
        return torch.where(a > 2, value, torch.inf)

    def rsample(self, sample_shape=torch.Size()):
        return self._gamma.rsample(sample_shape).reciprocal()

    def cdf(self, value):
        """The probability of a smaller sample."""
        return 1 - self._gamma.cdf(value.reciprocal())

    def log_prob(self, value):
        self._validate_sample(value)
        return self._gamma.log_prob(value.reciprocal()) - 2 * value.log()

    def entropy(self):
        a = self.concentration
        return a + self.rate.log() + a.lgamma() - (1 + a) * a.digamma()


class StudentT(Distribution):
    """A normal number over the root of a mean of squares of df others."""

    arg_constraints = {"df": constraints.positive, "loc": constraints.real, "scale": constraints.positive}
    support = constraints.real
    has_rsample = True

    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        self.df, self.loc, self.scale = as_batch(df, loc, scale)
        self._chi2 = Chi2(self.df)
        super().__init__(self.df.shape, validate_args=validate_args)

    @property
    def mean(self):
        return torch.where(self.df > 1, self.loc, torch.nan)

    @property
    def mode(self):
        return self.loc

    @property
    def variance(self):
        finite = self.scale.pow(2) * self.df / (self.df - 2)
        return torch.where(self.df > 2, finite, torch.where(self.df > 1, torch.inf, torch.nan))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended_shape(sample_shape)
        x = torch.normal(torch.zeros(shape, dtype=self.df.dtype), torch.ones(shape, dtype=self.df.dtype))
        z = self._chi2.rsample(sample_shape)
        return self.loc + self.scale * (x * torch.rsqrt(z / self.df))

    def entropy(self):
        half = 0.5 * self.df
        log_beta = torch.lgamma(half) + math.lgamma(0.5) - torch.lgamma(0.5 + half)
        growth = 0.5 * (self.df + 1) * (torch.digamma(0.5 * (self.df + 1)) - torch.digamma(half))
        return self.scale.log() + growth + 0.5 * self.df.log() + log_beta

    def log_prob(self, value):
        self._validate_sample(value)
        y = (value - self.loc) / self.scale
        scaling = (
            self.scale.log()
            + 0.5 * self.df.log()
            + 0.5 * math.log(math.pi)
            + torch.lgamma(0.5 * self.df)
            - torch.lgamma(0.5 * (self.df + 1.0))
        )
        return -0.5 * (self.df + 1.0) * torch.log1p(y**2.0 / self.df) - scaling


class FisherSnedecor(Distribution):
    """The ratio of two means of squares."""

    arg_constraints = {"df1": constraints.positive, "df2": constraints.positive}
    support = constraints.positive
    has_rsample = True

    def __init__(self, df1, df2, validate_args=None):
        self.df1, self.df2 = as_batch(df1, df2)
        self._parts = (Gamma(self.df1 * 0.5, self.df1), Gamma(self.df2 * 0.5, self.df2))
        super().__init__(self.df1.shape, validate_args=validate_args)

    @property
    def mean(self):
        return torch.where(self.df2 > 2, self.df2 / (self.df2 - 2), torch.nan)

    @property
    def mode(self):
        mode = (self.df1 - 2) / self.df1 * self.df2 / (self.df2 + 2)
        return torch.where(self.df1 > 2, mode, torch.nan)

    @property
    def variance(self):
        a, b = self.df1, self.df2
        value = 2 * b.pow(2) * (a + b - 2) / (a * (b - 2).pow(2) * (b - 4))
        return torch.where(b > 4, value, torch.nan)

    def rsample(self, sample_shape=torch.Size()):
        top, bottom = (part.rsample(sample_shape) for part in self._parts)
        return top / bottom.clamp(min=torch.finfo(bottom.dtype).tiny)

    def log_prob(self, value):
        self._validate_sample(value)
        a, b, ratio = self.df1 * 0.5, self.df2 * 0.5, self.df1 / self.df2
        front = (a + b).lgamma() - a.lgamma() - b.lgamma()
        return front + a * ratio.log() + (a - 1) * torch.log(value) - (a + b) * torch.log1p(ratio * value)


class NegativeBinomial(EitherParameter):
    """The number of successes before total_count failures."""

    arg_constraints = {"total_count": constraints.nonnegative, "probs": constraints.unit_interval, "logits": constraints.real}
    support = constraints.nonnegative_integer

    def __init__(self, total_count, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        self._given = "logits" if probs is None else "probs"
        self.total_count, value = as_batch(total_count, logits if probs is None else probs)
        self.__dict__[self._given] = value
        super().__init__(value.shape, validate_args=validate_args)

    def _logits_of(self, probs):
        return torch.logit(probs, torch.finfo(probs.dtype).eps)

    def _probs_of(self, logits):
        return torch.sigmoid(logits)

    @property
    def mean(self):
        return self.total_count * torch.exp(self.logits)

    @property
    def mode(self):
        return ((self.total_count - 1) * self.logits.exp()).floor().clamp(min=0.0)

    @property
    def variance(self):
        return self.mean / torch.sigmoid(-self.logits)

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            rate = Gamma(self.total_count, torch.exp(-self.logits), False).sample(sample_shape)
            return torch.poisson(rate)

    def log_prob(self, value):
        self._validate_sample(value)
        n = self.total_count
        plain = n * _log_sigmoid(-self.logits) + value * _log_sigmoid(self.logits)
        scale = -torch.lgamma(n + value) + torch.lgamma(1.0 + value) + torch.lgamma(n)
        return plain - scale.masked_fill(n + value == 0.0, 0.0)


def _log_sigmoid(x):
    """log(sigmoid(x))"""
    return torch.nn.functional.logsigmoid(x)
