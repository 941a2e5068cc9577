# torch.optim.nadam (torch.optim): NAdam.
import torch
from torch.optim.optimizer import Optimizer, check_common, check_option, counted


class NAdam(Optimizer):
    """Adam with Nesterov's look ahead: the step mixes the gradient and its mean with a momentum that grows."""

    def __init__(
        self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3,
        decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False, differentiable=False,
    ):
        check_common(lr, eps, weight_decay, betas)
        check_option(momentum_decay >= 0.0, "momentum_decay value", momentum_decay)
        defaults = {
            "lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "momentum_decay": momentum_decay,
            "decoupled_weight_decay": decoupled_weight_decay, "maximize": maximize, "foreach": foreach,
            "capturable": capturable, "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        lr, (beta1, beta2) = float(group["lr"]), group["betas"]
        for param, grad, state in self._gradients(group):
            if not state:
                state["step"] = torch.tensor(0.0)
                state["mu_product"] = torch.tensor(1.0)
                state["exp_avg"] = torch.zeros_like(param)
                state["exp_avg_sq"] = torch.zeros_like(param)
            step = counted(state)
            if group["decoupled_weight_decay"]:
                param.mul_(1 - lr * group["weight_decay"])
            now = beta1 * (1 - 0.5 * 0.96 ** (step * group["momentum_decay"]))
            ahead = beta1 * (1 - 0.5 * 0.96 ** ((step + 1) * group["momentum_decay"]))
            state["mu_product"] *= now
            product = state["mu_product"].item()
            mean = state["exp_avg"].lerp_(grad, 1 - beta1)
            square = state["exp_avg_sq"].mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
            scale = square.div(1 - beta2**step).sqrt_().add_(group["eps"])
            param.addcdiv_(grad, scale, value=-lr * (1 - now) / (1 - product))
            param.addcdiv_(mean, scale, value=-lr * ahead / (1 - product * ahead))
