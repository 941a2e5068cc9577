# torch.nn.modules.instancenorm (torch.nn, torch.nn.modules): normalisation of each channel of each example by itself.
import torch.nn.functional as F
from torch.nn.modules.batchnorm import _LazyNorm, _NormBase


class _InstanceNorm(_NormBase):
    """Normalises each channel of each instance by itself."""

    def __init__(
        self, num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False, device=None, dtype=None,
        bias=True,
    ):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype, bias)

    def forward(self, input):
        self._check_input_dim(input)
        single = input.dim() == self.ranks[0]
        by_instance = self.training or not self.track_running_stats
        normalised = F.instance_norm(
            input.unsqueeze(0) if single else input,
            self.running_mean,
            self.running_var,
            self.weight,
            self.bias,
            by_instance,
            self.momentum if self.momentum is not None else 0.0,
            self.eps,
        )
        return normalised.squeeze(0) if single else normalised


class InstanceNorm1d(_InstanceNorm):
    """Instance normalisation of (N, C, L) or (C, L)."""

    ranks = (2, 3)


class InstanceNorm2d(_InstanceNorm):
    """Instance normalisation of (N, C, H, W) or (C, H, W)."""

    ranks = (3, 4)


class InstanceNorm3d(_InstanceNorm):
    """Instance normalisation of (N, C, D, H, W) or (C, D, H, W)."""

    ranks = (4, 5)


class LazyInstanceNorm1d(_LazyNorm, InstanceNorm1d):
    """An InstanceNorm1d that takes num_features from its first input."""

    _full_class = InstanceNorm1d


class LazyInstanceNorm2d(_LazyNorm, InstanceNorm2d):
    """An InstanceNorm2d that takes num_features from its first input."""

    _full_class = InstanceNorm2d


class LazyInstanceNorm3d(_LazyNorm, InstanceNorm3d):
    """An InstanceNorm3d that takes num_features from its first input."""

    _full_class = InstanceNorm3d
