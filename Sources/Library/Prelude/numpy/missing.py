# numpy: reductions that pass over nan.
import numpy as np
from warnings import warn as _warn


def _without_nan(a, substitute):
    a = np.asarray(a)
    return np.where(np.isnan(a), substitute, a) if np.issubdtype(a.dtype, np.floating) else a


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=0, where=True):
    """The sum, nan taken as 0."""
    return np.sum(_without_nan(a, 0), axis, dtype, out, keepdims, initial, where)


def _narrowed(result, a, dtype):
    """The result in the type asked for, else in that of floating point operands."""
    kind = np.dtype(dtype) if dtype is not None else np.asarray(a).dtype
    return result.astype(kind)[()] if kind.kind == 'f' else result


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=1, where=True):
    """The product, nan taken as 1."""
    return np.prod(_without_nan(a, 1), axis, dtype, out, keepdims, initial, where)


def nancumsum(a, axis=None, dtype=None, out=None):
    """The running sum, nan taken as 0."""
    return np.cumsum(_without_nan(a, 0), axis, dtype, out)


def nanmax(a, axis=None, out=None, keepdims=False):
    """The largest element that is not nan."""
    a = np.asarray(a)
    if a.dtype.kind != 'f':
        return np.max(a, axis, out, keepdims)
    result = np.max(_without_nan(a, -np.inf), axis=axis, keepdims=keepdims)
    return np._written('nanmax', np.where(np.all(np.isnan(a), axis=axis, keepdims=keepdims), np.nan, result)[()], out)


def nanmin(a, axis=None, out=None, keepdims=False):
    """The smallest element that is not nan."""
    a = np.asarray(a)
    if a.dtype.kind != 'f':
        return np.min(a, axis, out, keepdims)
    result = np.min(_without_nan(a, np.inf), axis=axis, keepdims=keepdims)
    return np._written('nanmin', np.where(np.all(np.isnan(a), axis=axis, keepdims=keepdims), np.nan, result)[()], out)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    """Where the largest element that is not nan is."""
    if np.any(np.all(np.isnan(np.asarray(a)), axis=axis)):
        raise ValueError("All-NaN slice encountered")
    return np.argmax(_without_nan(a, -np.inf), axis, out, keepdims=keepdims)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """Where the smallest element that is not nan is."""
    if np.any(np.all(np.isnan(np.asarray(a)), axis=axis)):
        raise ValueError("All-NaN slice encountered")
    return np.argmin(_without_nan(a, np.inf), axis, out, keepdims=keepdims)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    """The mean of the elements that are not nan."""
    counts = np.sum(~np.isnan(np.asarray(a)), axis=axis, keepdims=keepdims)
    if np.any(counts == 0):
        _warn("Mean of empty slice", RuntimeWarning)
    with np.errstate(invalid='ignore', divide='ignore'):
        return np._written('nanmean', _narrowed(np.nansum(a, axis, dtype, keepdims=keepdims) / counts, a, dtype), out)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The variance of the elements that are not nan."""
    a = np.asarray(a)
    counts = np.sum(~np.isnan(a), axis=axis, keepdims=keepdims) - ddof
    if np.any(counts <= 0):
        _warn("Degrees of freedom <= 0 for slice.", RuntimeWarning)
    with np.errstate(invalid='ignore', divide='ignore'):
        centre = np.nansum(a, axis, keepdims=True) / np.sum(~np.isnan(a), axis=axis, keepdims=True)
        distance = _without_nan(a - centre, 0)
        variance = np.where(counts > 0, np.sum(distance * distance, axis=axis, keepdims=keepdims) / counts, np.nan)[()]
        return np._written('nanvar', _narrowed(variance, a, dtype), out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The standard deviation of the elements that are not nan."""
    return np._written('nanstd', np.sqrt(np.nanvar(a, axis, dtype, ddof=ddof, keepdims=keepdims)), out)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """Numbers in the place of nan and infinities."""
    x = np.array(x) if copy else np.asarray(x)
    if not np.issubdtype(x.dtype, np.floating):
        return x if x.ndim else x[()]
    limits = np.finfo(x.dtype)
    result = np.where(np.isnan(x), nan, x)
    result = np.where(result == np.inf, limits.max if posinf is None else posinf, result)
    result = np.where(result == -np.inf, limits.min if neginf is None else neginf, result)
    x[...] = result
    return x if x.ndim else x[()]


def nancumprod(a, axis=None, dtype=None, out=None):
    """The running product, nan taken as 1."""
    return np.cumprod(_without_nan(a, 1), axis, dtype, out)
