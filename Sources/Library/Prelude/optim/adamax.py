# torch.optim.adamax (torch.optim): Adamax.
import torch
from torch.optim.optimizer import Optimizer, check_common, counted


class Adamax(Optimizer):
    """Adam with the decaying maximum of |g| in place of the root of the mean of g²."""

    def __init__(
        self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None, *, maximize=False,
        differentiable=False, capturable=False,
    ):
        check_common(lr, eps, weight_decay, betas)
        defaults = {
            "lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "foreach": foreach,
            "maximize": maximize, "differentiable": differentiable, "capturable": capturable,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        beta1, beta2 = group["betas"]
        for param, grad, state in self._gradients(group):
            if not state:
                state["step"] = torch.tensor(0.0)
                state["exp_avg"] = torch.zeros_like(param)
                state["exp_inf"] = torch.zeros_like(param)
            step = counted(state)
            mean = state["exp_avg"].lerp_(grad, 1 - beta1)
            largest = state["exp_inf"]
            largest.copy_(torch.maximum(largest.mul_(beta2), grad.abs().add_(group["eps"])))
            param.addcdiv_(mean, largest, value=-float(group["lr"]) / (1 - beta1**step))
