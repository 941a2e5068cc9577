# torch.optim.adagrad (torch.optim): Adagrad.
import torch
from torch.optim.optimizer import Optimizer, check_option, counted


class Adagrad(Optimizer):
    """p ← p - lr · g / (√s + eps), where s is the sum of all g² so far."""

    def __init__(
        self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, *,
        maximize=False, differentiable=False, fused=None,
    ):
        check_option(lr >= 0.0, "learning rate", lr)
        check_option(lr_decay >= 0.0, "lr_decay value", lr_decay)
        check_option(weight_decay >= 0.0, "weight_decay value", weight_decay)
        check_option(
            initial_accumulator_value >= 0.0, "initial_accumulator_value value", initial_accumulator_value
        )
        check_option(eps >= 0.0, "epsilon value", eps)
        defaults = {
            "lr": lr, "lr_decay": lr_decay, "eps": eps, "weight_decay": weight_decay,
            "initial_accumulator_value": initial_accumulator_value, "foreach": foreach, "maximize": maximize,
            "differentiable": differentiable, "fused": fused,
        }
        super().__init__(params, defaults)
        for group in self.param_groups:
            for param in group["params"]:
                self.state[param]["step"] = torch.tensor(0.0)
                self.state[param]["sum"] = torch.full_like(param, group["initial_accumulator_value"])

    def _update(self, group):
        for param, grad, state in self._gradients(group):
            step = counted(state)
            lr = float(group["lr"]) / (1 + (step - 1) * group["lr_decay"])
            scale = state["sum"].addcmul_(grad, grad, value=1).sqrt().add_(group["eps"])
            param.addcdiv_(grad, scale, value=-lr)
