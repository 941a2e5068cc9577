# torch.cuda.amp.autocast_mode (torch.cuda.amp): autocast under its older name, for an accelerator that a session lacks.
import torch
from torch.amp.autocast_mode import autocast as _autocast
from torch.amp.autocast_mode import custom_bwd, custom_fwd


class autocast(_autocast):
    """torch.autocast("cuda", ...)."""

    def __init__(self, enabled=True, dtype=torch.float16, cache_enabled=True):
        super().__init__("cuda", dtype, enabled, cache_enabled)
