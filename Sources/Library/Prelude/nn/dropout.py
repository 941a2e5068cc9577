# torch.nn.modules.dropout (torch.nn, torch.nn.modules): layers that drop part of their input in training.
import torch.nn.functional as F
from torch.nn.modules.module import Module


class _DropoutNd(Module):
    """What the dropout layers share: the probability, and a check of it."""

    def __init__(self, p=0.5, inplace=False):
        super().__init__()
        if p < 0 or p > 1:
            raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
        self.p = p
        self.inplace = inplace

    def forward(self, input):
        return self.operation(input, self.p, self.training, self.inplace)

    def extra_repr(self):
        return f"p={self.p}, inplace={self.inplace}"


class Dropout(_DropoutNd):
    """Sets elements to zero with probability p and divides the others by 1 - p."""

    operation = staticmethod(F.dropout)


class Dropout1d(_DropoutNd):
    """Drops whole channels of a sequence."""

    operation = staticmethod(F.dropout1d)


class Dropout2d(_DropoutNd):
    """Drops whole channels of an image."""

    operation = staticmethod(F.dropout2d)


class Dropout3d(_DropoutNd):
    """Drops whole channels of a volume."""

    operation = staticmethod(F.dropout3d)


class AlphaDropout(_DropoutNd):
    """Dropout that keeps mean and variance under SELU."""

    operation = staticmethod(F.alpha_dropout)


class FeatureAlphaDropout(_DropoutNd):
    """AlphaDropout of whole channels."""

    operation = staticmethod(F.feature_alpha_dropout)
