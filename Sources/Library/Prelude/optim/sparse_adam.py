# torch.optim.sparse_adam (torch.optim): SparseAdam.
import torch
from torch.optim.optimizer import Optimizer, check_common, counted


class SparseAdam(Optimizer):
    """Adam that moves only the rows of a parameter that have a gradient, for embeddings with `sparse=True`."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, maximize=False):
        if not 0.0 < lr:
            raise ValueError(f"Invalid learning rate: {lr}")
        check_common(lr, eps, 0.0, betas)
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps, "maximize": maximize})

    def _update(self, group):
        lr, (beta1, beta2) = float(group["lr"]), group["betas"]
        for param in group["params"]:
            if param.grad is None:
                continue
            state = self.state[param]
            if not state:
                state["step"] = torch.tensor(0.0)
                state["exp_avg"] = torch.zeros_like(param)
                state["exp_avg_sq"] = torch.zeros_like(param)
            step = counted(state)
            rows = (param.grad != 0).flatten(1).any(1).nonzero().squeeze(1)
            grad = -param.grad[rows] if group["maximize"] else param.grad[rows]
            mean = torch.lerp(state["exp_avg"][rows], grad, 1 - beta1)
            square = state["exp_avg_sq"][rows] * beta2 + grad * grad * (1 - beta2)
            state["exp_avg"][rows] = mean
            state["exp_avg_sq"][rows] = square
            rate = lr * (1 - beta2**step) ** 0.5 / (1 - beta1**step)
            param[rows] -= rate * mean / (square.sqrt() + group["eps"])
