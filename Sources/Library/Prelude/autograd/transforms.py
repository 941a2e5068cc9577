# torch.func: functions that make functions: the gradient, and products with the Jacobian from the left.
import torch
from torch.func import map_structure, flatten_structure


def _watched(value):
    """A tensor to differentiate by that an outer transformation still sees."""
    return value.view_as(value) if value.requires_grad else value.detach().requires_grad_()


def _detached(value):
    return value.detach() if isinstance(value, torch.Tensor) else value


def _is_outermost(values):
    return not any(isinstance(value, torch.Tensor) and value.requires_grad for value in values)


def grad_and_value(func, argnums=0, has_aux=False):
    """A function that gives the gradient by the arguments `argnums` and the value (with what else it returned)."""

    def gradient_and_value(*args, **kwargs):
        places = (argnums,) if isinstance(argnums, int) else tuple(argnums)
        outermost = _is_outermost(flatten_structure(list(args)))
        args = list(args)
        for place in places:
            if not -len(args) <= place < len(args):
                raise RuntimeError(f"Got argnum={place}, but only {len(args)} positional inputs")
        with torch.enable_grad():
            for place in places:
                args[place] = map_structure(_watched, args[place])
            result = func(*args, **kwargs)
            value, extra = result if has_aux else (result, None)
            if not isinstance(value, torch.Tensor):
                raise RuntimeError(
                    f"grad_and_value(f)(*args): Expected f(*args) to return a Tensor, got {type(value)}"
                )
            if value.dim() != 0:
                raise RuntimeError(
                    "grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with "
                    f"{value.dim()} dims. Maybe you wanted to use the vjp or jacrev APIs instead?"
                )
            leaves = flatten_structure([args[place] for place in places])
            grads = torch.autograd.grad(value, leaves, create_graph=True, allow_unused=True)
        found = {}
        for leaf, slope in zip(leaves, grads):
            slope = torch.zeros_like(leaf) if slope is None else slope
            found[id(leaf)] = slope.detach() if outermost else slope
        results = tuple(map_structure(lambda leaf: found[id(leaf)], args[place]) for place in places)
        if outermost:
            value, extra = map_structure(_detached, (value, extra))
        gradient = results[0] if isinstance(argnums, int) else results
        return gradient, (value, extra) if has_aux else value

    return gradient_and_value


def grad(func, argnums=0, has_aux=False):
    """A function that gives the gradient of a function with one number as output."""

    def gradient(*args, **kwargs):
        slopes, value = grad_and_value(func, argnums, has_aux)(*args, **kwargs)
        return (slopes, value[1]) if has_aux else slopes

    return gradient


def vjp(func, *primals, has_aux=False):
    """The output, and a function from output weights to the weighted gradients."""
    outermost = _is_outermost(primals)
    with torch.enable_grad():
        watched = [map_structure(_watched, primal) for primal in primals]
        result = func(*watched)
    outputs, extra = result if has_aux else (result, None)

    def pull_back(*cotangents, **options):
        weights = flatten_structure(list(cotangents))
        leaves = flatten_structure(watched)
        slopes = torch.autograd.grad(
            flatten_structure([outputs]), leaves, weights, create_graph=not outermost, retain_graph=True,
            allow_unused=True,
        )
        found = {
            id(leaf): torch.zeros_like(leaf) if slope is None else slope for leaf, slope in zip(leaves, slopes)
        }
        return tuple(map_structure(lambda leaf: found[id(leaf)], primal) for primal in watched)

    settled = map_structure(lambda output: output.detach(), outputs) if outermost else outputs
    return (settled, pull_back, extra) if has_aux else (settled, pull_back)
