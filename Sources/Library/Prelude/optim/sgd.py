# torch.optim.sgd (torch.optim): stochastic gradient descent with momentum.
import torch
from torch.optim.optimizer import Optimizer, check_option


class SGD(Optimizer):
    """p ← p - lr · g, where with momentum g is the running sum buf ← momentum · buf + (1 - dampening) · g."""

    def __init__(
        self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False,
        foreach=None, differentiable=False, fused=None,
    ):
        check_option(lr >= 0.0, "learning rate", lr)
        check_option(momentum >= 0.0, "momentum value", momentum)
        check_option(weight_decay >= 0.0, "weight_decay value", weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        defaults = {
            "lr": lr, "momentum": momentum, "dampening": dampening, "weight_decay": weight_decay,
            "nesterov": nesterov, "maximize": maximize, "foreach": foreach, "differentiable": differentiable,
            "fused": fused,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        params = [param for param in group["params"] if param.grad is not None]
        if group["momentum"] == 0:
            if params:
                self._move(group, params, [], False)
            return
        fresh = [param for param in params if self.state[param].get("momentum_buffer") is None]
        known = [param for param in params if self.state[param].get("momentum_buffer") is not None]
        for param in fresh:
            self.state[param]["momentum_buffer"] = torch.empty_like(param.grad)
        for some, first in ((fresh, True), (known, False)):
            if some:
                self._move(group, some, [self.state[param]["momentum_buffer"] for param in some], first)

    def _move(self, group, params, buffers, first):
        torch._fused_sgd_(
            params,
            [param.grad for param in params],
            buffers,
            weight_decay=float(group["weight_decay"]),
            momentum=float(group["momentum"]),
            lr=float(group["lr"]),
            dampening=float(group["dampening"]),
            nesterov=group["nesterov"],
            maximize=group["maximize"],
            is_first_step=first,
        )
