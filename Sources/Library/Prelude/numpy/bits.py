# numpy: the bits of integers.
import numpy as np


def bitwise_count(x, /):
    """The number of ones in the absolute value."""
    x = np.abs(np.asarray(x))
    counts = np.zeros(x.shape, np.uint8)
    # The least number of a type is its own absolute value, and stays negative: as many steps as there are bits, then.
    for _ in range(8 * x.dtype.itemsize):
        counts = counts + (x & 1).astype(np.uint8)
        x = x >> 1
    return counts[()]


def packbits(a, /, axis=None, bitorder='big'):
    """Eight truths as the bits of one byte."""
    a = np.asarray(a)
    if a.dtype.kind not in 'bui':
        raise TypeError("Expected an input array of integer or boolean data type")
    a, axis = (a.ravel(), 0) if axis is None else (a, axis)
    bits = np.moveaxis(a != 0, axis, -1).astype(np.uint8)
    bits = np.concatenate([bits, np.zeros(bits.shape[:-1] + (-bits.shape[-1] % 8,), np.uint8)], -1)
    groups = bits.reshape(bits.shape[:-1] + (-1, 8)) << _places(bitorder)
    return np.moveaxis(groups.sum(-1, dtype=np.uint8), -1, axis)


def unpackbits(a, /, axis=None, count=None, bitorder='big'):
    """The bits of bytes, one after the other."""
    a = np.asarray(a)
    if a.dtype != np.uint8:
        raise TypeError("Expected an input array of unsigned byte data type")
    a, axis = (a.ravel(), 0) if axis is None else (a, axis)
    groups = np.moveaxis(a, axis, -1)[..., None] >> _places(bitorder) & 1
    bits = groups.reshape(groups.shape[:-2] + (-1,))
    size = bits.shape[-1]
    if count is not None and count > size:
        bits = np.concatenate([bits, np.zeros(bits.shape[:-1] + (count - size,), np.uint8)], -1)
    return np.moveaxis(bits if count is None else bits[..., :count], -1, axis)


def _places(bitorder):
    if bitorder not in ('big', 'little'):
        raise ValueError("'order' must be either 'little' or 'big'")
    places = np.arange(8, dtype=np.uint8)
    return places[::-1] if bitorder == 'big' else places
