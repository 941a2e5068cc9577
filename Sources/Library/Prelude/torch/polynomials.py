# torch.special: orthogonal polynomials by their recurrences.
import torch


def _recurrence(x, n, first, step):
    """Polynomial n of a family that begins with 1 and `first`; `step(k, p, q)` gives the one after p, number k, and q before it."""
    x = torch.as_tensor(x, dtype=None if isinstance(x, torch.Tensor) else torch.get_default_dtype())
    x = x if x.is_floating_point() else x.to(torch.get_default_dtype())
    n = torch.as_tensor(n)
    values = [torch.ones_like(x), first(x)]
    for k in range(1, max(int(n.max()), 1)):
        values.append(step(k, values[-1], values[-2], x))
    if n.dim() == 0:
        return torch.zeros_like(x) if n < 0 else values[int(n)]
    x, n = torch.broadcast_tensors(x, n)
    table = torch.stack([value.expand(x.shape) for value in values])
    return torch.where(n < 0, 0.0, table.gather(0, n.clamp(min=0).long().unsqueeze(0)).squeeze(0))


def chebyshev_polynomial_t(input, n):
    """The Chebyshev polynomial of the first kind."""
    return _recurrence(input, n, lambda x: x, lambda k, p, q, x: 2 * x * p - q)


def chebyshev_polynomial_u(input, n):
    """The Chebyshev polynomial of the second kind."""
    return _recurrence(input, n, lambda x: 2 * x, lambda k, p, q, x: 2 * x * p - q)


def chebyshev_polynomial_v(input, n):
    """The Chebyshev polynomial of the third kind."""
    return _recurrence(input, n, lambda x: 2 * x - 1, lambda k, p, q, x: 2 * x * p - q)


def chebyshev_polynomial_w(input, n):
    """The Chebyshev polynomial of the fourth kind."""
    return _recurrence(input, n, lambda x: 2 * x + 1, lambda k, p, q, x: 2 * x * p - q)


def hermite_polynomial_h(input, n):
    """The Hermite polynomial of the physicists."""
    return _recurrence(input, n, lambda x: 2 * x, lambda k, p, q, x: 2 * x * p - 2 * k * q)


def hermite_polynomial_he(input, n):
    """The Hermite polynomial of the probabilists."""
    return _recurrence(input, n, lambda x: x, lambda k, p, q, x: x * p - k * q)


def laguerre_polynomial_l(input, n):
    """The Laguerre polynomial."""
    return _recurrence(input, n, lambda x: 1 - x, lambda k, p, q, x: ((2 * k + 1 - x) * p - k * q) / (k + 1))


def legendre_polynomial_p(input, n):
    """The Legendre polynomial."""
    return _recurrence(input, n, lambda x: x, lambda k, p, q, x: ((2 * k + 1) * x * p - k * q) / (k + 1))
