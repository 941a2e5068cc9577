# torch.autograd.graph: hooks around what backward keeps, and around several gradients at once.
import torch
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.hooks import RemovableHandle


def save_on_cpu(pin_memory=False, device_type="cuda"):
    """What backward needs is kept on the processor, in the order and with the values it has."""
    return saved_tensors_hooks(
        lambda tensor: (tensor.device, tensor.cpu()), lambda packed: packed[1].to(packed[0])
    )


def register_multi_grad_hook(tensors, fn, *, mode="all"):
    """Calls `fn` with the gradients of all tensors once every one is known, or with the first of them."""
    if mode not in ("all", "any"):
        raise ValueError(f"Expects mode to be one of ('all', 'any') but got {mode}")
    found = {}
    tensors = tuple(tensors)

    def seen(place):
        def hook(grad):
            if mode == "any":
                if not found:
                    fn(grad)
                found[place] = grad
                if len(found) == len(tensors):
                    found.clear()
                return
            found[place] = grad
            if len(found) == len(tensors):
                grads = [found[i] for i in range(len(tensors))]
                found.clear()
                fn(grads)

        return hook

    handles = {i: tensor.register_hook(seen(i)) for i, tensor in enumerate(tensors)}
    return _Handles(handles)


class _Handles(RemovableHandle):
    """Stands for a hook on each of several tensors."""

    def __init__(self, handles):
        super().__init__({})
        self.handles = handles

    def remove(self):
        for handle in self.handles.values():
            handle.remove()
