# torchvision.transforms: changes of images, one after the other.
import numpy
import torch
import torch.nn.functional as F
from torch.nn.modules.module import Module


class Compose:
    """Several transforms in order."""

    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, img):
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self):
        lines = "".join(f"\n    {transform}" for transform in self.transforms)
        return f"{type(self).__name__}({lines}\n)"


class ToTensor:
    """An array (H, W, C) of bytes to a tensor (C, H, W) between 0 and 1; other arrays keep their values."""

    def __call__(self, pic):
        if isinstance(pic, torch.Tensor):
            raise TypeError(f"pic should be PIL Image or ndarray. Got {type(pic)}")
        pic = numpy.asarray(pic)
        if pic.ndim == 2:
            pic = pic[:, :, None]
        tensor = torch.from_numpy(pic.transpose((2, 0, 1)).copy())
        return tensor.to(torch.get_default_dtype()).div(255) if tensor.dtype == torch.uint8 else tensor

    def __repr__(self):
        return "ToTensor()"


class PILToTensor(ToTensor):
    """An array (H, W, C) to a tensor (C, H, W) of the same values."""

    def __call__(self, pic):
        pic = numpy.asarray(pic)
        pic = pic[:, :, None] if pic.ndim == 2 else pic
        return torch.from_numpy(pic.transpose((2, 0, 1)).copy())

    def __repr__(self):
        return "PILToTensor()"


class ConvertImageDtype(Module):
    """Another dtype; between bytes and floating point the values are scaled by 255."""

    def __init__(self, dtype):
        super().__init__()
        self.dtype = dtype

    def forward(self, image):
        if self.dtype.is_floating_point and not image.is_floating_point():
            return image.to(self.dtype) / 255
        if image.is_floating_point() and not self.dtype.is_floating_point:
            return image.mul(255 + 1.0 - 1e-3).to(self.dtype)
        return image.to(self.dtype)


class Lambda:
    """Any function."""

    def __init__(self, lambd):
        if not callable(lambd):
            raise TypeError(f"Argument lambd should be callable, got {type(lambd).__name__}")
        self.lambd = lambd

    def __call__(self, img):
        return self.lambd(img)

    def __repr__(self):
        return "Lambda()"


class Normalize(Module):
    """(x - mean) / std for each channel."""

    def __init__(self, mean, std, inplace=False):
        super().__init__()
        self.mean = mean
        self.std = std
        self.inplace = inplace

    def forward(self, tensor):
        return functional_normalize(tensor, self.mean, self.std, self.inplace)

    def __repr__(self):
        return f"Normalize(mean={self.mean}, std={self.std})"


def functional_normalize(tensor, mean, std, inplace=False):
    """(x - mean) / std for each channel of (…, C, H, W)."""
    if not isinstance(tensor, torch.Tensor):
        raise TypeError(f"img should be Tensor Image. Got {type(tensor)}")
    if not tensor.is_floating_point():
        raise TypeError(f"Input tensor should be a float tensor. Got {tensor.dtype}.")
    if tensor.ndim < 3:
        raise ValueError(
            f"Expected tensor to be a tensor image of size (..., C, H, W). Got tensor.size() = {tensor.size()}"
        )
    mean = torch.as_tensor(mean, dtype=tensor.dtype)
    std = torch.as_tensor(std, dtype=tensor.dtype)
    if (std == 0).any():
        raise ValueError(f"std evaluated to zero after conversion to {tensor.dtype}, leading to division by zero.")
    mean = mean.view(-1, 1, 1) if mean.ndim == 1 else mean
    std = std.view(-1, 1, 1) if std.ndim == 1 else std
    tensor = tensor if inplace else tensor.clone()
    return tensor.sub_(mean).div_(std)


class Resize(Module):
    """Another size, by bilinear interpolation; one number is the length of the shorter side."""

    def __init__(self, size, interpolation=None, max_size=None, antialias=True):
        super().__init__()
        self.size = size
        self.antialias = antialias

    def forward(self, img):
        size = self.size
        if isinstance(size, int) or len(size) == 1:
            short = size if isinstance(size, int) else size[0]
            height, width = img.shape[-2:]
            size = (short, int(short * width / height)) if height <= width else (int(short * height / width), short)
        batch = img if img.dim() == 4 else img.unsqueeze(0)
        resized = F.interpolate(batch, tuple(size), mode="bilinear", align_corners=False, antialias=self.antialias)
        return resized if img.dim() == 4 else resized.squeeze(0)

    def __repr__(self):
        return f"Resize(size={self.size}, interpolation=bilinear, max_size=None, antialias={self.antialias})"


class CenterCrop(Module):
    """The middle part of a size."""

    def __init__(self, size):
        super().__init__()
        self.size = (size, size) if isinstance(size, int) else tuple(size)

    def forward(self, img):
        height, width = self.size
        top = int(round((img.shape[-2] - height) / 2.0))
        left = int(round((img.shape[-1] - width) / 2.0))
        return img[..., top : top + height, left : left + width]

    def __repr__(self):
        return f"CenterCrop(size={self.size})"


class RandomCrop(Module):
    """A part of a size at a random place, after padding."""

    def __init__(self, size, padding=None, pad_if_needed=False, fill=0, padding_mode="constant"):
        super().__init__()
        self.size = (size, size) if isinstance(size, int) else tuple(size)
        self.padding = padding
        self.fill = fill
        self.padding_mode = padding_mode

    def forward(self, img):
        if self.padding is not None:
            sides = (self.padding,) * 4 if isinstance(self.padding, int) else tuple(self.padding)
            sides = sides * 2 if len(sides) == 2 else sides
            left, top, right, bottom = sides
            img = F.pad(img, (left, right, top, bottom), mode=self.padding_mode, value=self.fill)
        height, width = self.size
        if img.shape[-2] == height and img.shape[-1] == width:
            return img
        top = torch.randint(0, img.shape[-2] - height + 1, size=(1,)).item()
        left = torch.randint(0, img.shape[-1] - width + 1, size=(1,)).item()
        return img[..., top : top + height, left : left + width]

    def __repr__(self):
        return f"RandomCrop(size={self.size}, padding={self.padding})"


class RandomHorizontalFlip(Module):
    """Mirrors left and right with probability p."""

    dimension = -1

    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, img):
        return img.flip(self.dimension) if torch.rand(1) < self.p else img

    def __repr__(self):
        return f"{type(self).__name__}(p={self.p})"


class RandomVerticalFlip(RandomHorizontalFlip):
    """Mirrors top and bottom with probability p."""

    dimension = -2


class Grayscale(Module):
    """One channel of brightness, or three equal ones."""

    def __init__(self, num_output_channels=1):
        super().__init__()
        self.num_output_channels = num_output_channels

    def forward(self, img):
        red, green, blue = img.unbind(dim=-3)
        gray = (0.2989 * red + 0.587 * green + 0.114 * blue).to(img.dtype).unsqueeze(dim=-3)
        return gray.expand(img.shape) if self.num_output_channels == 3 else gray

    def __repr__(self):
        return f"Grayscale(num_output_channels={self.num_output_channels})"
