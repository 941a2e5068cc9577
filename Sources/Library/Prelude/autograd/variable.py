# torch.autograd.variable (torch.autograd): Variable, the older name of a tensor that is recorded.
import torch


def Variable(data, requires_grad=False, volatile=None):
    """The tensor itself, or a view of it that requires a gradient."""
    if not isinstance(data, torch.Tensor):
        raise TypeError(f"Variable data has to be a tensor, but got {type(data).__name__}")
    return data.detach().requires_grad_(requires_grad) if requires_grad or data.requires_grad else data
