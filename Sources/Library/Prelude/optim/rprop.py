# torch.optim.rprop (torch.optim): Rprop.
import torch
from torch.optim.optimizer import Optimizer, check_option


class Rprop(Optimizer):
    """Moves each element by its own step, which grows while the gradient keeps its sign and shrinks when it turns."""

    def __init__(
        self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), *, capturable=False, foreach=None,
        maximize=False, differentiable=False,
    ):
        check_option(0.0 <= lr, "learning rate", lr)
        check_option(0.0 < etas[0] < 1.0 < etas[1], "eta values", f"{etas[0]}, {etas[1]}")
        defaults = {
            "lr": lr, "etas": etas, "step_sizes": step_sizes, "foreach": foreach, "maximize": maximize,
            "differentiable": differentiable, "capturable": capturable,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        shrink, grow = group["etas"]
        smallest, largest = group["step_sizes"]
        for param, grad, state in self._gradients(group):
            if not state:
                state["step"] = torch.tensor(0.0)
                state["prev"] = torch.zeros_like(param)
                state["step_size"] = torch.full_like(grad, float(group["lr"]))
            state["step"] += 1
            agreement = grad * state["prev"]
            factor = torch.where(agreement > 0, grow, torch.where(agreement < 0, shrink, 1.0))
            size = state["step_size"]
            size.copy_((size * factor).clamp(smallest, largest))
            grad = torch.where(agreement < 0, 0.0, grad)
            param.addcmul_(grad.sign(), size, value=-1)
            state["prev"].copy_(grad)
