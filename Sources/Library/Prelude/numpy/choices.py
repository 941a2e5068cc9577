# numpy: choosing elements and putting them elsewhere.
import numpy as np
from numpy.lib.array_utils import normalize_axis_index as _axis


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    result = default
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        result = np.where(condition, choice, result)
    return result


def piecewise(x, condlist, funclist):
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
    a = np.asarray(a)
    if mode == 'raise' and np.any((a < 0) | (a >= len(choices))):
        raise ValueError("invalid entry in choice array")
    a = np.clip(a, 0, len(choices) - 1) if mode == 'clip' else a % len(choices)
    shape = np.broadcast_shapes(a.shape, *[np.shape(c) for c in choices])
    a = np.broadcast_to(a, shape)
    table = np.stack([np.broadcast_to(c, shape) for c in choices])
    return np.take_along_axis(table, np.asarray(a)[None], 0)[0]


def take_along_axis(arr, indices, axis=-1):
    arr, indices = np.asarray(arr), np.asarray(indices)
    if axis is None:
        return arr.ravel()[indices]
    axis = _axis(axis, arr.ndim)
    return arr[_along(arr, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    arr[_along(arr, np.asarray(indices), _axis(axis, arr.ndim))] = values


def _along(arr, indices, axis):
    key = []
    for k in range(arr.ndim):
        if k == axis:
            key.append(indices)
        else:
            key.append(np.arange(arr.shape[k]).reshape([-1 if i == k else 1 for i in range(arr.ndim)]))
    return tuple(key)


def put(a, ind, v):
    flat = a.reshape(-1)
    flat[np.asarray(ind)] = np.resize(v, np.asarray(ind).shape)


def place(arr, mask, vals):
    arr[np.asarray(mask)] = np.resize(vals, int(np.sum(mask)))


def copyto(dst, src, where=True):
    dst[np.broadcast_to(where, dst.shape)] = np.broadcast_to(src, dst.shape)[np.broadcast_to(where, dst.shape)]


def extract(condition, arr):
    return np.ravel(arr)[np.nonzero(np.ravel(condition))[0]]


def compress(condition, a, axis=None):
    return np.take(a, np.nonzero(np.asarray(condition))[0], axis)


def flatnonzero(a):
    return np.nonzero(np.ravel(a))[0]


def argwhere(a):
    a = np.asarray(a)
    return np.stack(np.nonzero(a), axis=-1) if a.ndim else np.zeros((int(bool(a)), 0), dtype=np.int64)


def argpartition(a, kth, axis=-1):
    return np.argsort(a, axis)


def partition(a, kth, axis=-1):
    return np.sort(a, axis)


def lexsort(keys):
    order = np.arange(len(keys[0]))
    for key in keys:
        order = order[np.argsort(np.asarray(key)[order], kind='stable')]
    return order


def fill_diagonal(a, val, wrap=False):
    n = a.shape[0] if a.shape[0] < a.shape[1] else a.shape[1]
    a[np.arange(n), np.arange(n)] = val


def putmask(a, mask, values):
    values = np.asarray(values).ravel()
    places = np.flatnonzero(mask)
    np.put(a, places, values[places % values.size])


def sort_complex(a):
    return np.sort(np.asarray(a))
