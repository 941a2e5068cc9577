# torch.nn.utils._weight_norm (torch.nn.utils): weight_norm and spectral_norm in their older form, computed before each call.
import torch
import torch.nn.functional as F
from torch.nn.parameter import Parameter
from torch.nn.utils.parametrizations import norm_except_dim


def weight_norm(module, name="weight", dim=0):
    """Replaces a weight by its magnitude `name_g` and direction `name_v`; returns the module."""
    dim = -1 if dim is None else dim
    weight = getattr(module, name)
    delattr(module, name)
    module.register_parameter(name + "_g", Parameter(norm_except_dim(weight, dim).data))
    module.register_parameter(name + "_v", Parameter(weight.data))

    def compute(module, inputs):
        g, v = getattr(module, name + "_g"), getattr(module, name + "_v")
        setattr(module, name, v * (g / norm_except_dim(v, dim)))

    compute(module, None)
    handle = module.register_forward_pre_hook(compute)
    module.__dict__.setdefault("_weight_norms", {})[name] = handle
    return module


def remove_weight_norm(module, name="weight"):
    """Makes the weight an ordinary parameter again; returns the module."""
    handle = module.__dict__.get("_weight_norms", {}).pop(name, None)
    if handle is None:
        raise ValueError(f"weight_norm of '{name}' not found in {module}")
    handle.remove()
    weight = getattr(module, name)
    for old in (name, name + "_g", name + "_v"):
        delattr(module, old)
    module.register_parameter(name, Parameter(weight.data))
    return module


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    """Divides a weight, kept as `name_orig`, by its largest singular value before each call; returns the module."""
    if dim is None:
        dim = 1 if "ConvTranspose" in type(module).__name__ else 0
    weight = getattr(module, name)
    delattr(module, name)
    module.register_parameter(name + "_orig", weight)

    def matrix_of(weight):
        return (weight.transpose(0, dim) if dim else weight).flatten(1)

    rows, columns = matrix_of(weight).shape
    u = F.normalize(weight.new_empty(rows).normal_(0, 1), dim=0, eps=eps)
    v = F.normalize(weight.new_empty(columns).normal_(0, 1), dim=0, eps=eps)
    setattr(module, name, weight.data)
    module.register_buffer(name + "_u", u.detach())
    module.register_buffer(name + "_v", v.detach())

    def compute(module, inputs):
        weight = getattr(module, name + "_orig")
        u, v = getattr(module, name + "_u"), getattr(module, name + "_v")
        matrix = matrix_of(weight)
        if module.training:
            with torch.no_grad():
                for _ in range(n_power_iterations):
                    v.copy_(F.normalize(matrix.T @ u, dim=0, eps=eps))
                    u.copy_(F.normalize(matrix @ v, dim=0, eps=eps))
            u, v = u.clone(), v.clone()
        setattr(module, name, weight / torch.dot(u, matrix @ v))

    handle = module.register_forward_pre_hook(compute)
    module.__dict__.setdefault("_spectral_norms", {})[name] = handle
    return module


def remove_spectral_norm(module, name="weight"):
    """Makes the weight an ordinary parameter again; returns the module."""
    handle = module.__dict__.get("_spectral_norms", {}).pop(name, None)
    if handle is None:
        raise ValueError(f"spectral_norm of '{name}' not found in {module}")
    handle.remove()
    weight = getattr(module, name).detach()
    for old in (name, name + "_orig", name + "_u", name + "_v"):
        delattr(module, old)
    module.register_parameter(name, Parameter(weight))
    return module
