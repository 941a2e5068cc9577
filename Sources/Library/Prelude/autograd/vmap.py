# torch.func (torch): vmap, a function of single samples applied to a batch; and helpers for nested values.
import torch


def flatten_structure(value):
    """The leaves of nested lists, tuples and dictionaries in order."""
    if isinstance(value, (list, tuple)):
        return [leaf for part in value for leaf in flatten_structure(part)]
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in flatten_structure(part)]
    return [value]


def map_structure(function, value):
    """The same nested lists, tuples and dictionaries with `function` applied to each leaf."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[map_structure(function, part) for part in value])
    if isinstance(value, (list, tuple)):
        return type(value)([map_structure(function, part) for part in value])
    if isinstance(value, dict):
        return {key: map_structure(function, part) for key, part in value.items()}
    return function(value)


def _dims_for(value, dims):
    """The batch dimension of each leaf of a value, from one number (or None) or the same structure of numbers."""
    if dims is None or isinstance(dims, int):
        return [dims] * len(flatten_structure(value))
    return flatten_structure(dims)


def _rebuilt(value, leaves):
    leaves = iter(leaves)
    return map_structure(lambda _: next(leaves), value)


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """A function that takes batches along `in_dims` (None: the same for all) and stacks the results."""

    def batched(*args, **kwargs):
        if isinstance(in_dims, int):
            dims = [in_dims] * len(args)
        elif len(in_dims) == len(args):
            dims = in_dims
        else:
            raise ValueError(
                f"vmap({getattr(func, '__name__', func)}, in_dims={in_dims}, ...)(<inputs>): in_dims is not "
                f"compatible with the structure of inputs."
            )
        leaves = [flatten_structure(arg) for arg in args]
        places = [_dims_for(arg, dim) for arg, dim in zip(args, dims)]
        sizes = [
            leaf.shape[place]
            for group, group_places in zip(leaves, places)
            for leaf, place in zip(group, group_places)
            if place is not None
        ]
        if not sizes:
            raise ValueError(
                f"vmap({getattr(func, '__name__', func)}, in_dims={in_dims}, ...)(<inputs>): at least one input "
                "must be batched; in_dims has no batch dimension."
            )
        if any(size != sizes[0] for size in sizes):
            raise ValueError(
                "vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
                f"{sizes} for the mapped dimension"
            )
        results = []
        for i in range(sizes[0]):
            sample = [
                _rebuilt(arg, [
                    leaf if place is None else leaf.select(place, i) for leaf, place in zip(group, group_places)
                ])
                for arg, group, group_places in zip(args, leaves, places)
            ]
            results.append(func(*sample, **kwargs))
        return _stacked(results, out_dims)

    return batched


def _stacked(results, out_dims):
    """The results of all samples as one, each leaf with a batch dimension."""
    first = results[0]
    columns = list(zip(*[flatten_structure(result) for result in results]))
    places = _dims_for(first, out_dims)
    return _rebuilt(first, [
        column[0] if place is None else torch.stack(column, place) for column, place in zip(columns, places)
    ])
