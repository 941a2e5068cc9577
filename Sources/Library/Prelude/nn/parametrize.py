# torch.nn.utils.parametrize: a parameter computed from other parameters by modules.
import torch
from torch.nn.modules.container import ModuleDict, ModuleList
from torch.nn.parameter import Parameter

_cache = None


class cached:
    """While inside a `with`, each parametrized tensor is computed once."""

    def __enter__(self):
        global _cache
        self._outer = _cache
        _cache = {} if _cache is None else _cache
        return self

    def __exit__(self, kind, value, traceback):
        global _cache
        _cache = self._outer


class ParametrizationList(ModuleList):
    """The modules that compute one tensor, in order, and what they compute it from: `original`, or original0, 1, …"""

    def __init__(self, modules, original, unsafe=False):
        super().__init__(modules)
        self.unsafe = unsafe
        value = original
        with torch.no_grad():
            for module in reversed(list(self)):
                if hasattr(module, "right_inverse"):
                    value = module.right_inverse(value)
        if isinstance(value, torch.Tensor):
            self.is_tensor = True
            if isinstance(original, Parameter):
                original.data = value
                self.original = original
            else:
                self.register_buffer("original", value)
        else:
            self.is_tensor = False
            self.ntensors = len(value)
            for i, part in enumerate(value):
                if isinstance(original, Parameter):
                    self.register_parameter(f"original{i}", Parameter(part, original.requires_grad))
                else:
                    self.register_buffer(f"original{i}", part)

    def _originals(self):
        if self.is_tensor:
            return (self.original,)
        return tuple(getattr(self, f"original{i}") for i in range(self.ntensors))

    def right_inverse(self, value):
        """Changes the originals so that the tensor becomes `value`."""
        with torch.no_grad():
            for module in reversed(list(self)):
                if not hasattr(module, "right_inverse"):
                    raise RuntimeError(f"parametrization {type(module).__name__} does not implement right_inverse.")
                value = module.right_inverse(value)
            parts = (value,) if self.is_tensor else value
            for original, part in zip(self._originals(), parts):
                original.data = part

    def forward(self):
        first, *rest = list(self)
        value = first(*self._originals())
        for module in rest:
            value = module(value)
        return value


def _computed(module, name):
    """The present value of a parametrized tensor."""
    parametrization = module.parametrizations[name]
    if _cache is None:
        return parametrization()
    key = (id(module), name)
    if key not in _cache:
        _cache[key] = parametrization()
    return _cache[key]


def _property(name):
    def get(module):
        return _computed(module, name)

    def set_(module, value):
        module.parametrizations[name].right_inverse(value)

    return property(get, set_)


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    """Computes the module's tensor of this name by `parametrization` from now on; returns the module."""
    parametrization.train(module.training)
    if is_parametrized(module, tensor_name):
        module.parametrizations[tensor_name].append(parametrization)
        return module
    if tensor_name not in module._parameters and tensor_name not in module._buffers:
        raise ValueError(
            f"Module '{module}' does not have a parameter, a buffer, or a parametrized element with name "
            f"'{tensor_name}'"
        )
    original = getattr(module, tensor_name)
    if not is_parametrized(module):
        plain = type(module)
        module.__class__ = type("Parametrized" + plain.__name__, (plain,), {"_plain_class": plain})
        module.parametrizations = ModuleDict()
    delattr(module, tensor_name)
    module.parametrizations[tensor_name] = ParametrizationList([parametrization], original, unsafe)
    setattr(type(module), tensor_name, _property(tensor_name))
    return module


def is_parametrized(module, tensor_name=None):
    """Whether a module has any parametrized tensor, or one of a given name."""
    found = module._modules.get("parametrizations")
    if not isinstance(found, ModuleDict):
        return False
    return len(found) > 0 if tensor_name is None else tensor_name in found


def remove_parametrizations(module, tensor_name, leave_parametrized=True):
    """Makes the tensor an ordinary one again, with its present value or the original's; returns the module."""
    if not is_parametrized(module, tensor_name):
        raise ValueError(f"Module {module} does not have a parametrization on {tensor_name}")
    parametrization = module.parametrizations[tensor_name]
    original = parametrization._originals()[0]
    if leave_parametrized:
        with torch.no_grad():
            value = getattr(module, tensor_name).detach().clone()
        if parametrization.is_tensor:
            original.data = value
        elif isinstance(original, Parameter):
            original = Parameter(value, original.requires_grad)
        else:
            original = value
    elif not parametrization.is_tensor:
        raise ValueError(
            "Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms of a "
            "sequence of tensors."
        )
    delattr(type(module), tensor_name)
    del module.parametrizations[tensor_name]
    if isinstance(original, Parameter):
        module.register_parameter(tensor_name, original)
    else:
        module.register_buffer(tensor_name, original)
    if not is_parametrized(module):
        delattr(module, "parametrizations")
        module.__class__ = type(module)._plain_class
    return module


def type_before_parametrizations(module):
    """The module's class without parametrizations."""
    return type(module)._plain_class if is_parametrized(module) else type(module)
