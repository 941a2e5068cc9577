# numpy: Python functions applied to arrays, and walks over elements.
import numpy as np
from itertools import product as _product


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = np.moveaxis(np.asarray(arr), axis, -1)
    lines = arr.reshape(-1, arr.shape[-1])
    results = np.array([func1d(line, *args, **kwargs) for line in lines])
    results = results.reshape(arr.shape[:-1] + results.shape[1:])
    return np.moveaxis(results, -1, axis) if results.ndim == arr.ndim else results


def apply_over_axes(func, a, axes):
    for axis in np.atleast_1d(axes).tolist():
        a = np.expand_dims(func(a, axis), axis)
    return a


class vectorize:
    def __init__(self, pyfunc, otypes=None, doc=None, signature=None):
        self.pyfunc = pyfunc
        self.otypes = otypes
        self.__doc__ = doc if doc is not None else pyfunc.__doc__

    def __call__(self, *args, **kwargs):
        arrays = np.broadcast_arrays(*args)
        if arrays[0].size == 0 and not self.otypes:
            raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
        shape = arrays[0].shape
        columns = [a.ravel() for a in arrays]
        results = [self.pyfunc(*values, **kwargs) for values in zip(*columns)]
        if results and isinstance(results[0], tuple):
            return tuple(np.array(list(part)).reshape(shape)[()] for part in zip(*results))
        return np.array(results, dtype=self.otypes[0] if self.otypes else None).reshape(shape)[()]


def frompyfunc(func, nin, nout, *, identity=None):
    return np.vectorize(func, otypes=[object] * nout)


def ndenumerate(arr):
    arr = np.asarray(arr)
    for index in np.ndindex(*arr.shape):
        yield index, arr[index]


def ndindex(*shape):
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    yield from _product(*[range(n) for n in shape])


class nditer:
    def __init__(self, op, flags=(), op_flags=(), order='K'):
        self.operands = op if isinstance(op, (tuple, list)) else [op]
        self._arrays = [np.asarray(a) for a in self.operands]
        self._indices = list(np.ndindex(*np.broadcast_shapes(*[a.shape for a in self._arrays])))
        self._views = np.broadcast_arrays(*self._arrays) if len(self._arrays) > 1 else self._arrays
        self._place = 0

    @property
    def finished(self):
        return self._place >= len(self._indices)

    @property
    def multi_index(self):
        return self._indices[self._place]

    @property
    def index(self):
        return self._place

    @property
    def value(self):
        return self[0]

    def __getitem__(self, k):
        return self._views[k][self._indices[self._place] + (Ellipsis,)]

    def iternext(self):
        self._place += 1
        return not self.finished

    def __iter__(self):
        while not self.finished:
            values = tuple(view[self.multi_index + (Ellipsis,)] for view in self._views)
            yield values[0] if len(values) == 1 else values
            self._place += 1

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False
