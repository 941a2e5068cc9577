# torch.autograd.forward_ad: dual numbers, tensors that carry a change with them.
import collections
import torch

UnpackedDualTensor = collections.namedtuple("UnpackedDualTensor", ["primal", "tangent"])

# The open levels; each holds its dual tensors: the primal that results are computed from, and its tangent.
_levels = []


class dual_level:
    """`with dual_level():` tensors made by `make_dual` carry their tangents to all results."""

    def __enter__(self):
        if _levels:
            raise RuntimeError("Nested forward mode AD is not supported at the moment")
        _levels.append([])
        return len(_levels) - 1

    def __exit__(self, *error):
        _levels.pop()


def enter_dual_level():
    """Opens a level, as `with dual_level():` does."""
    return dual_level().__enter__()


def exit_dual_level(*, level=None):
    """Closes the level."""
    _levels.pop()


def make_dual(tensor, tangent, *, level=None):
    """The tensor with a tangent, in the open level."""
    if not _levels:
        raise RuntimeError(
            "Trying to create a dual Tensor for forward AD but no level exists, make sure to enter_dual_level() first."
        )
    if tensor.shape != tangent.shape:
        raise RuntimeError(
            "Trying to set a forward gradient that has a different size than that of the original Tensor, this is not "
            f"supported. Tensor is of size {list(tensor.shape)} while the given forward gradient is of size "
            f"{list(tangent.shape)}."
        )
    with torch.enable_grad():
        dual = tensor.view_as(tensor) if tensor.requires_grad else tensor.detach().requires_grad_()
    _levels[-1].append((dual, tangent))
    return dual


def unpack_dual(tensor, *, level=None):
    """The tensor and its tangent; None where none reached it.

    The tangent is the derivative of the gradient, which is linear in its weights, along the tangents of the inputs."""
    duals = _levels[-1] if _levels else []
    for dual, tangent in duals:
        if dual is tensor:
            return UnpackedDualTensor(tensor.detach(), tangent)
    if not duals or not tensor.requires_grad:
        return UnpackedDualTensor(tensor.detach(), None)
    with torch.enable_grad():
        weights = torch.zeros_like(tensor, requires_grad=True)
        slopes = torch.autograd.grad(tensor, [dual for dual, _ in duals], weights, create_graph=True, allow_unused=True)
        reached = [(slope, tangent) for slope, (_, tangent) in zip(slopes, duals) if slope is not None]
        if not reached:
            return UnpackedDualTensor(tensor.detach(), None)
        slopes, tangents = zip(*[pair for pair in reached if pair[0].requires_grad])
        (change,) = torch.autograd.grad(slopes, weights, tangents)
    return UnpackedDualTensor(tensor.detach(), change)
