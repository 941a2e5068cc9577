# numpy: choosing elements and putting them elsewhere.
import numpy as np
from numpy.lib.array_utils import normalize_axis_index as _axis


def select(condlist, choicelist, default=0):
    """Of each place the element of the first choice whose condition holds there."""
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if not condlist:
        raise ValueError("select with an empty condition list is not possible")
    for k, condition in enumerate(condlist):
        if np.asarray(condition).dtype != bool:
            raise TypeError(f"invalid entry {k} in condlist: should be boolean ndarray")
    result = default
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        result = np.where(condition, choice, result)
    return result


def piecewise(x, condlist, funclist):
    """A function put together from others, each where its condition holds."""
    x = np.asarray(x)
    conditions = [np.asarray(c) for c in condlist]
    if len(funclist) == len(conditions) + 1:
        rest = conditions[0]
        for c in conditions[1:]:
            rest = rest | c
        conditions.append(~rest)
    y = np.zeros_like(x)
    for condition, function in zip(conditions, funclist):
        y[condition] = function(x[condition]) if callable(function) else function
    return y


def choose(a, choices, out=None, mode='raise'):
    """Of each place the element of the array whose number stands in `a`."""
    a = np.asarray(a)
    if mode == 'raise' and np.any((a < 0) | (a >= len(choices))):
        raise ValueError("invalid entry in choice array")
    a = np.clip(a, 0, len(choices) - 1) if mode == 'clip' else a % len(choices)
    shape = np.broadcast_shapes(a.shape, *[np.shape(c) for c in choices])
    a = np.broadcast_to(a, shape)
    table = np.stack([np.broadcast_to(c, shape) for c in choices])
    return np._written('choose', np.take_along_axis(table, np.asarray(a)[None], 0)[0], out)


def take_along_axis(arr, indices, axis=-1):
    """The elements at indices that an array of the same rank names along an axis."""
    arr, indices = np.asarray(arr), np.asarray(indices)
    if axis is None:
        return arr.ravel()[indices]
    axis = _axis(axis, arr.ndim)
    return arr[_along(arr, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    """Writes values at indices along an axis, as `take_along_axis` reads them."""
    arr[_along(arr, np.asarray(indices), _axis(axis, arr.ndim))] = values


def _along(arr, indices, axis):
    key = []
    for k in range(arr.ndim):
        if k == axis:
            key.append(indices)
        else:
            key.append(np.arange(arr.shape[k]).reshape([-1 if i == k else 1 for i in range(arr.ndim)]))
    return tuple(key)


def put(a, ind, v, mode='raise'):
    """Writes values at flat indices."""
    places = np.asarray(ind)
    if mode != 'raise':
        places = np.clip(places, 0, a.size - 1) if mode == 'clip' else places % a.size
    a.flat[places] = np.resize(v, places.shape)


def place(arr, mask, vals):
    """Writes values one after the other where the mask holds, from the start again when they end."""
    arr[np.asarray(mask)] = np.resize(vals, int(np.sum(mask)))


def copyto(dst, src, casting='same_kind', where=True):
    """Writes an array into another, where a condition holds."""
    if isinstance(src, (np.ndarray, list, tuple, np.generic)):
        kind = np.asarray(src).dtype
        if not np.can_cast(kind, dst.dtype, casting):
            raise TypeError(f"Cannot cast array data from {kind!r} to {dst.dtype!r} according to the rule '{casting}'")
    dst[np.broadcast_to(where, dst.shape)] = np.broadcast_to(src, dst.shape)[np.broadcast_to(where, dst.shape)]


def extract(condition, arr):
    """The elements where a condition holds, in a row."""
    return np.ravel(arr)[np.nonzero(np.ravel(condition))[0]]


def compress(condition, a, axis=None, out=None):
    """The slices along an axis whose condition holds."""
    return np.take(a, np.nonzero(np.asarray(condition))[0], axis, out)


def flatnonzero(a):
    """The flat indices of the elements that are not zero."""
    return np.nonzero(np.ravel(a))[0]


def argwhere(a):
    """The indices of the elements that are not zero, one row each."""
    a = np.asarray(a)
    return np.stack(np.nonzero(a), axis=-1) if a.ndim else np.zeros((int(bool(a)), 0), dtype=np.int64)


def _check_kth(a, kth, axis):
    size = np.asarray(a).size if axis is None else np.asarray(a).shape[axis]
    for k in np.atleast_1d(kth).tolist():
        if not -size <= k < size:
            raise ValueError(f"kth(={k}) out of bounds ({size})")


def argpartition(a, kth, axis=-1, kind='introselect', order=None):
    """Indices that put the kth element in its place. They sort the whole."""
    _check_kth(a, kth, axis)
    return np.argsort(a, axis)


def partition(a, kth, axis=-1, kind='introselect', order=None):
    """The elements with the kth in its place, smaller ones before it. They are sorted."""
    _check_kth(a, kth, axis)
    return np.sort(a, axis)


def lexsort(keys, axis=-1):
    """Indices that sort by several keys, the last one first."""
    keys = [np.asarray(key) for key in keys]
    if any(key.shape != keys[0].shape for key in keys):
        raise ValueError("all keys need to be the same shape")
    order = np.argsort(keys[0], axis, kind='stable')
    for key in keys[1:]:
        order = np.take_along_axis(order, np.argsort(np.take_along_axis(key, order, axis), axis, kind='stable'), axis)
    return order


def fill_diagonal(a, val, wrap=False):
    """Writes a value along the main diagonal; `wrap` begins again below a square."""
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    if a.ndim == 2:
        # The diagonal of a tall matrix begins anew below the square.
        columns = a.shape[1]
        a.flat[:a.size if wrap else columns * columns:columns + 1] = val
        return
    if len(set(a.shape)) > 1:
        raise ValueError("All dimensions of input must be of equal length")
    a[(np.arange(a.shape[0]),) * a.ndim] = val


def putmask(a, mask, values):
    """Writes values where the mask holds, each at its own place."""
    values = np.asarray(values).ravel()
    places = np.flatnonzero(mask)
    np.put(a, places, values[places % values.size])


def sort_complex(a):
    """The elements as complex numbers, sorted by real part, then imaginary part."""
    return np.sort(np.asarray(a))
