# torch.nn.parallel (torch.nn): DataParallel, which on one device only passes calls on.
from torch.nn.modules.module import Module


class DataParallel(Module):
    """Calls the module it wraps: a session has one device."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module = module
        self.device_ids = [] if device_ids is None else list(device_ids)
        self.output_device = output_device
        self.dim = dim

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)


class DistributedDataParallel(DataParallel):
    """Calls the module it wraps: a session is one process."""
