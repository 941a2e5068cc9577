# torch.nn.attention: which kernel scaled dot product attention uses; here there is one.
from contextlib import contextmanager
from enum import Enum


class SDPBackend(Enum):
    """The kernels PyTorch knows."""

    ERROR = -1
    MATH = 0
    FLASH_ATTENTION = 1
    EFFICIENT_ATTENTION = 2
    CUDNN_ATTENTION = 3


@contextmanager
def sdpa_kernel(backends, set_priority=False):
    """Accepts a choice of kernels for a block."""
    yield
