# torch.optim.rmsprop (torch.optim): RMSprop.
import torch
from torch.optim.optimizer import Optimizer, check_common, check_option


class RMSprop(Optimizer):
    """p ← p - lr · g / (√v + eps), where v is a running mean of g², less the squared mean of g if centered."""

    def __init__(
        self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False, capturable=False,
        foreach=None, maximize=False, differentiable=False,
    ):
        check_common(lr, eps)
        check_option(momentum >= 0.0, "momentum value", momentum)
        check_option(weight_decay >= 0.0, "weight_decay value", weight_decay)
        check_option(alpha >= 0.0, "alpha value", alpha)
        defaults = {
            "lr": lr, "momentum": momentum, "alpha": alpha, "eps": eps, "centered": centered,
            "weight_decay": weight_decay, "capturable": capturable, "foreach": foreach, "maximize": maximize,
            "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        lr, alpha, momentum = float(group["lr"]), group["alpha"], group["momentum"]
        for param, grad, state in self._gradients(group):
            if not state:
                state["step"] = torch.tensor(0.0)
                state["square_avg"] = torch.zeros_like(param)
                if momentum > 0:
                    state["momentum_buffer"] = torch.zeros_like(param)
                if group["centered"]:
                    state["grad_avg"] = torch.zeros_like(param)
            state["step"] += 1
            square = state["square_avg"].mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
            if group["centered"]:
                mean = state["grad_avg"].lerp_(grad, 1 - alpha)
                square = square.addcmul(mean, mean, value=-1)
            scale = square.sqrt().add_(group["eps"])
            if momentum > 0:
                buffer = state["momentum_buffer"].mul_(momentum).addcdiv_(grad, scale)
                param.add_(buffer, alpha=-lr)
            else:
                param.addcdiv_(grad, scale, value=-lr)
