# torch.distributions.kl: divergences between distributions of different families, −entropy(p) − E log q, by moments of p.
import math
import torch
from torch.distributions.continuous import Exponential, Gamma, Laplace, Normal, Uniform
from torch.distributions.discrete import Bernoulli, Binomial, Poisson
from torch.distributions.multivariate import Beta
from torch.distributions.transformed_distribution import Gumbel, Pareto

_EULER = 0.57721566490153286060

# E log x
_mean_log = {
    Gamma: lambda p: torch.digamma(p.concentration) - p.rate.log(),
    Exponential: lambda p: -_EULER - p.rate.log(),
    Beta: lambda p: torch.digamma(p.concentration1) - torch.digamma(p.concentration1 + p.concentration0),
    Uniform: lambda p: _mean_log_between(p.low, p.high),
    Pareto: lambda p: p.scale.log() + p.alpha.reciprocal(),
}

# E exp(t x)
_mean_exp = {
    Normal: lambda p, t: torch.exp(p.loc * t + 0.5 * (p.scale * t).square()),
    Exponential: lambda p, t: p.rate / (p.rate - t),
    Gamma: lambda p, t: (1 - t / p.rate).pow(-p.concentration),
    Uniform: lambda p, t: (torch.exp(t * p.high) - torch.exp(t * p.low)) / (t * (p.high - p.low)),
}


def _mean_log_between(low, high):
    return (torch.xlogy(high, high) - torch.xlogy(low, low)) / (high - low) - 1


def _under_normal(p, q):
    away = p.variance + (p.mean - q.loc).square()
    return -0.5 * math.log(2 * math.pi) - q.scale.log() - 0.5 * away / q.variance


def _under_laplace(p, q):
    # of a normal p: the mean of |x - loc|
    away, scale = p.loc - q.loc, p.scale
    mean = scale * math.sqrt(2 / math.pi) * torch.exp(-0.5 * (away / scale).square())
    mean = mean + away * torch.erf(away / (math.sqrt(2) * scale))
    return -(2 * q.scale).log() - mean / q.scale


def _under_exponential(p, q):
    return q.rate.log() - q.rate * p.mean


def _under_gamma(p, q):
    front = q.concentration * q.rate.log() - torch.lgamma(q.concentration)
    return front + (q.concentration - 1) * _mean_log[type(p)](p) - q.rate * p.mean


def _under_gumbel(p, q):
    standard = (p.mean - q.loc) / q.scale
    return -q.scale.log() - standard - torch.exp(q.loc / q.scale) * _mean_exp[type(p)](p, -1 / q.scale)


def _under_uniform(p, q):
    return torch.where((q.low > 0) | (q.high < 1), -math.inf, -(q.high - q.low).log())


def _under_beta(p, q):
    # of a uniform p
    a, b = q.concentration1, q.concentration0
    front = torch.lgamma(a + b) - torch.lgamma(a) - torch.lgamma(b)
    inside = front + (a - 1) * _mean_log_between(p.low, p.high) + (b - 1) * _mean_log_between(1 - p.high, 1 - p.low)
    return torch.where((p.low < 0) | (p.high > 1), -math.inf, inside)


def _under_pareto(p, q):
    # of a uniform p
    inside = q.alpha.log() + q.alpha * q.scale.log() - (q.alpha + 1) * _mean_log_between(p.low, p.high)
    return torch.where(p.low < q.scale, -math.inf, inside)


def _under_poisson(p, q):
    # of a Bernoulli p
    return p.probs * q.rate.log() - q.rate


# E log q, by the families of p and q
_expected_log = {
    (Bernoulli, Poisson): _under_poisson,
    (Beta, Uniform): _under_uniform,
    (Normal, Laplace): _under_laplace,
    (Uniform, Beta): _under_beta,
    (Uniform, Pareto): _under_pareto,
    **{(p, Normal): _under_normal for p in (Beta, Exponential, Gamma, Gumbel, Laplace, Pareto, Uniform)},
    **{(p, Exponential): _under_exponential for p in (Beta, Gamma, Pareto, Uniform)},
    **{(p, Gamma): _under_gamma for p in (Beta, Exponential, Pareto, Uniform)},
    **{(p, Gumbel): _under_gumbel for p in (Exponential, Gamma, Normal, Uniform)},
}

# Families q outside whose support p has samples.
_ELSEWHERE = {
    Beta: (Pareto,),
    Exponential: (Beta, Pareto, Uniform),
    Gamma: (Beta, Pareto, Uniform),
    Gumbel: (Beta, Exponential, Gamma, Pareto, Uniform),
    Laplace: (Beta, Exponential, Gamma, Pareto, Uniform),
    Normal: (Beta, Exponential, Gamma, Pareto, Uniform),
    Pareto: (Beta, Uniform),
    Poisson: (Bernoulli, Binomial),
}


def kl_by_moments(p, q):
    """The divergence of q from p where their families differ; None where it is not known."""
    if type(q) in _ELSEWHERE.get(type(p), ()):
        return torch.full(p.batch_shape, math.inf)
    expected = _expected_log.get((type(p), type(q)))
    return None if expected is None else -p.entropy() - expected(p, q)
