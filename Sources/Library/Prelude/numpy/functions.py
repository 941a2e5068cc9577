# numpy: Python functions applied to arrays, and walks over elements.
import numpy as np
from itertools import product as _product


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """What a function makes of each line along an axis."""
    arr = np.moveaxis(np.asarray(arr), axis, -1)
    lines = arr.reshape(-1, arr.shape[-1])
    results = np.array([func1d(line, *args, **kwargs) for line in lines])
    results = results.reshape(arr.shape[:-1] + results.shape[1:])
    return np.moveaxis(results, -1, axis) if results.ndim == arr.ndim else results


def apply_over_axes(func, a, axes):
    """What a function makes of the array along one axis after the other; each stays, with size 1."""
    for axis in np.atleast_1d(axes).tolist():
        a = np.expand_dims(func(a, axis), axis)
    return a


class vectorize:
    """A function of numbers as a function of arrays."""

    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        self.pyfunc = pyfunc
        self.otypes = list(otypes) if otypes is not None else None
        self.excluded = set(excluded or ())
        self.signature = signature
        self.__name__ = getattr(pyfunc, '__name__', 'vectorize')
        self.__doc__ = doc if doc is not None else pyfunc.__doc__

    def __call__(self, *args, **kwargs):
        if self.signature is not None:
            return self._called_on_parts(args, kwargs)
        # The arguments that vary, by position or name; the others are passed as they are.
        names = [k for k in range(len(args)) if k not in self.excluded] + [name for name in kwargs if name not in self.excluded]
        arrays = np.broadcast_arrays(*[args[k] if isinstance(k, int) else kwargs[k] for k in names])
        if arrays[0].size == 0 and not self.otypes:
            raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
        shape = arrays[0].shape
        results = []
        for values in zip(*[a.ravel() for a in arrays]):
            args, kwargs = list(args), dict(kwargs)
            for name, value in zip(names, values):
                if isinstance(name, int):
                    args[name] = value
                else:
                    kwargs[name] = value
            results.append(self.pyfunc(*args, **kwargs))
        if results and isinstance(results[0], tuple):
            kinds = self.otypes or [None] * len(results[0])
            return tuple(np.array(list(part), dtype=kind).reshape(shape)[()] for kind, part in zip(kinds, zip(*results)))
        return np.array(results, dtype=self.otypes[0] if self.otypes else _common_kind(results)).reshape(shape)[()]

    def _called_on_parts(self, args, kwargs):
        """Calls on the parts of the arguments that the signature, such as (m,n),(n)->(m), describes."""
        inputs = [part.strip('() ') for part in self.signature.replace(' ', '').split('->')[0].split('),')]
        ranks = [len([n for n in part.split(',') if n]) for part in inputs]
        arrays = [np.asarray(a) for a in args]
        if len(arrays) != len(ranks):
            raise TypeError(f'wrong number of positional arguments: expected {len(ranks)}, got {len(arrays)}')
        shape = np.broadcast_shapes(*[a.shape[:a.ndim - rank] for a, rank in zip(arrays, ranks)])
        views = [np.broadcast_to(a, shape + a.shape[a.ndim - rank:]) for a, rank in zip(arrays, ranks)]
        results = [self.pyfunc(*[view[index] for view in views], **kwargs) for index in np.ndindex(*shape)]
        if results and isinstance(results[0], tuple):
            return tuple(np.array(list(part)).reshape(shape + np.shape(part[0]))[()] for part in zip(*results))
        result = np.array(results, dtype=self.otypes[0] if self.otypes else None)
        return result.reshape(shape + result.shape[1:])[()]


def _common_kind(results):
    """The type of the first result decides, as numpy has it."""
    return None if not results or isinstance(results[0], str) else np.asarray(results[0]).dtype


class frompyfunc:
    """A function of several arguments and results as one of arrays of objects."""

    def __init__(self, func, nin, nout, *, identity=None):
        self._func = func
        self.nin, self.nout, self.nargs, self.identity = nin, nout, nin + nout, identity
        self.__name__ = f"{getattr(func, '__name__', '?')} (vectorized)"

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args):
        if len(args) != self.nin:
            raise TypeError(f"{self.__name__}() takes from {self.nin} to {self.nargs} positional arguments but {len(args)} "
                            f"{'was' if len(args) == 1 else 'were'} given")
        arrays = np.broadcast_arrays(*args)
        results = [self._func(*values) for values in zip(*[a.ravel().tolist() for a in arrays])]
        if self.nout > 1:
            return tuple(self._shaped(list(part), arrays[0].shape) for part in zip(*results))
        return self._shaped(results, arrays[0].shape)

    def _shaped(self, values, shape):
        if shape == ():
            return values[0]
        result = np.empty(len(values), dtype=object)
        for k, value in enumerate(values):
            result[k] = value
        return result.reshape(shape)

    def reduce(self, array, axis=0):
        lines = np.moveaxis(np.asarray(array).astype(object), axis, 0)
        result = lines[0]
        for line in lines[1:]:
            result = self(result, line)
        return result

    def accumulate(self, array, axis=0):
        lines = np.moveaxis(np.asarray(array).astype(object), axis, 0)
        results = [lines[0]]
        for line in lines[1:]:
            results.append(self(results[-1], line))
        return np.moveaxis(np.array(results, dtype=object), 0, axis)

    def outer(self, a, b):
        a, b = np.asarray(a), np.asarray(b)
        return self(a.reshape(a.shape + (1,) * b.ndim), b)


def ndenumerate(arr):
    """Pairs of an index and the element there."""
    arr = np.asarray(arr)
    for index in np.ndindex(*arr.shape):
        yield index, arr[index]


class ndindex:
    """The indices of an array of a shape, in order."""

    def __init__(self, *shape):
        self.shape = tuple(shape[0]) if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
        if any(n < 0 for n in self.shape):
            raise ValueError("negative dimensions are not allowed")
        self._walk = _product(*[range(n) for n in self.shape])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._walk)
