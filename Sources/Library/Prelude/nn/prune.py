# torch.nn.utils.prune: setting parts of a parameter to zero by a mask that is applied before each call.
import torch


def _count(amount, total):
    """How many elements an amount (a number, or a share) means."""
    if isinstance(amount, bool) or not isinstance(amount, (int, float)):
        raise TypeError(f"Invalid type for amount: {amount}. Must be int or float.")
    if amount < 0 or (isinstance(amount, float) and amount > 1.0):
        raise ValueError(f"amount={amount} should either be a float in the range [0, 1] or a non-negative integer")
    count = amount if isinstance(amount, int) else round(amount * total)
    if count > total:
        raise ValueError(f"amount={amount} should be smaller than the number of parameters to prune={total}")
    return count


def _masked(module, name, mask):
    """Puts a mask, or a further one, on a parameter."""
    if name + "_orig" not in module._parameters:
        original = getattr(module, name)
        delattr(module, name)
        module.register_parameter(name + "_orig", original)
        module.register_buffer(name + "_mask", mask)

        def apply(module, inputs):
            setattr(module, name, getattr(module, name + "_orig") * getattr(module, name + "_mask"))

        handle = module.register_forward_pre_hook(apply)
        module.__dict__.setdefault("_pruned", {})[name] = (handle, apply)
    else:
        setattr(module, name + "_mask", mask)
    module.__dict__["_pruned"][name][1](module, None)
    return module


def _present(module, name):
    """The values to judge by and the mask so far."""
    mask = module._buffers.get(name + "_mask")
    original = module._parameters.get(name + "_orig")
    if original is None:
        original = getattr(module, name)
    return original.detach(), torch.ones_like(original) if mask is None else mask.clone()


def identity(module, name):
    """A mask of ones."""
    return _masked(module, name, _present(module, name)[1])


def custom_from_mask(module, name, mask):
    """A mask of one's own."""
    return _masked(module, name, _present(module, name)[1] * mask.to(getattr(module, name).dtype))


def _smallest(scores, mask, count):
    """The mask with the `count` smallest scores among its ones set to zero."""
    flat, kept = mask.flatten(), mask.flatten().nonzero().flatten()
    lowest = torch.topk(scores.flatten()[kept], k=count, largest=False).indices
    flat[kept[lowest]] = 0
    return flat.view_as(mask)


def l1_unstructured(module, name, amount, importance_scores=None):
    """Sets the elements of smallest magnitude to zero."""
    values, mask = _present(module, name)
    scores = values.abs() if importance_scores is None else importance_scores
    count = _count(amount, int(mask.sum().item()))
    return _masked(module, name, _smallest(scores, mask, count) if count else mask)


def random_unstructured(module, name, amount):
    """Sets elements chosen at random to zero."""
    values, mask = _present(module, name)
    count = _count(amount, int(mask.sum().item()))
    return _masked(module, name, _smallest(torch.rand_like(values), mask, count) if count else mask)


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    """Sets whole slices along a dimension, those of smallest n-norm, to zero."""
    values, mask = _present(module, name)
    scores = values if importance_scores is None else importance_scores
    others = [d for d in range(values.dim()) if d != dim % values.dim()]
    return _masked(module, name, _without_slices(mask, torch.linalg.vector_norm(scores, n, others), amount, dim))


def random_structured(module, name, amount, dim):
    """Sets whole slices along a dimension, chosen at random, to zero."""
    values, mask = _present(module, name)
    return _masked(module, name, _without_slices(mask, torch.rand(values.shape[dim]), amount, dim))


def _without_slices(mask, scores, amount, dim):
    count = _count(amount, mask.shape[dim])
    if count:
        mask.index_fill_(dim, torch.topk(scores, k=count, largest=False).indices, 0)
    return mask


def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
    """Sets elements to zero that are the smallest (or random ones) over several parameters together."""
    parts = [_present(module, name) for module, name in parameters]
    values = torch.cat([value.flatten() for value, _ in parts])
    mask = torch.cat([mask.flatten() for _, mask in parts])
    scores = torch.rand_like(values) if pruning_method is RandomUnstructured else values.abs()
    count = _count(kwargs.get("amount", 0), int(mask.sum().item()))
    mask = _smallest(scores, mask, count) if count else mask
    start = 0
    for (module, name), (value, _) in zip(parameters, parts):
        _masked(module, name, mask[start : start + value.numel()].view_as(value))
        start += value.numel()


class L1Unstructured:
    """Names the method of `l1_unstructured` for `global_unstructured`."""


class RandomUnstructured:
    """Names the method of `random_unstructured` for `global_unstructured`."""


def is_pruned(module):
    """Whether some parameter of a module, or below it, has a mask."""
    return any(part.__dict__.get("_pruned") for part in module.modules())


def remove(module, name):
    """Makes the masked values the parameter's own; returns the module."""
    if name not in module.__dict__.get("_pruned", {}):
        raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")
    handle, apply = module.__dict__["_pruned"].pop(name)
    handle.remove()
    apply(module, None)
    value = getattr(module, name).detach()
    original = module._parameters[name + "_orig"]
    for old in (name, name + "_orig", name + "_mask"):
        delattr(module, old)
    original.data = value
    module.register_parameter(name, original)
    return module
