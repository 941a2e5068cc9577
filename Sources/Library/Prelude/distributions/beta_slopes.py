# torch.distributions.dirichlet: how the shares of a Dirichlet sample move with its concentrations.
import torch
from torch.autograd import Function


class _Dirichlet(Function):
    """Shares drawn for concentrations. Their gradient moves each share so that the probability below it stays."""

    @staticmethod
    def forward(ctx, concentration):
        # Drawn in double and kept off 0 and 1, where the density the gradient divides by is 0 or infinite.
        drawn = torch._standard_gamma(concentration.double()).clamp(min=torch.finfo(torch.float64).tiny)
        limits = torch.finfo(concentration.dtype)
        shares = (drawn / drawn.sum(-1, True)).to(concentration.dtype).clamp(limits.tiny, 1 - limits.eps / 2)
        ctx.save_for_backward(shares, concentration)
        return shares

    @staticmethod
    def backward(ctx, grad_output):
        shares, concentration = ctx.saved_tensors
        exact = concentration.double()
        slopes = _beta_slope(shares.double(), exact, exact.sum(-1, True) - exact).to(shares.dtype)
        return slopes / (1 - shares) * (grad_output - (shares * grad_output).sum(-1, True))


def _beta_slope(x, a, b):
    """The slope in `a` of the number x below which Beta(a, b) has a fixed probability, by central differences."""
    step = 1e-4 * a.clamp(max=1.0)
    in_a = (_beta_cdf(x, a + step, b) - _beta_cdf(x, a - step, b)) / (2 * step)
    density = torch.exp((a - 1) * x.log() + (b - 1) * torch.log1p(-x) - _log_beta(a, b))
    return -in_a / density


def _log_beta(a, b):
    return torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b)


def _beta_cdf(x, a, b):
    """The regularised incomplete beta function, by its continued fraction on the side where that converges fast."""
    is_upper = x > (a + 1) / (a + b + 2)
    x = torch.where(is_upper, 1 - x, x)
    a, b = torch.where(is_upper, b, a), torch.where(is_upper, a, b)
    front = torch.exp(a * x.log() + b * torch.log1p(-x) - _log_beta(a, b)) / a
    below = front / _fraction(x, a, b)
    return torch.where(is_upper, 1 - below, below)


def _fraction(x, a, b, terms=60):
    """The continued fraction 1 + d₁ / (1 + d₂ / (1 + …)), from its innermost term outwards."""
    value = torch.ones_like(x)
    for m in range(terms, 0, -1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m - 1) * (a + b + m - 1) * x / ((a + 2 * m - 2) * (a + 2 * m - 1))
        value = 1 + odd / (1 + even / value)
    return value
