# numpy.lib.stride_tricks: other views of an array's memory.
import numpy as np


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    """Every window of a shape, without copying."""
    x = np.asarray(x)
    sizes = tuple(window_shape) if isinstance(window_shape, (tuple, list)) else (window_shape,)
    if axis is None:
        axis = tuple(range(x.ndim))
        if len(sizes) != len(axis):
            raise ValueError("Since axis is None, must provide window_shape for all dimensions of `x`; "
                             f"got {len(sizes)} window_shape elements and `x.ndim` is {x.ndim}.")
    axes = [k % x.ndim for k in (axis if isinstance(axis, (tuple, list)) else (axis,))]
    for k, size in zip(axes, sizes):
        if size < 0:
            raise ValueError('`window_shape` cannot contain negative values')
        if x.shape[k] < size:
            raise ValueError('window shape cannot be larger than input array shape')
    shape, steps = list(x.shape), list(x.strides)
    for k, size in zip(axes, sizes):
        shape[k] -= size - 1
        shape.append(size)
        steps.append(x.strides[k])
    return np.lib.stride_tricks.as_strided(x, tuple(shape), tuple(steps))


def broadcast_to(array, shape, subok=False):
    """The array stretched to a shape, without copying."""
    return np.broadcast_to(array, shape)


def broadcast_arrays(*args, subok=False):
    """The arrays stretched to their common shape."""
    return np.broadcast_arrays(*args)
