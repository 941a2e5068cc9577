# torch.optim.muon (torch.optim): Muon.
import math
import torch
from torch.optim.optimizer import Optimizer


class Muon(Optimizer):
    """Moves matrices along their momentum made orthogonal by a few Newton-Schulz steps."""

    def __init__(
        self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True, ns_coefficients=(3.4445, -4.775, 2.0315),
        eps=1e-7, ns_steps=5, adjust_lr_fn=None,
    ):
        if isinstance(lr, torch.Tensor) and lr.numel() != 1:
            raise ValueError("Tensor lr must be 1-element")
        _check(0.0 <= lr, "Learning rate should be >= 0 but is", lr)
        _check(0.0 <= momentum, "momentum should be >= 0 but is", momentum)
        _check(0.0 <= weight_decay, "weight decay should be >= 0 but is", weight_decay)
        if adjust_lr_fn not in (None, "original", "match_rms_adamw"):
            raise ValueError(f"Adjust learning rate function {adjust_lr_fn} is not supported")
        defaults = {
            "lr": lr, "weight_decay": weight_decay, "momentum": momentum, "nesterov": nesterov,
            "ns_coefficients": ns_coefficients, "eps": eps, "ns_steps": ns_steps, "adjust_lr_fn": adjust_lr_fn,
        }
        super().__init__(params, defaults)
        for group in self.param_groups:
            for param in group["params"]:
                if param.ndim != 2:
                    raise ValueError(
                        f"Muon only supports 2D parameters whereas we found a parameter with size: {param.size()}"
                    )

    def _update(self, group):
        lr, momentum = float(group["lr"]), group["momentum"]
        for param in group["params"]:
            if param.grad is None:
                continue
            state = self.state[param]
            if not state:
                state["momentum_buffer"] = torch.zeros_like(param.grad)
            mean = state["momentum_buffer"].lerp_(param.grad, 1 - momentum)
            update = param.grad.lerp(mean, momentum) if group["nesterov"] else mean
            update = _orthogonal(update, group["ns_coefficients"], group["ns_steps"], group["eps"])
            param.mul_(1 - lr * group["weight_decay"])
            param.add_(update, alpha=-lr * _scale(group["adjust_lr_fn"], param.shape))


def _scale(rule, shape):
    """What the learning rate of a matrix of this shape is multiplied by."""
    rows, columns = shape
    return 0.2 * math.sqrt(max(rows, columns)) if rule == "match_rms_adamw" else math.sqrt(max(1, rows / columns))


def _orthogonal(matrix, coefficients, steps, eps):
    """About the nearest matrix with singular values 1, computed in bfloat16."""
    if steps >= 100:
        raise ValueError("Number of steps must be less than 100 for computational efficiency")
    if len(coefficients) != 3:
        raise ValueError("Coefficients must be a tuple of exactly 3 values")
    a, b, c = coefficients
    x = matrix.bfloat16()
    wide = x if x.size(0) <= x.size(1) else x.T
    wide = wide / wide.norm().clamp(min=eps)
    for _ in range(steps):
        gram = wide @ wide.T
        wide = torch.addmm(wide, torch.addmm(gram, gram, gram, beta=b, alpha=c), wide, beta=a)
    return wide if x.size(0) <= x.size(1) else wide.T


def _check(valid, what, value):
    if not valid:
        raise ValueError(f"{what}: {value}")
