# torch.optim.asgd (torch.optim): ASGD.
import torch
from torch.optim.optimizer import Optimizer, check_option, counted


class ASGD(Optimizer):
    """Gradient descent with a shrinking step that also keeps the average of the parameters after step t0."""

    def __init__(
        self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None, maximize=False,
        differentiable=False, capturable=False,
    ):
        check_option(lr >= 0.0, "learning rate", lr)
        check_option(weight_decay >= 0.0, "weight_decay value", weight_decay)
        check_option(alpha >= 0.0, "alpha value", alpha)
        defaults = {
            "lr": lr, "lambd": lambd, "alpha": alpha, "t0": t0, "weight_decay": weight_decay, "foreach": foreach,
            "maximize": maximize, "differentiable": differentiable, "capturable": capturable,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        lr, lambd = float(group["lr"]), group["lambd"]
        for param, grad, state in self._gradients(group):
            if not state:
                state["step"] = torch.tensor(0.0)
                state["eta"] = torch.tensor(lr)
                state["mu"] = torch.tensor(1.0)
                state["ax"] = torch.zeros_like(param)
            step = counted(state)
            eta, mu, average = state["eta"].item(), state["mu"].item(), state["ax"]
            param.mul_(1 - lambd * eta).add_(grad, alpha=-eta)
            if mu == 1:
                average.copy_(param)
            else:
                average.add_((param - average) * mu)
            state["eta"] = torch.tensor(lr / (1 + lambd * lr * step) ** group["alpha"])
            state["mu"] = torch.tensor(1 / max(1, step - group["t0"]))
