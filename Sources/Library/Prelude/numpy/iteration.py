# numpy: a walk over the elements of arrays, several at once.
import numpy as np


class nditer:
    """The elements of one or several arrays, one after the other, to read or to write."""

    def __init__(self, op, flags=(), op_flags=(), op_dtypes=None, order='K', casting='safe', op_axes=None, itershape=None, buffersize=0):
        self.operands = tuple(op) if isinstance(op, (tuple, list)) else (op,)
        arrays = [np.asarray(a) for a in self.operands]
        if op_dtypes is not None:
            kinds = op_dtypes if isinstance(op_dtypes, (tuple, list)) else [op_dtypes]
            arrays = [a.astype(kind) for a, kind in zip(arrays, kinds)]
        self._views = np.broadcast_arrays(*arrays) if len(arrays) > 1 else arrays
        self._sizes = self._views[0].shape
        self.itersize, self.nop = self._views[0].size, len(arrays)
        # Axes that nobody asks about are walked as one where the elements follow each other.
        joined = not {'multi_index', 'c_index', 'f_index'} & set(flags)
        in_rows = all(view.flags['C_CONTIGUOUS'] for view in self._views)
        joined = joined and (in_rows or all(view.flags['F_CONTIGUOUS'] for view in self._views))
        self.shape = (self.itersize,) if joined and self._sizes else self._sizes
        self.ndim = len(self.shape)
        self._external = 'external_loop' in flags
        self._flags = flags
        first = self._views[0]
        by_columns = order == 'F' or order == 'K' and first.flags['F_CONTIGUOUS'] and not first.flags['C_CONTIGUOUS']
        self._indices = [index[::-1] for index in np.ndindex(*self._sizes[::-1])] if by_columns else list(np.ndindex(*self._sizes))
        if by_columns and self._external:
            self._views = [view.T for view in self._views]
        self._place = 0

    @property
    def finished(self):
        return self._place >= len(self._indices)

    @property
    def multi_index(self):
        return self._indices[self._place]

    @property
    def iterindex(self):
        return self._place

    @property
    def index(self):
        sizes = self._sizes
        number, index = 0, self.multi_index
        if 'f_index' in self._flags:
            sizes, index = sizes[::-1], index[::-1]
        for k, size in zip(index, sizes):
            number = number * size + k
        return number

    @property
    def value(self):
        values = tuple(self[k] for k in range(self.nop))
        return values[0] if self.nop == 1 else values

    def __getitem__(self, k):
        return self._views[k][self._indices[self._place] + (Ellipsis,)]

    def __setitem__(self, k, value):
        self[k][...] = value

    def iternext(self):
        self._place += 1
        return not self.finished

    def reset(self):
        self._place = 0

    def __iter__(self):
        if self._external:
            lines = tuple(view.reshape(-1) for view in self._views)
            yield lines[0] if self.nop == 1 else lines
            return
        while not self.finished:
            yield self.value
            self._place += 1

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def close(self):
        pass
