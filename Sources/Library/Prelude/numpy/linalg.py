# numpy.linalg: norms and what other functions of the module combine to.
import numpy as np
from collections import namedtuple as _namedtuple

EigResult = _namedtuple('EigResult', ['eigenvalues', 'eigenvectors'])
EighResult = _namedtuple('EighResult', ['eigenvalues', 'eigenvectors'])
QRResult = _namedtuple('QRResult', ['Q', 'R'])
SlogdetResult = _namedtuple('SlogdetResult', ['sign', 'logabsdet'])
SVDResult = _namedtuple('SVDResult', ['U', 'S', 'Vh'])


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of vectors or matrices."""
    x = np.asarray(x)
    if x.dtype.kind == 'c' and (x.ndim < 2 or ord not in (2, -2, 'nuc')):
        x = np.abs(x)
    x = x if np.issubdtype(x.dtype, np.floating) else x.astype(np.float64)
    if axis is None and (ord is None or x.ndim == 1):
        if ord is None:
            flat = x.ravel()
            result = np.sqrt(np.dot(flat, flat))
            return result.reshape([1] * x.ndim) if keepdims else result
        axis = 0
    if axis is None:
        if x.ndim != 2:
            raise ValueError("Improper number of dimensions to norm.")
        axis = (0, 1)
    if isinstance(axis, (tuple, list)) and len(axis) == 1:
        axis = axis[0]
    if isinstance(axis, (tuple, list)):
        return _matrix_norm(x, ord, axis, keepdims)
    if ord is None or ord == 2:
        return np.sqrt((x * x).sum(axis=axis, keepdims=keepdims))
    if ord == np.inf:
        return abs(x).max(axis=axis, keepdims=keepdims)
    if ord == -np.inf:
        return abs(x).min(axis=axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.dtype).sum(axis=axis, keepdims=keepdims)
    if ord == 1:
        return abs(x).sum(axis=axis, keepdims=keepdims)
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    return (abs(x) ** ord).sum(axis=axis, keepdims=keepdims) ** (1.0 / ord)


def _matrix_norm(x, ord, axis, keepdims):
    rows, columns = [k % x.ndim for k in axis]
    if ord in (None, 'fro', 'f'):
        return np.sqrt((x * x).sum(axis=(rows, columns), keepdims=keepdims))
    moved = np.moveaxis(x, (rows, columns), (-2, -1))
    if ord in (2, -2, 'nuc'):
        values = np.linalg.svd(moved, compute_uv=False)
        result = values.sum(-1) if ord == 'nuc' else values.max(-1) if ord == 2 else values.min(-1)
    elif ord in (1, -1):
        sums = abs(moved).sum(-2)
        result = sums.max(-1) if ord == 1 else sums.min(-1)
    elif ord in (np.inf, -np.inf):
        sums = abs(moved).sum(-1)
        result = sums.max(-1) if ord == np.inf else sums.min(-1)
    else:
        raise ValueError("Invalid norm order for matrices.")
    if keepdims:
        for k in sorted((rows, columns)):
            result = np.expand_dims(result, k)
    return result


def vector_norm(x, *, axis=None, keepdims=False, ord=2):
    """The norm of vectors along axes."""
    return norm(np.ravel(x) if axis is None else x, ord, axis, keepdims)


def matrix_norm(x, *, keepdims=False, ord='fro'):
    """The norm of matrices in the last two axes."""
    return norm(x, ord, (-2, -1), keepdims)


def cond(x, p=None):
    """The condition number: how much a matrix enlarges errors."""
    if p in (None, 2, -2):
        values = np.linalg.svd(x, compute_uv=False)
        return values[..., -1] / values[..., 0] if p == -2 else values[..., 0] / values[..., -1]
    return norm(x, p) * norm(np.linalg.inv(x), p)


def matrix_power(a, n):
    """A square matrix multiplied with itself; negative powers are those of the inverse."""
    a = np.asarray(a)
    if not isinstance(n, (int, np.integer)):
        raise TypeError("exponent must be an integer")
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        raise np.linalg.LinAlgError("Last 2 dimensions of the array must be square")
    if n < 0:
        a, n = np.linalg.inv(a), -n
    result = np.identity(a.shape[-1], dtype=a.dtype)
    while n:
        if n & 1:
            result = result @ a
        a, n = a @ a, n >> 1
    return result


def multi_dot(arrays):
    """The product of several matrices."""
    result = np.asarray(arrays[0])
    for other in arrays[1:]:
        result = result @ np.asarray(other)
    return result


def tensorinv(a, ind=2):
    """The inverse by a product over the last axes."""
    a = np.asarray(a)
    return np.linalg.inv(a.reshape(int(np.prod(a.shape[:ind])), -1)).reshape(a.shape[ind:] + a.shape[:ind])


def tensorsolve(a, b, axes=None):
    """The x whose product with `a` over all axes of x is `b`."""
    a, b = np.asarray(a), np.asarray(b)
    shape = a.shape[b.ndim:]
    return np.linalg.solve(a.reshape(b.size, -1), b.ravel()).reshape(shape)


def svdvals(x, /):
    """The singular values, largest first."""
    return np.linalg.svd(x, compute_uv=False)


def vecdot(x1, x2, /, *, axis=-1):
    """Sums of products of vectors along an axis."""
    return np.vecdot(x1, x2, axis=axis)


def matrix_transpose(x, /):
    """The matrices of the last two axes, transposed."""
    return np.matrix_transpose(x)


matmul = np.matmul
outer = np.outer
trace = np.trace
diagonal = np.diagonal
cross = np.cross
tensordot = np.tensordot
