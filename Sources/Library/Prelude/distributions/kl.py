# torch.distributions.kl (torch.distributions): how far one distribution is from another.
import torch
from torch.distributions.continuous import Cauchy, Exponential, Gamma, Laplace, LogNormal, Normal, Uniform
from torch.distributions.discrete import Bernoulli, Binomial, Categorical, Geometric, OneHotCategorical, Poisson
from torch.distributions.distribution import Independent
from torch.distributions.kl import kl_by_moments
from torch.distributions.multivariate import Beta, Dirichlet, MultivariateNormal
from torch.distributions.transformed_distribution import Gumbel, HalfNormal, Pareto

_EULER = 0.57721566490153286060
_formulas = {}


def register_kl(type_p, type_q):
    """Marks a function as the formula for two classes of distributions."""

    def registered(formula):
        _formulas[type_p, type_q] = formula
        return formula

    return registered


def kl_divergence(p, q):
    """∫ p log(p / q), for each member of the batch."""
    for class_p in type(p).__mro__:
        for class_q in type(q).__mro__:
            if (class_p, class_q) in _formulas:
                return _formulas[class_p, class_q](p, q)
    found = kl_by_moments(p, q)
    if found is not None:
        return found
    raise NotImplementedError(
        f"No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}"
    )


@register_kl(Normal, Normal)
def _kl_normal(p, q):
    ratio = (p.scale / q.scale).pow(2)
    return 0.5 * (ratio + ((p.loc - q.loc) / q.scale).pow(2) - 1 - ratio.log())


@register_kl(Categorical, Categorical)
def _kl_categorical(p, q):
    terms = p.probs * (p.logits - q.logits)
    terms = torch.where((q.probs == 0).expand_as(terms), float("inf"), terms)
    return torch.where((p.probs == 0).expand_as(terms), 0.0, terms).sum(-1)


@register_kl(Bernoulli, Bernoulli)
def _kl_bernoulli(p, q):
    one = p.probs * (p.probs / q.probs).log()
    zero = (1 - p.probs) * ((1 - p.probs) / (1 - q.probs)).log()
    return torch.where(p.probs == 0, 0.0, one) + torch.where(p.probs == 1, 0.0, zero)


@register_kl(Exponential, Exponential)
def _kl_exponential(p, q):
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


@register_kl(Uniform, Uniform)
def _kl_uniform(p, q):
    result = ((q.high - q.low) / (p.high - p.low)).log()
    return torch.where((q.low > p.low) | (q.high < p.high), float("inf"), result)


@register_kl(MultivariateNormal, MultivariateNormal)
def _kl_multivariate_normal(p, q):
    mixed = torch.linalg.solve_triangular(q.scale_tril, p.scale_tril, upper=False)
    away = torch.linalg.solve_triangular(q.scale_tril, (q.loc - p.loc).unsqueeze(-1), upper=False)
    log_dets = [torch.diagonal(x.scale_tril, dim1=-2, dim2=-1).log().sum(-1) for x in (q, p)]
    trace = mixed.pow(2).sum(-1).sum(-1)
    return log_dets[0] - log_dets[1] + 0.5 * (trace + away.pow(2).sum(-2).squeeze(-1) - p.event_shape[0])


@register_kl(Independent, Independent)
def _kl_independent(p, q):
    return p._summed(kl_divergence(p.base_dist, q.base_dist))


@register_kl(Gamma, Gamma)
def _kl_gamma(p, q):
    rates = q.concentration * (p.rate / q.rate).log()
    shapes = torch.lgamma(q.concentration) - torch.lgamma(p.concentration)
    away = (p.concentration - q.concentration) * torch.digamma(p.concentration)
    return rates + shapes + away + (q.rate - p.rate) * (p.concentration / p.rate)


@register_kl(Dirichlet, Dirichlet)
def _kl_dirichlet(p, q):
    total_p, total_q = p.concentration.sum(-1), q.concentration.sum(-1)
    totals = torch.lgamma(total_p) - torch.lgamma(total_q)
    parts = (torch.lgamma(p.concentration) - torch.lgamma(q.concentration)).sum(-1)
    slopes = torch.digamma(p.concentration) - torch.digamma(total_p).unsqueeze(-1)
    return totals - parts + ((p.concentration - q.concentration) * slopes).sum(-1)


@register_kl(Beta, Beta)
def _kl_beta(p, q):
    return _kl_dirichlet(p._dirichlet, q._dirichlet)


@register_kl(Poisson, Poisson)
def _kl_poisson(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Laplace, Laplace)
def _kl_laplace(p, q):
    ratio = p.scale / q.scale
    away = (p.loc - q.loc).abs()
    return -ratio.log() + away / q.scale + ratio * torch.exp(-away / p.scale) - 1


@register_kl(Geometric, Geometric)
def _kl_geometric(p, q):
    return -p.entropy() - torch.log1p(-q.probs) / p.probs - q.logits


@register_kl(OneHotCategorical, OneHotCategorical)
def _kl_one_hot(p, q):
    return _kl_categorical(p._categorical, q._categorical)


@register_kl(Binomial, Binomial)
def _kl_binomial(p, q):
    one = p.probs * (p.logits - q.logits)
    result = p.total_count * (one + (-p.probs).log1p() - (-q.probs).log1p())
    return torch.where(p.total_count > q.total_count, float("inf"), result)


@register_kl(Gumbel, Gumbel)
def _kl_gumbel(p, q):
    ratio, away = p.scale / q.scale, (q.loc - p.loc) / q.scale
    return -ratio.log() - away + ratio * _EULER + torch.exp(away + torch.lgamma(1 + ratio)) - (1 + _EULER)


@register_kl(HalfNormal, HalfNormal)
def _kl_half_normal(p, q):
    return _kl_normal(p.base_dist, q.base_dist)


@register_kl(LogNormal, LogNormal)
def _kl_log_normal(p, q):
    return _kl_normal(p, q)


@register_kl(Pareto, Pareto)
def _kl_pareto(p, q):
    ratio = q.alpha / p.alpha
    result = q.alpha * (p.scale / q.scale).log() - ratio.log() + ratio - 1
    return torch.where(p.scale < q.scale, float("inf"), result)


@register_kl(Cauchy, Cauchy)
def _kl_cauchy(p, q):
    widths = (p.scale + q.scale).pow(2) + (p.loc - q.loc).pow(2)
    return widths.log() - (4 * p.scale * q.scale).log()
