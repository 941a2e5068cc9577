# torch.optim.adafactor (torch.optim): Adafactor.
import torch
from torch.optim.optimizer import Optimizer, counted


class Adafactor(Optimizer):
    """Scales by the root of the mean of g², kept for matrices as one mean for each row and column only."""

    def __init__(
        self, params, lr=1e-2, beta2_decay=-0.8, eps=(None, 1e-3), d=1.0, weight_decay=0.0, *, foreach=None,
        maximize=False,
    ):
        _check(0.0 <= lr, "Learning rate should be >= 0 but is", lr)
        _check(0.0 >= beta2_decay, "beta2_decay should be <= 0 but is", beta2_decay)
        _check(eps[0] is None or 0.0 <= eps[0], "epsilon1 should be >= 0 but is", eps[0])
        _check(0.0 <= eps[1], "epsilon2 should be >= 0 but is", eps[1])
        _check(1.0 <= d, "Clipping threshold d should be >= 1 but is", d)
        _check(0.0 <= weight_decay, "weight_decay should be >= 0 but is", weight_decay)
        defaults = {
            "lr": lr, "beta2_decay": beta2_decay, "eps": eps, "d": d, "weight_decay": weight_decay,
            "foreach": foreach, "maximize": maximize,
        }
        super().__init__(params, defaults)

    def _update(self, group):
        lr, (eps1, eps2) = float(group["lr"]), group["eps"]
        for param in group["params"]:
            if param.grad is None:
                continue
            grad = -param.grad if group["maximize"] else param.grad
            floor = torch.finfo(param.dtype).eps if eps1 is None else eps1
            state = self.state[param]
            if not state:
                _begin(state, grad)
            step = counted(state)
            share = step ** group["beta2_decay"]
            rate = max(eps2, _rms(param)) * min(lr, 1 / step**0.5)
            if group["weight_decay"] != 0:
                param.mul_(1 - lr * group["weight_decay"])
            update = _mean_square(state, grad, share, floor).clamp_(min=floor * floor).rsqrt_().mul_(grad)
            param.add_(update, alpha=-rate / max(1.0, _rms(update) / group["d"]))


def _begin(state, grad):
    state["step"] = torch.tensor(0.0)
    if grad.dim() > 1:
        state["row_var"] = grad.new_zeros(grad.shape[:-1] + (1,))
        state["col_var"] = grad.new_zeros(grad.shape[:-2] + (1,) + grad.shape[-1:])
    else:
        state["variance"] = torch.zeros_like(grad)


def _mean_square(state, grad, share, floor):
    """The running mean of g²: of a matrix the product of its rows' and columns' means over the mean of all."""
    if grad.dim() <= 1:
        return state["variance"].lerp_(grad.square(), share).clone()
    rows = state["row_var"].lerp_(grad.square().mean(-1, keepdim=True), share)
    columns = state["col_var"].lerp_(grad.square().mean(-2, keepdim=True), share)
    return (rows @ columns).div_(rows.mean(-2, keepdim=True).clamp_(min=floor))


def _rms(tensor):
    return tensor.norm(2).item() / tensor.numel() ** 0.5


def _check(valid, what, value):
    if not valid:
        raise ValueError(f"{what}: {value}")
