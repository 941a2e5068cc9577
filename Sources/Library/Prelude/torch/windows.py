# torch.functional (torch): windows for spectra, and slopes of sampled functions.
import math
import torch


def _places(window_length, periodic, dtype):
    """2πk/N for each place of a window; a periodic window leaves out the last place of one that is longer by one."""
    if window_length < 0:
        raise RuntimeError(f"Window length must be non-negative, got {window_length}")
    steps = window_length if periodic else window_length - 1
    return torch.arange(window_length, dtype=dtype or torch.get_default_dtype()) * (2 * math.pi / max(steps, 1))


def _made(values, requires_grad):
    values = torch.ones_like(values) if len(values) == 1 else values
    return values.requires_grad_(requires_grad)


def hamming_window(
    window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None, layout=None, device=None, pin_memory=False,
    requires_grad=False,
):
    """alpha - beta cos(2πk/N)"""
    values = alpha - beta * torch.cos(_places(window_length, periodic, dtype))
    return _made(values, requires_grad)


def hann_window(
    window_length, periodic=True, *, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False
):
    """0.5 - 0.5 cos(2πk/N)"""
    return hamming_window(window_length, periodic, 0.5, 0.5, dtype=dtype, requires_grad=requires_grad)


def blackman_window(
    window_length, periodic=True, *, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False
):
    """0.42 - 0.5 cos(2πk/N) + 0.08 cos(4πk/N)"""
    places = _places(window_length, periodic, dtype)
    values = 0.08 * torch.cos(2 * places) - 0.5 * torch.cos(places) + 0.42
    return _made(values, requires_grad)


def bartlett_window(
    window_length, periodic=True, *, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False
):
    """A triangle."""
    values = 1 - (_places(window_length, periodic, dtype) / math.pi - 1).abs()
    return _made(values, requires_grad)


def kaiser_window(
    window_length, periodic=True, beta=12.0, *, dtype=None, layout=None, device=None, pin_memory=False,
    requires_grad=False,
):
    """i0(beta √(1 - x²)) / i0(beta) for x from -1 to 1"""
    x = _places(window_length, periodic, dtype) / math.pi - 1
    inner = torch.i0(beta * (1 - x * x).clamp(min=0).sqrt())
    values = inner / torch.i0(torch.tensor(beta, dtype=inner.dtype))
    return _made(values, requires_grad)


def trapz(y, x=None, *, dx=1, dim=-1):
    """trapezoid under its older name."""
    return torch.trapezoid(y, dim=dim, dx=dx) if x is None else torch.trapezoid(y, x, dim=dim)


def gradient(input, *, spacing=1, dim=None, edge_order=1):
    """Slopes by central differences inside and one-sided ones at the edges, for each dimension."""
    dims = range(input.dim()) if dim is None else [dim] if isinstance(dim, int) else dim
    dims = [d % input.dim() for d in dims]
    spacings = list(spacing) if isinstance(spacing, (list, tuple)) else [spacing] * len(dims)
    if len(spacings) != len(dims):
        raise RuntimeError(
            "torch.gradient expected spacing to be unspecified, a scalar or a list of length equal to "
            f"'self.dim() = {len(dims)}', but got a list of length {len(spacings)}"
        )
    if edge_order not in (1, 2):
        raise RuntimeError("torch.gradient only supports edge_order=1 and edge_order=2.")
    for d in dims:
        if input.size(d) < edge_order + 1:
            raise RuntimeError("torch.gradient expected each dimension size to be at least edge_order+1")
    return tuple(_slope(input, d, step, edge_order) for d, step in zip(dims, spacings))


def _slope(values, dim, step, edge_order):
    x = step if isinstance(step, torch.Tensor) else torch.arange(values.size(dim), dtype=torch.float64) * step
    values = values if values.is_floating_point() else values.to(torch.get_default_dtype())
    y = values.movedim(dim, -1)
    h = (x[1:] - x[:-1]).to(y.dtype)
    chords = (y[..., 1:] - y[..., :-1]) / h
    left, right = h[:-1], h[1:]
    inner = (left * chords[..., 1:] + right * chords[..., :-1]) / (left + right)
    first, last = chords[..., :1], chords[..., -1:]
    if edge_order == 2:
        first = first - (chords[..., 1:2] - first) * h[0] / (h[0] + h[1])
        last = last + (last - chords[..., -2:-1]) * h[-1] / (h[-1] + h[-2])
    return torch.cat([first, inner, last], -1).movedim(-1, dim)
