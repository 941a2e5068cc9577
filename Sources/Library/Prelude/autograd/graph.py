# torch.autograd.graph: hooks around what backward keeps, and around several gradients at once.
import collections
import torch
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.hooks import RemovableHandle


def save_on_cpu(pin_memory=False, device_type="cuda"):
    """What backward needs is kept on the processor, in the order and with the values it has."""
    return saved_tensors_hooks(
        lambda tensor: (tensor.device, tensor.cpu()), lambda packed: packed[1].to(packed[0])
    )


GradientEdge = collections.namedtuple("GradientEdge", ["node", "output_nr", "ownership_token"], defaults=[None])


def get_gradient_edge(tensor):
    """Where the gradient of a tensor arrives: the node, and the number among the node's outputs."""
    if not tensor.requires_grad:
        raise RuntimeError("It is not possible to get the gradient edge for a Tensor that does not require gradients")
    return GradientEdge(_node(tensor), tensor.output_nr)


def _node(tensor):
    """The node that a gradient of a tensor arrives at; of a leaf, the one that adds to its `grad`."""
    if tensor.grad_fn is not None:
        return tensor.grad_fn
    with torch.enable_grad():
        return tensor.view_as(tensor).grad_fn.next_functions[0][0]


def register_multi_grad_hook(tensors, fn, *, mode="all"):
    """Calls `fn` in each backward: with the gradients of all tensors once every one that comes is known (None for the
    others), or with the first of them."""
    if mode not in ("all", "any"):
        raise ValueError(f"Expects mode to be one of ('all', 'any') but got {mode}")
    tensors = tuple(tensors)
    hook = _MultiGradHook(fn, [_node(tensor) for tensor in tensors], mode == "any")
    return _Handles({i: tensor.register_hook(hook.of(i)) for i, tensor in enumerate(tensors)})


class _MultiGradHook:
    """Gathers the gradients of several tensors in one backward."""

    def __init__(self, fn, nodes, is_any):
        self.fn = fn
        self.nodes = nodes
        self.is_any = is_any
        self.begin()

    def begin(self):
        """Forgets what came."""
        self.grads = [None] * len(self.nodes)
        self.missing = None

    def of(self, place):
        """The hook of one tensor."""
        return lambda grad: self.seen(place, grad)

    def seen(self, place, grad):
        """Takes a gradient that came."""
        first = self.missing is None
        if first:
            self.missing = sum(node._is_reached for node in self.nodes)
        self.missing -= 1
        self.grads[place] = grad
        grads = self.grads
        if self.missing == 0:
            self.begin()
        if self.is_any and first:
            self.fn(grad)
        elif not self.is_any and self.missing is None:
            self.fn(grads)


class _Handles(RemovableHandle):
    """Stands for a hook on each of several tensors."""

    def __init__(self, handles):
        super().__init__({})
        self.handles = handles

    def remove(self):
        for handle in self.handles.values():
            handle.remove()
