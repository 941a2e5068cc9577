# torch.nn.modules.padding (torch.nn, torch.nn.modules): layers that put a border around their input.
import torch.nn.functional as F
from torch.nn.modules.module import Module
from torch.nn.modules.utils import spread


class _Pad(Module):
    """A border of `padding` elements (one number, or left, right, top, bottom, …) filled by `mode`."""

    mode = "constant"
    dimensions = 0
    value = 0.0

    def __init__(self, padding):
        super().__init__()
        self.padding = spread(padding, 2 * self.dimensions)

    def forward(self, input):
        if self.mode == "constant":
            return F.pad(input, self.padding, "constant", self.value)
        return F.pad(input, self.padding, self.mode)

    def extra_repr(self):
        return f"{self.padding}"


class _ConstantPad(_Pad):
    """A border of one number."""

    def __init__(self, padding, value):
        super().__init__(padding)
        self.value = value

    def extra_repr(self):
        return f"padding={self.padding}, value={self.value}"


class ConstantPad1d(_ConstantPad):
    """A border of one number around a sequence."""

    dimensions = 1

    def __init__(self, padding, value):
        super().__init__(padding, value)


class ConstantPad2d(_ConstantPad):
    """A border of one number around an image."""

    dimensions = 2

    def __init__(self, padding, value):
        super().__init__(padding, value)


class ConstantPad3d(_ConstantPad):
    """A border of one number around a volume."""

    dimensions = 3

    def __init__(self, padding, value):
        super().__init__(padding, value)


class ZeroPad1d(_Pad):
    """A border of zeros around a sequence."""

    dimensions = 1

    def __init__(self, padding):
        super().__init__(padding)


class ZeroPad2d(_Pad):
    """A border of zeros around an image."""

    dimensions = 2

    def __init__(self, padding):
        super().__init__(padding)


class ZeroPad3d(_Pad):
    """A border of zeros around a volume."""

    dimensions = 3

    def __init__(self, padding):
        super().__init__(padding)


class ReflectionPad1d(_Pad):
    """A border that mirrors a sequence."""

    dimensions = 1
    mode = "reflect"

    def __init__(self, padding):
        super().__init__(padding)


class ReflectionPad2d(_Pad):
    """A border that mirrors an image."""

    dimensions = 2
    mode = "reflect"

    def __init__(self, padding):
        super().__init__(padding)


class ReflectionPad3d(_Pad):
    """A border that mirrors a volume."""

    dimensions = 3
    mode = "reflect"

    def __init__(self, padding):
        super().__init__(padding)


class ReplicationPad1d(_Pad):
    """A border that repeats the edge of a sequence."""

    dimensions = 1
    mode = "replicate"

    def __init__(self, padding):
        super().__init__(padding)


class ReplicationPad2d(_Pad):
    """A border that repeats the edge of an image."""

    dimensions = 2
    mode = "replicate"

    def __init__(self, padding):
        super().__init__(padding)


class ReplicationPad3d(_Pad):
    """A border that repeats the edge of a volume."""

    dimensions = 3
    mode = "replicate"

    def __init__(self, padding):
        super().__init__(padding)


class CircularPad1d(_Pad):
    """A border that wraps around a sequence."""

    dimensions = 1
    mode = "circular"

    def __init__(self, padding):
        super().__init__(padding)


class CircularPad2d(_Pad):
    """A border that wraps around an image."""

    dimensions = 2
    mode = "circular"

    def __init__(self, padding):
        super().__init__(padding)


class CircularPad3d(_Pad):
    """A border that wraps around a volume."""

    dimensions = 3
    mode = "circular"

    def __init__(self, padding):
        super().__init__(padding)
