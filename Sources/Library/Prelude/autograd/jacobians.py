# torch.func: functions that make functions: Jacobians, products with them from the right, second derivatives.
import torch
from torch.autograd.functional import jacobian as _jacobian, jvp as _jvp
from torch.func import flatten_structure, map_structure, refilled_structure


class _Flat:
    """A function of nested values as one of a tuple of tensors with a tuple of tensors as result."""

    def __init__(self, func, has_aux):
        self.func = func
        self.has_aux = has_aux
        self.result = None
        self.extra = None

    def __call__(self, *args):
        result = self.func(*args)
        if self.has_aux:
            result, extra = result
            self.extra = map_structure(lambda x: x.detach() if isinstance(x, torch.Tensor) else x, extra)
        self.result = result
        return tuple(flatten_structure(result))

    def shaped(self, parts):
        """One part for each tensor of the result, nested as the result."""
        return refilled_structure(self.result, parts)


def _needs_graph(values):
    return any(isinstance(value, torch.Tensor) and value.requires_grad for value in values)


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    """The output and its change along the tangents."""
    flat = _Flat(func, has_aux)
    outputs, changes = _jvp(flat, tuple(primals), tuple(tangents), _needs_graph(primals))
    settled = flat.shaped(outputs), flat.shaped(changes)
    return (*settled, flat.extra) if has_aux else settled


def _jacobian_maker(func, argnums, has_aux, strategy):
    def compute(*args):
        places = (argnums,) if isinstance(argnums, int) else tuple(argnums)
        flat = _Flat(func, has_aux)
        chosen = [args[place] for place in places]

        def of_leaves(*leaves):
            full = list(args)
            for place, value in zip(places, refilled_structure(chosen, leaves)):
                full[place] = value
            return flat(*full)

        leaves = tuple(flatten_structure(chosen))
        rows = []
        for row in _jacobian(of_leaves, leaves, _needs_graph(leaves), strategy=strategy):
            parts = refilled_structure(chosen, row)
            rows.append(parts[0] if isinstance(argnums, int) else tuple(parts))
        result = flat.shaped(rows)
        return (result, flat.extra) if has_aux else result

    return compute


def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None):
    """A function that gives the Jacobian by the arguments `argnums`, row by row."""
    return _jacobian_maker(func, argnums, has_aux, "reverse-mode")


def jacfwd(func, argnums=0, has_aux=False, *, chunk_size=None, randomness="error"):
    """A function that gives the Jacobian by the arguments `argnums`, column by column."""
    return _jacobian_maker(func, argnums, has_aux, "forward-mode")


def hessian(func, argnums=0):
    """A function that gives the second derivatives by the arguments `argnums`."""
    return jacfwd(jacrev(func, argnums), argnums)


def linearize(func, *primals):
    """The output, and a function from changes of the inputs to the change of the output."""
    output = func(*primals)

    def push_forward(*tangents):
        return jvp(func, primals, tangents)[1]

    return output, push_forward
