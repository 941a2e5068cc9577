# numpy: names of the array API standard, and further names of functions that have one already.
import numpy as np


def concat(arrays, /, axis=0, out=None, *, dtype=None, casting='same_kind'):
    """As `np.concatenate`."""
    return np.concatenate(arrays, axis, out, dtype=dtype, casting=casting)


def permute_dims(a, axes=None):
    """As `np.transpose`."""
    return np.transpose(a, axes)


def matrix_transpose(x, /):
    """The matrices of the last two axes, transposed."""
    x = np.asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return np.swapaxes(x, -1, -2)


def astype(x, dtype, /, *, copy=True, device=None):
    """The array converted to a type."""
    return x.astype(dtype, copy=copy)


def _running(function, x, axis, dtype, include_initial, initial):
    x = np.asarray(x)
    if axis is None:
        if x.ndim > 1:
            raise ValueError("For arrays which have more than one dimension ``axis`` argument is required.")
        axis = 0
    result = function(x, axis, dtype)
    if not include_initial:
        return result
    shape = list(result.shape)
    shape[axis] = 1
    return np.concatenate([np.full(shape, initial, result.dtype), result], axis)


def cumulative_sum(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """The running sum, from 0 on if asked."""
    return np._written('cumsum', _running(np.cumsum, x, axis, dtype, include_initial, 0), out)


def cumulative_prod(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """The running product, from 1 on if asked."""
    return np._written('cumprod', _running(np.cumprod, x, axis, dtype, include_initial, 1), out)


def unstack(x, /, *, axis=0):
    """The slices of an axis."""
    return tuple(np.moveaxis(np.asarray(x), axis, 0))


def vecdot(x1, x2, /, axis=-1):
    """Sums of products of vectors along an axis."""
    return np.sum(np.multiply(x1, x2), axis=axis)


def matvec(x1, x2, /):
    """Products of matrices and vectors."""
    return np.matmul(x1, np.asarray(x2)[..., None])[..., 0]


def vecmat(x1, x2, /):
    """Products of vectors and matrices."""
    return np.matmul(np.asarray(x1)[..., None, :], x2)[..., 0, :]


def asarray_chkfinite(a, dtype=None, order=None):
    """The array, refused if it holds nan or infinity."""
    a = np.asarray(a, dtype)
    if np.issubdtype(a.dtype, np.floating) and not np.all(np.isfinite(a)):
        raise ValueError("array must not contain infs or NaNs")
    return a


def require(a, dtype=None, requirements=None):
    """The array, laid out as the requirements ask."""
    return np.asarray(a, dtype)


def isdtype(dtype, kind):
    """Whether a type is of a kind, or of one of several."""
    dtype = np.dtype(dtype)
    names = {'bool': 'b', 'signed integer': 'i', 'unsigned integer': 'u', 'integral': 'iu', 'real floating': 'f',
             'complex floating': 'c', 'numeric': 'iufc'}
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return any(dtype.kind in names[k] if isinstance(k, str) else dtype == np.dtype(k) for k in kinds)


row_stack = np.vstack
bitwise_invert = np.invert
