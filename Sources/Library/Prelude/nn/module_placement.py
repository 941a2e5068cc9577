# torch.nn.modules.placement: moving a module to another device or floating point type.
import torch


class Module:
    """The part of Module that replaces the memory of its tensors; the Parameter objects stay the same."""

    def _apply(self, fn, recurse=True):
        """Replaces every parameter's, gradient's and buffer's values by `fn` of them; returns self."""
        if recurse:
            for child in self.children():
                child._apply(fn)
        with torch.no_grad():
            for parameter in self._parameters.values():
                if parameter is None:
                    continue
                parameter.data = fn(parameter.data)
                if parameter.grad is not None:
                    parameter.grad.data = fn(parameter.grad.data)
            for name, buffer in self._buffers.items():
                if buffer is not None:
                    self._buffers[name] = fn(buffer)
        return self

    def _apply_to_floats(self, dtype):
        return self._apply(lambda tensor: tensor.to(dtype) if tensor.is_floating_point() else tensor)

    def to(self, *args, **kwargs):
        """Moves to a device, a floating point dtype, or both; integer tensors keep their dtype. Returns self."""
        device, dtype = kwargs.get("device"), kwargs.get("dtype")
        for place in list(args) + [kwargs.get("tensor")]:
            if isinstance(place, torch.dtype):
                dtype = place
            elif isinstance(place, torch.Tensor):
                device, dtype = place.device, place.dtype
            elif isinstance(place, (str, int, torch.device)) and not isinstance(place, bool):
                device = place
        if dtype is not None and not dtype.is_floating_point and not dtype.is_complex:
            raise TypeError(
                f"nn.Module.to only accepts floating point or complex dtypes, but got desired dtype={dtype}"
            )
        device = None if device is None else torch.device(device)

        def moved(tensor):
            wanted = dtype if dtype is not None and tensor.is_floating_point() else tensor.dtype
            return tensor.to(wanted) if device is None else tensor.to(device, wanted)

        return self._apply(moved)

    def to_empty(self, *, device, recurse=True):
        """Gives every tensor new memory on a device without copying values; returns self."""
        return self._apply(lambda tensor: torch.empty_like(tensor, device=device), recurse)

    def cpu(self):
        """Moves to the CPU; returns self."""
        return self._apply(lambda tensor: tensor.cpu())

    def cuda(self, device=None):
        """Moves to the session's accelerator; returns self."""
        return self._apply(lambda tensor: tensor.cuda(device))

    def type(self, dst_type):
        """Casts all parameters and buffers; returns self."""
        return self._apply(lambda tensor: tensor.type(dst_type))

    def float(self):
        """Casts floating point values to float32; returns self."""
        return self._apply_to_floats(torch.float32)

    def double(self):
        """Casts floating point values to float64; returns self."""
        return self._apply_to_floats(torch.float64)

    def half(self):
        """Casts floating point values to float16; returns self."""
        return self._apply_to_floats(torch.float16)

    def bfloat16(self):
        """Casts floating point values to bfloat16; returns self."""
        return self._apply_to_floats(torch.bfloat16)

    def share_memory(self):
        """Returns self: a session is one process."""
        return self
