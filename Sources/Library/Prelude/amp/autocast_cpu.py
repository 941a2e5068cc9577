# torch.cpu.amp.autocast_mode (torch.cpu.amp): autocast under its older name, for the processor.
import torch
from torch.amp.autocast_mode import autocast as _autocast


class autocast(_autocast):
    """torch.autocast("cpu", ...)."""

    def __init__(self, enabled=True, dtype=torch.bfloat16, cache_enabled=True):
        super().__init__("cpu", dtype, enabled, cache_enabled)
