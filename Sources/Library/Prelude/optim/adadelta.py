# torch.optim.adadelta (torch.optim): Adadelta.
import torch
from torch.optim.optimizer import Optimizer, check_option


class Adadelta(Optimizer):
    """p ← p - lr · d, where d is g scaled by the root of the running mean of d² over that of g²."""

    def __init__(
        self, params, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0, foreach=None, *, capturable=False, maximize=False,
        differentiable=False,
    ):
        check_option(lr >= 0.0, "learning rate", lr)
        check_option(0.0 <= rho <= 1.0, "rho value", rho)
        check_option(eps >= 0.0, "epsilon value", eps)
        check_option(weight_decay >= 0.0, "weight_decay value", weight_decay)
        defaults = {
            "lr": lr, "rho": rho, "eps": eps, "weight_decay": weight_decay, "maximize": maximize,
            "capturable": capturable, "foreach": foreach, "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        rho, eps = group["rho"], group["eps"]
        for param, grad, state in self._gradients(group):
            if not state:
                state["step"] = torch.tensor(0.0)
                state["square_avg"] = torch.zeros_like(param)
                state["acc_delta"] = torch.zeros_like(param)
            state["step"] += 1
            square, moved = state["square_avg"], state["acc_delta"]
            square.mul_(rho).addcmul_(grad, grad, value=1 - rho)
            delta = moved.add(eps).sqrt_().div_(square.add(eps).sqrt_()).mul_(grad)
            moved.mul_(rho).addcmul_(delta, delta, value=1 - rho)
            param.add_(delta, alpha=-float(group["lr"]))
