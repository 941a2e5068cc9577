# torch.nn.utils.prune: the methods that choose what is pruned, and functions that prune by them.
import torch
from torch.nn.utils.prune import BasePruningMethod, PruningContainer


def _checked(amount):
    """An amount: a number of elements, or a share of them."""
    if isinstance(amount, bool) or not isinstance(amount, (int, float)):
        raise TypeError(f"Invalid type for amount: {amount}. Must be int or float.")
    if amount < 0 or (isinstance(amount, float) and amount > 1.0):
        raise ValueError(f"amount={amount} should either be a float in the range [0, 1] or a non-negative integer")
    return amount


def _count(amount, total):
    """How many of `total` an amount means."""
    count = amount if isinstance(amount, int) else round(amount * total)
    if count > total:
        raise ValueError(f"amount={amount} should be smaller than the number of parameters to prune={total}")
    return count


class Identity(BasePruningMethod):
    """Removes nothing."""

    def compute_mask(self, t, default_mask):
        return default_mask


class CustomFromMask(BasePruningMethod):
    """Removes what a given mask says."""

    PRUNING_TYPE = "global"

    def __init__(self, mask):
        self.mask = mask

    def compute_mask(self, t, default_mask):
        return default_mask * self.mask.to(dtype=default_mask.dtype)


class _Unstructured(BasePruningMethod):
    """Removes single elements."""

    def __init__(self, amount):
        self.amount = _checked(amount)

    def compute_mask(self, t, default_mask):
        count = _count(self.amount, t.nelement())
        mask = default_mask.clone()
        if count:
            mask.view(-1)[self.chosen(t, count)] = 0
        return mask


class RandomUnstructured(_Unstructured):
    """Removes elements chosen at random."""

    def chosen(self, t, count):
        """The places of the elements to remove."""
        return torch.topk(torch.rand_like(t).view(-1), k=count).indices


class L1Unstructured(_Unstructured):
    """Removes the elements of smallest magnitude."""

    def chosen(self, t, count):
        """The places of the elements to remove."""
        return torch.topk(torch.abs(t).view(-1), k=count, largest=False).indices


class _Structured(BasePruningMethod):
    """Removes whole slices along a dimension."""

    PRUNING_TYPE = "structured"

    def __init__(self, amount, dim=-1):
        self.amount = _checked(amount)
        self.dim = dim

    def compute_mask(self, t, default_mask):
        if t.dim() < 2:
            raise ValueError(
                "Structured pruning can only be applied to multidimensional tensors. Found tensor of shape "
                f"{t.shape} with {t.dim()} dims"
            )
        if self.dim >= t.dim():
            raise IndexError(f"Invalid index {self.dim} for tensor of size {t.shape}")
        count = _count(self.amount, t.shape[self.dim])
        mask = default_mask.clone()
        if count:
            mask.index_fill_(self.dim, torch.topk(self.scores(t), k=count, largest=False).indices, 0)
        return mask


class RandomStructured(_Structured):
    """Removes slices chosen at random."""

    def scores(self, t):
        """A number for each slice; those with the smallest go."""
        return torch.rand(t.shape[self.dim])


class LnStructured(_Structured):
    """Removes the slices of smallest n-norm."""

    def __init__(self, amount, n, dim=-1):
        super().__init__(amount, dim)
        self.n = n

    def scores(self, t):
        """A number for each slice; those with the smallest go."""
        return torch.linalg.vector_norm(t, self.n, [d for d in range(t.dim()) if d != self.dim % t.dim()])


def identity(module, name):
    """Puts a mask of ones on a parameter."""
    Identity.apply(module, name)
    return module


def custom_from_mask(module, name, mask):
    """Puts a mask of one's own on a parameter."""
    CustomFromMask.apply(module, name, mask)
    return module


def random_unstructured(module, name, amount):
    """Sets elements chosen at random to zero."""
    RandomUnstructured.apply(module, name, amount)
    return module


def l1_unstructured(module, name, amount, importance_scores=None):
    """Sets the elements of smallest magnitude to zero."""
    L1Unstructured.apply(module, name, amount, importance_scores=importance_scores)
    return module


def random_structured(module, name, amount, dim):
    """Sets whole slices along a dimension, chosen at random, to zero."""
    RandomStructured.apply(module, name, amount, dim)
    return module


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    """Sets whole slices along a dimension, those of smallest n-norm, to zero."""
    LnStructured.apply(module, name, amount, n, dim, importance_scores=importance_scores)
    return module


def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
    """Prunes several parameters as if they were one."""
    if isinstance(parameters, torch.nn.Module):
        raise TypeError("global_unstructured(): parameters is not an Iterable")
    given = importance_scores or {}
    values = [getattr(module, name + "_orig", None) for module, name in parameters]
    values = [getattr(*owner) if value is None else value for owner, value in zip(parameters, values)]
    scores = torch.cat([given.get(owner, value).flatten() for owner, value in zip(parameters, values)]).detach()
    masks = [getattr(module, name + "_mask", None) for module, name in parameters]
    mask = torch.cat([
        (torch.ones_like(value) if mask is None else mask).flatten() for value, mask in zip(values, masks)
    ])
    method = pruning_method(**kwargs)
    if method.PRUNING_TYPE != "unstructured":
        raise TypeError(
            'Only "unstructured" PRUNING_TYPE supported for the `pruning_method`. Found method '
            f"{pruning_method} of type {method.PRUNING_TYPE}"
        )
    method._tensor_name = "temp"
    mask = PruningContainer(method).compute_mask(scores, mask)
    for (module, name), part in zip(parameters, mask.split([value.numel() for value in values])):
        custom_from_mask(module, name, part.view_as(getattr(module, name)))
