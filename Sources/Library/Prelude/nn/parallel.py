# torch.nn.parallel (torch.nn): DataParallel, which splits a batch over the devices of the session and gathers the results.
import torch
from torch.func import functional_call
from torch.nn.modules.module import Module


def _scatter(value, devices, dim):
    """The parts of a value for each device: tensors are split along a dimension, containers taken apart, all else is repeated."""
    if isinstance(value, torch.Tensor):
        parts = value.chunk(len(devices), dim) if value.dim() else [value] * len(devices)
        return [part.to(device) for part, device in zip(parts, devices)]
    if isinstance(value, (tuple, list)) and value:
        return [type(value)(parts) for parts in zip(*[_scatter(item, devices, dim) for item in value])]
    if isinstance(value, dict) and value:
        columns = [_scatter(item, devices, dim) for item in value.values()]
        return [dict(zip(value, parts)) for parts in zip(*columns)]
    return [value] * len(devices)


def _gather(parts, device, dim):
    """The results of all devices as one, on one device."""
    first = parts[0]
    if isinstance(first, torch.Tensor):
        return torch.cat([part.to(device) if part.dim() else part.to(device).unsqueeze(0) for part in parts], dim)
    if isinstance(first, dict):
        return {name: _gather([part[name] for part in parts], device, dim) for name in first}
    if isinstance(first, (tuple, list)):
        return type(first)(_gather(list(items), device, dim) for items in zip(*parts))
    return first


class DataParallel(Module):
    """Runs a module on parts of the batch, one on each device; gradients of all parts add up in the module's parameters.

    Without devices it calls the module.
    """

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module = module
        self.dim = dim
        if not torch.cuda.is_available():
            self.device_ids = []
            return
        places = range(torch.cuda.device_count()) if device_ids is None else device_ids
        self.device_ids = [torch.device(place).index or 0 for place in places]
        self.output_device = self.device_ids[0] if output_device is None else torch.device(output_device).index
        self.src_device_obj = torch.device("cuda", self.device_ids[0])
        if len(self.device_ids) == 1:
            self.module.to(self.src_device_obj)

    def forward(self, *inputs, **kwargs):
        if not self.device_ids:
            return self.module(*inputs, **kwargs)
        state = {**dict(self.module.named_parameters()), **dict(self.module.named_buffers())}
        for tensor in state.values():
            if tensor.device != self.src_device_obj:
                raise RuntimeError(
                    "module must have its parameters and buffers on device "
                    f"{self.src_device_obj} (device_ids[0]) but found one of them on device: {tensor.device}"
                )
        devices = [torch.device("cuda", index) for index in self.device_ids]
        arguments = _scatter(inputs, devices, self.dim) if inputs else [()] * len(devices)
        keywords = _scatter(kwargs, devices, self.dim) if kwargs else [{}] * len(devices)
        if len(arguments) == 1:
            return self.module(*arguments[0], **keywords[0])
        results = []
        for device, own, named in zip(devices, arguments, keywords):
            copies = {name: tensor.to(device) for name, tensor in state.items()}
            results.append(functional_call(self.module, copies, own, named))
        return _gather(results, torch.device("cuda", self.output_device), self.dim)


class DistributedDataParallel(DataParallel):
    """Calls the module it wraps: a session is one process."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0, **options):
        super().__init__(module, device_ids, output_device, dim)

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)
