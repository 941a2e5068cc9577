# torch.nn.modules.utils: numbers given once for all dimensions, or once for each.


def spread(value, count):
    """A tuple of `count` numbers from one number, or from an iterable that has them."""
    if hasattr(value, "__iter__"):
        return tuple(value)
    return (value,) * count


def both_sides(padding):
    """Padding per dimension as F.pad wants it: last dimension first, each twice."""
    return tuple(size for size in reversed(padding) for _ in range(2))


def _ntuple(count):
    """A function that spreads its argument over `count` dimensions."""
    return lambda value: spread(value, count)


_single = _ntuple(1)
_pair = _ntuple(2)
_triple = _ntuple(3)
_quadruple = _ntuple(4)
