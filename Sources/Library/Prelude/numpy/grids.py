# numpy: grids of coordinates and index helpers.
import numpy as np


def meshgrid(*xi, copy=True, sparse=False, indexing='xy'):
    """The coordinates of a grid from those of its axes."""
    if indexing not in ('xy', 'ij'):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    vectors = [np.asarray(x).ravel() for x in xi]
    n = len(vectors)
    grids = [v.reshape([-1 if k == i else 1 for k in range(n)]) for i, v in enumerate(vectors)]
    if indexing == 'xy' and n > 1:
        grids = [np.swapaxes(g, 0, 1) for g in grids]
    if not sparse:
        shape = np.broadcast_shapes(*[g.shape for g in grids])
        grids = [np.broadcast_to(g, shape).copy() for g in grids]
    return tuple(grids)


def broadcast_shapes(*shapes):
    """The common shape that shapes stretch to."""
    shapes = [s if isinstance(s, tuple) else (s,) for s in shapes]
    rank = 0
    for s in shapes:
        rank = len(s) if len(s) > rank else rank
    result = [1] * rank
    for s in shapes:
        for k in range(1, len(s) + 1):
            if s[-k] != 1:
                if result[-k] not in (1, s[-k]):
                    raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
                                     f"{shapes[0]} and arg 1 with shape {s}.")
                result[-k] = s[-k]
    return tuple(result)


def broadcast_arrays(*args):
    """The arrays stretched to their common shape."""
    arrays = [np.asarray(a) for a in args]
    shape = np.broadcast_shapes(*[a.shape for a in arrays])
    return tuple(np.broadcast_to(a, shape) for a in arrays)


def indices(dimensions, dtype=int, sparse=False):
    """The index of every place of a grid, an array for each axis."""
    grids = np.meshgrid(*[np.arange(n, dtype=dtype) for n in dimensions], indexing='ij', sparse=sparse)
    return grids if sparse else np.stack(grids)


def fromfunction(function, shape, *, dtype=float, **kwargs):
    """The array of what a function gives for the indices."""
    return function(*np.indices(shape, dtype=dtype), **kwargs)


def ix_(*args):
    """Index arrays that take the given rows, columns, … crosswise."""
    result = []
    for k, arg in enumerate(args):
        arg = np.asarray(arg)
        if arg.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if arg.dtype == bool:
            arg = np.nonzero(arg)[0]
        result.append(arg.reshape([-1 if i == k else 1 for i in range(len(args))]))
    return tuple(result)


def _span(part):
    start = 0 if part.start is None else part.start
    if isinstance(part.step, complex):
        # An imaginary step is a number of points, both ends among them.
        return np.linspace(start, part.stop, int(abs(part.step)))
    return np.arange(start, part.stop, 1 if part.step is None else part.step)


class _Grid:
    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, key):
        if isinstance(key, slice):
            return _span(key)
        grids = np.meshgrid(*[_span(part) for part in key], indexing='ij', sparse=self.sparse)
        return grids if self.sparse else np.stack(grids)

mgrid = _Grid(False)

ogrid = _Grid(True)


class _Joined:
    def __init__(self, columns):
        self.columns = columns

    def __getitem__(self, key):
        key = key if isinstance(key, tuple) else (key,)
        axis, ndim = 0, 1
        if key and isinstance(key[0], str):
            # '0,2': the axis to join along, the least number of dimensions.
            numbers = [int(n) for n in key[0].split(',')]
            axis, ndim, key = numbers[0], numbers[1] if len(numbers) > 1 else 1, key[1:]
        parts = [_span(p) if isinstance(p, slice) else np.array(p, ndmin=ndim) for p in key]
        if self.columns:
            return np.concatenate([p.reshape(-1, 1) if p.ndim == 1 else p for p in parts], axis=1)
        return np.concatenate(parts, axis=axis)

r_ = _Joined(False)

c_ = _Joined(True)


class _Slices:
    def __init__(self, in_tuple):
        self.in_tuple = in_tuple

    def __getitem__(self, key):
        return (key,) if self.in_tuple and not isinstance(key, tuple) else key

s_ = _Slices(False)

index_exp = _Slices(True)


def unravel_index(indices, shape, order='C'):
    """The indices that flat indices stand for."""
    rest = np.asarray(indices)
    total = 1
    for size in shape:
        total *= size
    for k in np.atleast_1d(rest).ravel().tolist():
        if not 0 <= k < total:
            raise ValueError(f"index {k} is out of bounds for array with size {total}")
    parts = []
    for size in reversed(shape) if order == 'C' else shape:
        parts.append(rest % size)
        rest = rest // size
    return tuple(p[()] for p in (reversed(parts) if order == 'C' else parts))


def ravel_multi_index(multi_index, dims, mode='raise', order='C'):
    """The flat indices that indices stand for."""
    pairs = list(zip(multi_index, dims))
    result = 0
    for index, size in pairs if order == 'C' else reversed(pairs):
        index = np.asarray(index)
        if mode == 'raise' and np.any((index < 0) | (index >= size)):
            raise ValueError("invalid entry in coordinates array")
        index = np.clip(index, 0, size - 1) if mode == 'clip' else index % size
        result = result * size + index
    return result[()]


def tril_indices(n, k=0, m=None):
    """The indices on and below a diagonal."""
    return np.nonzero(np.tri(n, m, k))


def triu_indices(n, k=0, m=None):
    """The indices on and above a diagonal."""
    return np.nonzero(1 - np.tri(n, m, k - 1))


def diag_indices(n, ndim=2):
    """The indices of the main diagonal."""
    return (np.arange(n),) * ndim


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers from start to stop with equal quotients."""
    if np.any(np.asarray(start) == 0) or np.any(np.asarray(stop) == 0):
        raise ValueError("Geometric sequence cannot include zero")
    start, stop = np.asarray(start), np.asarray(stop)
    sign = np.sign(start)
    exponents = np.linspace(0.0, np.log10(stop / start), num, endpoint)
    result = sign * 10.0 ** (np.log10(sign * start) + exponents)
    if num > 0:
        result[0] = start
        if endpoint and num > 1:
            result[-1] = stop
    return result if dtype is None else result.astype(dtype)


def diag_indices_from(arr):
    """The indices of an array's main diagonal."""
    if np.ndim(arr) < 2:
        raise ValueError("input array must be at least 2-d")
    return np.diag_indices(arr.shape[0], arr.ndim)


def tril_indices_from(arr, k=0):
    """The indices of a matrix on and below a diagonal."""
    return np.tril_indices(arr.shape[-2], k, arr.shape[-1])


def triu_indices_from(arr, k=0):
    """The indices of a matrix on and above a diagonal."""
    return np.triu_indices(arr.shape[-2], k, arr.shape[-1])


def mask_indices(n, mask_func, k=0):
    """The indices that a function such as `np.triu` leaves."""
    return np.nonzero(mask_func(np.ones((n, n), dtype=int), k) != 0)


class broadcast:
    """Several arrays walked together in their common shape."""

    def __init__(self, *args):
        self._views = np.broadcast_arrays(*args)
        self.shape = self._views[0].shape
        self.ndim = self.nd = len(self.shape)
        self.size = self._views[0].size
        self.numiter = len(args)

    def __iter__(self):
        return zip(*[view.ravel() for view in self._views])
