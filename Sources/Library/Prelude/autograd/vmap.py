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


def refilled_structure(value, leaves):
    """The same nested lists, tuples and dictionaries with these leaves, in order."""
    leaves = iter(leaves)
    return map_structure(lambda _: next(leaves), value)


class _Batch:
    """The arguments of a batched call: their leaves, and the batch dimension of each."""

    def __init__(self, func, in_dims, args):
        self.name = getattr(func, "__name__", None) or repr(func)
        self.call = f"vmap({self.name}, in_dims={in_dims}, ...)(<inputs>)"
        self.args = args
        if not isinstance(in_dims, (int, tuple, list)):
            raise ValueError(
                f"{self.call}: expected `in_dims` to be int or a (potentially nested) tuple matching the structure "
                f"of inputs, got: {type(in_dims)}."
            )
        if not args:
            raise ValueError(
                f"vmap({self.name})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to "
                "vmap over a function with no inputs. The latter is unsupported."
            )
        dims = [in_dims] * len(args) if isinstance(in_dims, int) else in_dims
        if len(dims) != len(args):
            raise ValueError(
                f"{self.call}: in_dims is not compatible with the structure of `inputs`. in_dims has structure "
                f"{_tree(dims)} but inputs has structure {_tree(args)}."
            )
        self.leaves = [flatten_structure(arg) for arg in args]
        self.places = [_dims_for(arg, dim) for arg, dim in zip(args, dims)]
        sizes = [
            self.size_of(leaf, place)
            for group, places in zip(self.leaves, self.places)
            for leaf, place in zip(group, places)
            if place is not None
        ]
        if not sizes:
            raise ValueError("vmap: Expected at least one Tensor to vmap over")
        if any(size != sizes[0] for size in sizes):
            raise ValueError(
                "vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
                f"{sizes} for the mapped dimension"
            )
        self.size = sizes[0]

    def size_of(self, leaf, place):
        if not isinstance(leaf, torch.Tensor):
            raise ValueError(
                f"{self.call}: Got in_dim={place} for an input but the input is of type {type(leaf)}. We cannot "
                "vmap over non-Tensor arguments, please use None as the respective in_dim"
            )
        if not -leaf.dim() <= place < leaf.dim():
            raise ValueError(
                f"{self.call}: Got in_dim={place} for some input, but that input is a Tensor of dimensionality "
                f"{leaf.dim()} so expected in_dim to satisfy -{leaf.dim()} <= in_dim < {leaf.dim()}."
            )
        return leaf.shape[place]

    def sample(self, i):
        """The arguments of sample i."""
        return [
            refilled_structure(arg, [leaf if place is None else leaf.select(place, i) for leaf, place in zip(group, places)])
            for arg, group, places in zip(self.args, self.leaves, self.places)
        ]

    def check_result(self, result, out_dims):
        for leaf in flatten_structure(result):
            if not isinstance(leaf, torch.Tensor) and out_dims is not None:
                raise ValueError(
                    f"vmap({self.name}, ...): `{self.name}` must only return Tensors, got type {type(leaf)}. Did you "
                    "mean to set out_dims= to None for output?"
                )


def _tree(values):
    stars = ",\n  ".join(["*"] * len(values))
    return f"TreeSpec(tuple, None, [{stars}])"


class _Randomness:
    """How the samples of a batched call draw random numbers: not at all, each its own, or all the same."""

    def __init__(self, kind):
        if kind not in ("error", "different", "same"):
            raise RuntimeError(
                f"Only allowed values for randomness are 'error', 'different', or 'same'. Got {kind}"
            )
        self.kind = kind
        # The generator is looked at only where its state matters: most batched functions draw nothing.
        self.before = None if kind == "different" else torch.get_rng_state()

    def begin(self, i):
        """Called before sample i is computed."""
        if self.kind == "same" and i > 0:
            torch.set_rng_state(self.before)

    def end(self, i):
        """Called when sample i has been computed."""
        if self.kind == "error" and i == 0 and not torch.equal(self.before, torch.get_rng_state()):
            raise RuntimeError(
                "vmap: called random operation while in randomness error mode. Please either use the 'same' or "
                "'different' randomness flags on vmap or perform the randomness operation out of vmap"
            )


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """A function that takes batches along `in_dims` (None: the same for all) and stacks the results."""
    if chunk_size is not None and chunk_size <= 0:
        raise ValueError(f"vmap: chunk_size should be None or greater than 0. (got {chunk_size})")

    def batched(*args, **kwargs):
        batch = _Batch(func, in_dims, args)
        random = _Randomness(randomness)
        results = []
        for i in range(batch.size):
            random.begin(i)
            results.append(func(*batch.sample(i), **kwargs))
            random.end(i)
            batch.check_result(results[-1], out_dims)
        return _stacked(results, out_dims)

    return batched


def _stacked(results, out_dims):
    """The results of all samples as one, each leaf with a batch dimension."""
    first = results[0]
    columns = list(zip(*[flatten_structure(result) for result in results]))
    places = _dims_for(first, out_dims)
    return refilled_structure(first, [
        column[0] if place is None else torch.stack(column, place) for column, place in zip(columns, places)
    ])
