# numpy: arrays with elements added, taken out or rearranged.
import numpy as np
from numpy.lib.array_utils import normalize_axis_index as _axis
from numpy.exceptions import AxisError as _AxisError


def append(arr, values, axis=None):
    """The array with values behind it; flat without an axis."""
    if axis is None:
        return np.concatenate([np.ravel(arr), np.ravel(values)])
    return np.concatenate([np.asarray(arr), np.asarray(values)], axis)


def _positions(obj, size):
    if isinstance(obj, slice):
        return list(range(*obj.indices(size)))
    chosen = np.asarray(obj)
    if chosen.dtype == bool:
        return np.nonzero(chosen)[0].tolist()
    places = []
    for k in chosen.ravel().tolist():
        if not -size <= k < size:
            raise IndexError(f"index {k} is out of bounds for axis 0 with size {size}")
        places.append(k + size if k < 0 else k)
    return places


def delete(arr, obj, axis=None):
    """The array without the slices at indices."""
    arr = np.asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = _axis(axis, arr.ndim)
    gone = set(_positions(obj, arr.shape[axis]))
    return np.take(arr, np.array([k for k in range(arr.shape[axis]) if k not in gone], dtype=np.int64), axis)


def insert(arr, obj, values, axis=None):
    """The array with values put before indices."""
    arr = np.asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    lines = np.moveaxis(arr, _axis(axis, arr.ndim), 0)
    size = lines.shape[0]
    places = [obj] if isinstance(obj, int) else list(range(*obj.indices(size))) if isinstance(obj, slice) else np.asarray(obj).tolist()
    for p in places:
        if not -size <= p <= size:
            raise IndexError(f"index {p} is out of bounds for axis {axis} with size {size}")
    places = [p + size if p < 0 else p for p in places]
    values = np.asarray(values, dtype=arr.dtype)
    if len(places) == 1 and lines.ndim == 1 and values.ndim == 1:
        places = places * values.size
    new = np.broadcast_to(values if values.ndim == 0 or lines.ndim == 1 or values.ndim == lines.ndim else values[None] if values.ndim == lines.ndim - 1 else values,
                       (len(places),) + lines.shape[1:])
    order = sorted(range(len(places)), key=lambda k: places[k])
    parts, last = [], 0
    for k in order:
        parts += [lines[last:places[k]], new[k:k + 1]]
        last = places[k]
    return np.moveaxis(np.concatenate(parts + [lines[last:]]), 0, axis)


def trim_zeros(filt, trim='fb'):
    """The sequence without the zeros at its ends."""
    first, last = 0, len(filt)
    if 'f' in trim.lower():
        while first < last and filt[first] == 0:
            first += 1
    if 'b' in trim.lower():
        while last > first and filt[last - 1] == 0:
            last -= 1
    return filt[first:last]


def pad(array, pad_width, mode='constant', *, constant_values=0, end_values=0, **kwargs):
    """The array within a border."""
    result = np.asarray(array)
    if isinstance(pad_width, dict):
        pad_width = [pad_width.get(k, pad_width.get(k - result.ndim, 0)) for k in range(result.ndim)]
        pad_width = [w if isinstance(w, tuple) else (w, w) for w in pad_width]
    widths = np.asarray(pad_width)
    widths = np.broadcast_to(widths, (result.ndim, 2)).tolist()
    values = np.broadcast_to(np.asarray(constant_values), (result.ndim, 2)).tolist()
    ends = np.broadcast_to(np.asarray(end_values), (result.ndim, 2)).tolist()
    if callable(mode):
        return _padded_by_function(result, widths, mode, kwargs)
    for axis, (before, after) in enumerate(widths):
        size = result.shape[axis]
        if before < 0 or after < 0:
            raise ValueError("index can't contain negative values")
        if mode in ('constant', 'empty'):
            shape = list(result.shape)
            shape[axis] = before
            left = np.full(shape, values[axis][0], dtype=result.dtype)
            shape[axis] = after
            result = np.concatenate([left, result, np.full(shape, values[axis][1], dtype=result.dtype)], axis)
            continue
        if mode in _statistics or mode == 'linear_ramp':
            result = _padded_by_value(result, axis, before, after, mode, kwargs.get('stat_length'), ends[axis])
            continue
        if kwargs.get('reflect_type') == 'odd':
            result = _padded_oddly(result, axis, before, after, mode)
            continue
        places = []
        for k in range(-before, size + after):
            if mode == 'edge':
                places.append(0 if k < 0 else size - 1 if k >= size else k)
            elif mode == 'wrap':
                places.append(k % size)
            elif mode == 'reflect':
                period = 2 * size - 2 if size > 1 else 1
                place = k % period
                places.append(place if place < size else period - place)
            elif mode == 'symmetric':
                place = k % (2 * size)
                places.append(place if place < size else 2 * size - 1 - place)
            else:
                raise ValueError(f"mode '{mode}' is not supported")
        result = np.take(result, places, axis)
    return result


def _padded_oddly(x, axis, before, after, mode):
    """Both ends continued by what mirrors the elements about the first and the last one."""
    lines = np.moveaxis(x, axis, 0)
    skipped = 1 if mode == 'reflect' else 0
    while before or after:
        size = lines.shape[0]
        left, right = min(before, size - skipped), min(after, size - skipped)
        head = 2 * lines[:1] - lines[skipped:skipped + left][::-1]
        tail = 2 * lines[-1:] - lines[size - skipped - right:size - skipped][::-1]
        lines = np.concatenate([head, lines, tail])
        before, after = before - left, after - right
    return np.moveaxis(lines, 0, axis)


_statistics = {'maximum': np.max, 'minimum': np.min, 'mean': np.mean, 'median': np.median}


def _padded_by_value(x, axis, before, after, mode, length, ends):
    """Both ends along an axis filled with a statistic of the elements, or with numbers that run to an end value."""
    lengths = np.broadcast_to(np.asarray(x.shape[axis] if length is None else length), (2,)).tolist()
    size = x.shape[axis]
    parts = []
    for count, part, edge, end in ((before, slice(0, lengths[0]), 0, ends[0]), (after, slice(size - lengths[1], size), size - 1, ends[1])):
        moved = np.moveaxis(x, axis, 0)
        if mode == 'linear_ramp':
            near = moved[edge]
            steps = np.arange(count) / count if count else np.zeros(0)
            rows = [end + (near - end) * t for t in steps.tolist()]
            filled = np.array(rows if edge == 0 else rows[::-1]).reshape((count,) + near.shape)
        else:
            value = _statistics[mode](moved[part], axis=0)
            filled = np.broadcast_to(np.rint(value) if x.dtype.kind in 'iu' else value, (count,) + moved.shape[1:])
        parts.append(np.moveaxis(filled.astype(x.dtype), 0, axis))
    return np.concatenate([parts[0], x, parts[1]], axis)


def _padded_by_function(x, widths, function, kwargs):
    """Zeros around the elements, then every line given to the program's function."""
    result = np.pad(x, widths)
    for axis, width in enumerate(widths):
        lines = np.moveaxis(result, axis, -1)
        for index in np.ndindex(*lines.shape[:-1]):
            line = lines[index]
            changed = function(line, tuple(width), axis, kwargs)
            if changed is not None:
                lines[index] = changed
    return result


def diagflat(v, k=0):
    """A square matrix with the flat values on a diagonal."""
    return np.diag(np.ravel(v), k)


def _block_depth(arrays, path=''):
    """How deep the lists of a block are nested; the same for every branch."""
    if not isinstance(arrays, list):
        return 0, path
    if not arrays:
        raise ValueError(f"List at arrays{path} cannot be empty")
    depths = [_block_depth(part, f'{path}[{k}]') for k, part in enumerate(arrays)]
    for depth, place in depths:
        if depth != depths[0][0]:
            shown = path.count('[') + 1
            raise ValueError(f"List depths are mismatched. First element was at depth {shown + depths[0][0]}, but there is an element at depth "
                             f"{shown + depth} (arrays{place})")
    return depths[0][0] + 1, depths[0][1]


def _joined_block(arrays, depth, ndim):
    if not isinstance(arrays, list):
        return np.array(arrays, ndmin=ndim)
    return np.concatenate([_joined_block(part, depth - 1, ndim) for part in arrays], axis=-depth)


def _leaf_rank(arrays):
    return max(_leaf_rank(part) for part in arrays) if isinstance(arrays, list) else np.ndim(arrays)


def block(arrays):
    """An array put together from nested lists of blocks."""
    depth = _block_depth(arrays)[0]
    return _joined_block(arrays, depth, max(depth, _leaf_rank(arrays)))


def rollaxis(a, axis, start=0):
    """The array with an axis moved before another."""
    ndim = np.ndim(a)
    axis = _axis(axis, ndim)
    if not -ndim <= start <= ndim:
        raise _AxisError(f"'start' arg requires {-ndim} <= start < {ndim + 1}, but {start} was passed in")
    start = start + ndim if start < 0 else start
    return np.moveaxis(a, axis, start - 1 if axis < start else start)


def ediff1d(ary, to_end=None, to_begin=None):
    """Differences of neighbours in the flat array."""
    ary = np.ravel(ary)
    parts = [ary[1:] - ary[:-1]]
    if to_begin is not None:
        parts.insert(0, np.ravel(to_begin))
    if to_end is not None:
        parts.append(np.ravel(to_end))
    return np.concatenate(parts) if len(parts) > 1 else parts[0]


def dsplit(ary, indices_or_sections):
    """Parts along the third axis."""
    if np.ndim(ary) < 3:
        raise ValueError('dsplit only works on arrays of 3 or more dimensions')
    return np.split(ary, indices_or_sections, 2)
