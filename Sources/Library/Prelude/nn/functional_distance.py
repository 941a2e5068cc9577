# torch.functional (torch, torch.nn.functional): distances between the rows of one matrix.
import torch


def pdist(input, p=2.0):
    """The p-norm distance of every pair of rows."""
    if input.dim() != 2:
        raise RuntimeError(f"pdist only supports 2D tensors, got: {input.dim()}D")
    first, second = torch.triu_indices(input.size(0), input.size(0), 1)
    return (input[first] - input[second]).norm(p, dim=1)
