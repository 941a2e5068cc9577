# torch.nn.utils.prune: setting parts of a parameter to zero by a mask that is applied before each call.
import torch


class BasePruningMethod:
    """A way to choose what becomes zero. It is a hook of the module it prunes and applies the mask before each call.

    A subclass says by PRUNING_TYPE whether `compute_mask` looks at the elements left ("unstructured"), at the slices left along
    `dim` ("structured") or at everything ("global")."""

    PRUNING_TYPE = "unstructured"

    def __call__(self, module, inputs):
        setattr(module, self._tensor_name, self.apply_mask(module))

    def compute_mask(self, t, default_mask):
        """The mask for a tensor, from its values and the mask so far."""
        raise NotImplementedError

    def apply_mask(self, module):
        """The parameter times its mask."""
        mask = getattr(module, self._tensor_name + "_mask")
        original = getattr(module, self._tensor_name + "_orig")
        return mask.to(dtype=original.dtype) * original

    @classmethod
    def apply(cls, module, name, *args, importance_scores=None, **kwargs):
        """Prunes a parameter by this method, on top of what has pruned it; returns the method."""
        method = cls(*args, **kwargs)
        method._tensor_name = name
        original = module._parameters.get(name + "_orig")
        before = pruning_of(module, name)
        value = getattr(module, name) if original is None else original
        if importance_scores is None:
            importance_scores = value
        elif importance_scores.shape != value.shape:
            raise AssertionError(
                f"importance_scores should have the same shape as parameter {name} of {module}, got "
                f"{importance_scores.shape} vs {value.shape}"
            )
        if before is not None:
            method = _container(before, method)
        present = torch.ones_like(value) if original is None else getattr(module, name + "_mask").clone()
        mask = method.compute_mask(importance_scores.detach(), present)
        if original is None:
            delattr(module, name)
            module.register_parameter(name + "_orig", value)
            module.register_buffer(name + "_mask", mask)
        else:
            setattr(module, name + "_mask", mask)
        if before is not method:
            if before is not None:
                _take_off(module, before)
            module.register_forward_pre_hook(method)
        method(module, None)
        return method

    def prune(self, t, default_mask=None, importance_scores=None):
        """A tensor with zeros where this method would put them."""
        scores = t if importance_scores is None else importance_scores
        mask = torch.ones_like(t) if default_mask is None else default_mask
        return t * self.compute_mask(scores, mask)

    def remove(self, module):
        """Makes the masked values the parameter's own."""
        name = self._tensor_name
        value = self.apply_mask(module).detach()
        original = module._parameters[name + "_orig"]
        for old in (name, name + "_orig", name + "_mask"):
            delattr(module, old)
        original.data = value
        module.register_parameter(name, original)


class PruningContainer(BasePruningMethod):
    """Several methods for one parameter, one after the other."""

    def __init__(self, *args):
        self._pruning_methods = ()
        for method in args:
            self._tensor_name = method._tensor_name
            self.add_pruning_method(method)

    def add_pruning_method(self, method):
        """Adds a method for the same parameter."""
        if not isinstance(method, BasePruningMethod):
            raise TypeError(f"{type(method)} is not a BasePruningMethod subclass")
        if method._tensor_name != self._tensor_name:
            raise ValueError(
                f"Can only add pruning methods acting on the parameter named '{self._tensor_name}' to "
                f"PruningContainer {self}. Found '{method._tensor_name}'"
            )
        self._pruning_methods += (method,)

    def __len__(self):
        return len(self._pruning_methods)

    def __iter__(self):
        return iter(self._pruning_methods)

    def __getitem__(self, place):
        return self._pruning_methods[place]

    def compute_mask(self, t, default_mask):
        """The mask so far, with what the newest method removes of what is left."""
        method = self._pruning_methods[-1]
        if method.PRUNING_TYPE == "unstructured":
            left = default_mask == 1
        elif method.PRUNING_TYPE == "structured":
            dim = method.dim % t.dim()
            others = [d for d in range(t.dim()) if d != dim]
            left = (slice(None),) * dim + (default_mask.sum(dim=others) != 0,)
        elif method.PRUNING_TYPE == "global":
            left = (slice(None),) * t.dim()
        else:
            raise ValueError(f"Unrecognized PRUNING_TYPE {method.PRUNING_TYPE}")
        mask = default_mask.clone()
        mask[left] = method.compute_mask(t[left], default_mask=mask[left])
        return mask


def _container(before, method):
    if not isinstance(before, PruningContainer):
        before = PruningContainer(before)
    before.add_pruning_method(method)
    return before


def pruning_of(module, name):
    """The method that prunes a parameter of a module; None where there is none."""
    for hook in module._forward_pre_hooks.values():
        if isinstance(hook, BasePruningMethod) and hook._tensor_name == name:
            return hook
    return None


def _take_off(module, method):
    for number, hook in list(module._forward_pre_hooks.items()):
        if hook is method:
            del module._forward_pre_hooks[number]


def is_pruned(module):
    """Whether some parameter of a module, or below it, has a mask."""
    return any(
        isinstance(hook, BasePruningMethod) for part in module.modules() for hook in part._forward_pre_hooks.values()
    )


def remove(module, name):
    """Makes the masked values the parameter's own; returns the module."""
    method = pruning_of(module, name)
    if method is None:
        raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")
    method.remove(module)
    _take_off(module, method)
    return module
