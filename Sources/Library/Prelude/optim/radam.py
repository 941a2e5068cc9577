# torch.optim.radam (torch.optim): RAdam.
import math
import torch
from torch.optim.optimizer import Optimizer, check_common, counted


class RAdam(Optimizer):
    """Adam that divides by √v only once the variance of that scale is known well enough, and then rectified."""

    def __init__(
        self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, decoupled_weight_decay=False, *,
        foreach=None, maximize=False, capturable=False, differentiable=False,
    ):
        check_common(lr, eps, weight_decay, betas)
        defaults = {
            "lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "maximize": maximize,
            "foreach": foreach, "capturable": capturable, "decoupled_weight_decay": decoupled_weight_decay,
            "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        lr, (beta1, beta2) = float(group["lr"]), group["betas"]
        longest = 2 / (1 - beta2) - 1
        for param, grad, state in self._gradients(group):
            if not state:
                state["step"] = torch.tensor(0.0)
                state["exp_avg"] = torch.zeros_like(param)
                state["exp_avg_sq"] = torch.zeros_like(param)
            step = counted(state)
            if group["decoupled_weight_decay"]:
                param.mul_(1 - lr * group["weight_decay"])
            mean = state["exp_avg"].lerp_(grad, 1 - beta1)
            square = state["exp_avg_sq"].mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
            correction = 1 - beta2**step
            length = longest - 2 * step * beta2**step / correction
            direction = mean / (1 - beta1**step)
            if length > 5.0:
                above = (length - 4) * (length - 2) * longest
                below = (longest - 4) * (longest - 2) * length
                scale = math.sqrt(correction) / square.sqrt().add_(group["eps"])
                direction = direction * lr * scale * math.sqrt(above / below)
                param.add_(direction, alpha=-1.0)
            else:
                param.add_(direction * lr, alpha=-1.0)
