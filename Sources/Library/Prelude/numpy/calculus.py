# numpy: differences, interpolation, convolution and products.
import numpy as np


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The area under samples of a curve, by the trapezoid rule."""
    y = np.moveaxis(np.asarray(y), axis, -1)
    width = dx if x is None else np.diff(np.asarray(x))
    return (width * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1)


def gradient(f, *varargs, axis=None, edge_order=1):
    """Slopes by central differences, one-sided at the ends."""
    f = np.asarray(f)
    f = f if np.issubdtype(f.dtype, np.floating) else f.astype(np.float64)
    axes = list(range(f.ndim)) if axis is None else [axis] if not isinstance(axis, (tuple, list)) else list(axis)
    steps = list(varargs) if varargs else [1.0]
    if len(steps) == 1:
        steps = steps * len(axes)
    results = [np.moveaxis(_slope(np.moveaxis(f, k, 0), h, edge_order), 0, k) for k, h in zip(axes, steps)]
    return results[0] if len(results) == 1 else tuple(results)


def _slope(f, h, edge_order):
    out = np.zeros_like(f)
    if f.shape[0] < edge_order + 1:
        raise ValueError("Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.")
    if np.asarray(h).ndim == 0:
        out[1:-1] = (f[2:] - f[:-2]) / (2.0 * h)
        if edge_order == 2:
            out[0] = (-1.5 * f[0] + 2.0 * f[1] - 0.5 * f[2]) / h
            out[-1] = (1.5 * f[-1] - 2.0 * f[-2] + 0.5 * f[-3]) / h
        else:
            out[0] = (f[1] - f[0]) / h
            out[-1] = (f[-1] - f[-2]) / h
        return out
    d = np.diff(np.asarray(h)).reshape([-1] + [1] * (f.ndim - 1))
    left, right = d[:-1], d[1:]
    out[1:-1] = (left ** 2 * f[2:] + (right ** 2 - left ** 2) * f[1:-1] - right ** 2 * f[:-2]) / (left * right * (left + right))
    out[0] = (f[1] - f[0]) / d[0]
    out[-1] = (f[-1] - f[-2]) / d[-1]
    return out


def interp(x, xp, fp, left=None, right=None, period=None):
    """Values of the broken line through (xp, fp) at x."""
    x, xp, fp = np.asarray(x, dtype=np.float64), np.asarray(xp, dtype=np.float64), np.asarray(fp, dtype=np.float64)
    if xp.size == 0:
        raise ValueError("array of sample points is empty")
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError("object too deep for desired array")
    if xp.size != fp.size:
        raise ValueError("fp and xp are not of the same length.")
    if period is not None:
        if period == 0:
            raise ValueError("period must be a non-zero value")
        period = abs(period)
        x, xp, left, right = x % period, xp % period, None, None
        order = np.argsort(xp)
        xp, fp = xp[order], fp[order]
        xp = np.concatenate([xp[-1:] - period, xp, xp[:1] + period])
        fp = np.concatenate([fp[-1:], fp, fp[:1]])
    if xp.size == 1:
        return np.full_like(x, fp[0])[()]
    place = np.clip(np.searchsorted(xp, x, 'right') - 1, 0, xp.size - 2)
    slope = (fp[place + 1] - fp[place]) / (xp[place + 1] - xp[place])
    result = fp[place] + slope * (x - xp[place])
    result = np.where(x < xp[0], fp[0] if left is None else left, result)
    result = np.where(x > xp[-1], fp[-1] if right is None else right, result)
    return np.where(x == xp[-1], fp[-1], result)[()]


def convolve(a, v, mode='full'):
    """The discrete convolution of two sequences."""
    a, v = np.atleast_1d(a), np.atleast_1d(v)
    if a.size == 0:
        raise ValueError("a cannot be empty")
    if v.size == 0:
        raise ValueError("v cannot be empty")
    if a.ndim > 1 or v.ndim > 1:
        raise ValueError("object too deep for desired array")
    if v.size > a.size:
        a, v = v, a
    n, m = a.size, v.size
    out = np.zeros(n + m - 1, dtype=np.result_type(a, v))
    for k in range(m):
        out[k:k + n] += a * v[k]
    return _part_of_convolution(out, n, m, mode)


def _part_of_convolution(out, n, m, mode):
    if mode == 'full':
        return out
    if mode == 'same':
        return out[(m - 1) // 2:(m - 1) // 2 + n]
    if mode == 'valid':
        return out[m - 1:n]
    raise ValueError("Use one of 'valid', 'same', or 'full' for convolve/correlate mode")


def correlate(a, v, mode='valid'):
    """Sums of products of two sequences, one shifted along the other."""
    a, v = np.atleast_1d(a), np.atleast_1d(v)
    if v.size > a.size:
        return np.convolve(v, a[::-1], mode)[::-1]
    return np.convolve(a, v[::-1], mode)


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The cross product of vectors of two or three components."""
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.moveaxis(np.asarray(a), axisa, -1), np.moveaxis(np.asarray(b), axisb, -1)
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return np.asarray(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0])
    if a.shape[-1] != 3 or b.shape[-1] != 3:
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    parts = [a[..., i] * b[..., j] - a[..., j] * b[..., i] for i, j in ((1, 2), (2, 0), (0, 1))]
    return np.stack(parts, axis=axisc)


def kron(a, b):
    """Every element of `a` times the whole of `b`, as blocks."""
    a, b = np.asarray(a), np.asarray(b)
    ndim = a.ndim if a.ndim > b.ndim else b.ndim
    a = a.reshape((1,) * (ndim - a.ndim) + a.shape)
    b = b.reshape((1,) * (ndim - b.ndim) + b.shape)
    pairs = a.reshape([s for size in a.shape for s in (size, 1)]) * b.reshape([s for size in b.shape for s in (1, size)])
    return pairs.reshape([s * t for s, t in zip(a.shape, b.shape)])


def sinc(x):
    """sin(πx) / (πx), 1 at 0."""
    y = np.pi * np.where(np.asarray(x) == 0, 1e-20, x)
    return np.sin(y) / y


def modf(x):
    """The fractional and the whole parts, both with the sign of x."""
    x = np.asarray(x)
    whole = np.trunc(x)
    return x - whole, whole


class _DivMod:
    def __call__(self, a, b):
        return np.floor_divide(a, b), np.remainder(a, b)

divmod = _DivMod()
