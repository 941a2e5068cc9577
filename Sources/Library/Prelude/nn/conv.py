# torch.nn.modules.conv (torch.nn, torch.nn.modules): convolutions in one, two and three dimensions.
import math
import torch
import torch.nn.functional as F
from torch.nn import init
from torch.nn.modules.module import Module
from torch.nn.modules.utils import both_sides, spread
from torch.nn.parameter import Parameter

_PADDING_MODES = ("zeros", "reflect", "replicate", "circular")


class _ConvNd(Module):
    """What all convolutions share: their sizes, weight, bias and printed form."""

    transposed = False

    def __init__(
        self, in_channels, out_channels, kernel_size, stride, padding, dilation, output_padding, groups, bias,
        padding_mode, device=None, dtype=None,
    ):
        super().__init__()
        if groups <= 0:
            raise ValueError("groups must be a positive integer")
        if in_channels % groups != 0:
            raise ValueError("in_channels must be divisible by groups")
        if out_channels % groups != 0:
            raise ValueError("out_channels must be divisible by groups")
        if isinstance(padding, str):
            if padding not in ("same", "valid"):
                raise ValueError(
                    f"Invalid padding string {padding!r}, should be one of {{'same', 'valid'}}"
                )
            if padding == "same" and any(step != 1 for step in stride):
                raise ValueError("padding='same' is not supported for strided convolutions")
        if padding_mode not in _PADDING_MODES:
            raise ValueError(
                f"padding_mode must be one of {set(_PADDING_MODES)}, but got padding_mode='{padding_mode}'"
            )
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = kernel_size
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        self.output_padding = output_padding
        self.groups = groups
        self.padding_mode = padding_mode
        self._make_parameters(bias, device, dtype)

    def _weight_shape(self):
        if self.transposed:
            return (self.in_channels, self.out_channels // self.groups) + self.kernel_size
        return (self.out_channels, self.in_channels // self.groups) + self.kernel_size

    def _make_parameters(self, bias, device, dtype):
        self.weight = Parameter(torch.empty(self._weight_shape(), device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(self.out_channels, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        """Draws weight, then bias, from ±1/sqrt(fan), where fan counts the inputs of one output."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan = math.prod(self.weight.shape[1:])
            if fan != 0:
                bound = 1 / math.sqrt(fan)
                init.uniform_(self.bias, -bound, bound)

    def _padded(self, input):
        """The input with its border filled by the padding mode, and the padding left to do."""
        dimensions = len(self.kernel_size)
        if self.padding_mode == "zeros":
            return input, self.padding
        if self.padding == "valid":
            return input, (0,) * dimensions
        if self.padding == "same":
            border = []
            for step, size in zip(reversed(self.dilation), reversed(self.kernel_size)):
                total = step * (size - 1)
                border += [total // 2, total - total // 2]
        else:
            border = both_sides(self.padding)
        return F.pad(input, tuple(border), mode=self.padding_mode), (0,) * dimensions

    def extra_repr(self):
        text = f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}"
        none, one = (0,) * len(self.kernel_size), (1,) * len(self.kernel_size)
        if self.padding != none:
            text += f", padding={self.padding}"
        if self.dilation != one:
            text += f", dilation={self.dilation}"
        if self.output_padding != none:
            text += f", output_padding={self.output_padding}"
        if self.groups != 1:
            text += f", groups={self.groups}"
        if self.bias is None:
            text += ", bias=False"
        if self.padding_mode != "zeros":
            text += f", padding_mode={self.padding_mode}"
        return text


class _Conv(_ConvNd):
    """A convolution over `dimensions` dimensions."""

    dimensions = 0

    def __init__(
        self, in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode, device,
        dtype,
    ):
        count = self.dimensions
        super().__init__(
            in_channels, out_channels, spread(kernel_size, count), spread(stride, count),
            padding if isinstance(padding, str) else spread(padding, count), spread(dilation, count),
            (0,) * count, groups, bias, padding_mode, device, dtype,
        )

    def _conv_forward(self, input, weight, bias):
        padding = self.padding
        if self.padding_mode != "zeros":
            input, padding = self._padded(input)
        return self.operation(input, weight, bias, self.stride, padding, self.dilation, self.groups)

    def forward(self, input):
        return self._conv_forward(input, self.weight, self.bias)


class Conv1d(_Conv):
    """(N, C_in, L) to (N, C_out, L_out), by sliding kernels."""

    dimensions = 1
    operation = staticmethod(F.conv1d)

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
        padding_mode="zeros", device=None, dtype=None,
    ):
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode, device, dtype
        )


class Conv2d(_Conv):
    """(N, C_in, H, W) to (N, C_out, H_out, W_out), by sliding kernels."""

    dimensions = 2
    operation = staticmethod(F.conv2d)

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
        padding_mode="zeros", device=None, dtype=None,
    ):
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode, device, dtype
        )


class Conv3d(_Conv):
    """(N, C_in, D, H, W) to (N, C_out, D_out, H_out, W_out), by sliding kernels."""

    dimensions = 3
    operation = staticmethod(F.conv3d)

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
        padding_mode="zeros", device=None, dtype=None,
    ):
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode, device, dtype
        )


class _ConvTranspose(_ConvNd):
    """The gradient of a convolution as a layer: it enlarges its input."""

    transposed = True
    dimensions = 0

    def __init__(
        self, in_channels, out_channels, kernel_size, stride, padding, output_padding, groups, bias, dilation,
        padding_mode, device, dtype,
    ):
        count = self.dimensions
        if padding_mode != "zeros":
            raise ValueError(f'Only "zeros" padding mode is supported for {type(self).__name__}')
        super().__init__(
            in_channels, out_channels, spread(kernel_size, count), spread(stride, count), spread(padding, count),
            spread(dilation, count), spread(output_padding, count), groups, bias, padding_mode, device, dtype,
        )

    def _output_padding(self, input, output_size):
        """How much to add at the far side so that the output has the wanted size."""
        if output_size is None:
            return self.output_padding
        count = self.dimensions
        if len(output_size) == count + input.dim() - count:
            output_size = output_size[-count:]
        if len(output_size) != count:
            raise ValueError(
                f"ConvTranspose{count}D: for {input.dim()}D input, output_size must have {count} or {count + 2} "
                f"elements (got {len(output_size)})"
            )
        extra = []
        smallest, largest = [], []
        for i in range(count):
            size = input.shape[i - count]
            least = (size - 1) * self.stride[i] - 2 * self.padding[i] + self.dilation[i] * (self.kernel_size[i] - 1) + 1
            smallest.append(least)
            largest.append(least + self.stride[i] - 1)
            extra.append(output_size[i] - least)
        if any(not low <= size <= high for low, size, high in zip(smallest, output_size, largest)):
            raise ValueError(
                f"requested an output size of {output_size}, but valid sizes range from {smallest} to {largest} "
                f"(for an input of {input.shape[2:]})"
            )
        return tuple(extra)

    def forward(self, input, output_size=None):
        return self.operation(
            input, self.weight, self.bias, self.stride, self.padding, self._output_padding(input, output_size),
            self.groups, self.dilation,
        )


class ConvTranspose1d(_ConvTranspose):
    """The transpose of Conv1d."""

    dimensions = 1
    operation = staticmethod(F.conv_transpose1d)

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True,
        dilation=1, padding_mode="zeros", device=None, dtype=None,
    ):
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, output_padding, groups, bias, dilation,
            padding_mode, device, dtype,
        )


class ConvTranspose2d(_ConvTranspose):
    """The transpose of Conv2d."""

    dimensions = 2
    operation = staticmethod(F.conv_transpose2d)

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True,
        dilation=1, padding_mode="zeros", device=None, dtype=None,
    ):
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, output_padding, groups, bias, dilation,
            padding_mode, device, dtype,
        )


class ConvTranspose3d(_ConvTranspose):
    """The transpose of Conv3d."""

    dimensions = 3
    operation = staticmethod(F.conv_transpose3d)

    def __init__(
        self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True,
        dilation=1, padding_mode="zeros", device=None, dtype=None,
    ):
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, output_padding, groups, bias, dilation,
            padding_mode, device, dtype,
        )
