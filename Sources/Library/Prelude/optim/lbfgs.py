# torch.optim.lbfgs (torch.optim): LBFGS.
import torch
from torch.optim.line_search import strong_wolfe
from torch.optim.optimizer import Optimizer, check_option


class LBFGS(Optimizer):
    """Newton's method with an inverse Hessian estimated from the last `history_size` moves (Nocedal 1980).

    One call of `step(closure)` makes up to max_iter moves and calls the closure up to max_eval times."""

    def __init__(
        self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7, tolerance_change=1e-9, history_size=100,
        line_search_fn=None, *, maximize=False,
    ):
        check_option(lr >= 0.0, "learning rate", lr)
        defaults = {
            "lr": lr, "max_iter": max_iter, "max_eval": max_iter * 5 // 4 if max_eval is None else max_eval,
            "tolerance_grad": tolerance_grad, "tolerance_change": tolerance_change, "history_size": history_size,
            "line_search_fn": line_search_fn, "maximize": maximize,
        }
        super().__init__(params, defaults)
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params = self.param_groups[0]["params"]

    def _flat_grad(self):
        pieces = [
            torch.zeros(param.numel(), dtype=param.dtype) if param.grad is None else param.grad.reshape(-1)
            for param in self._params
        ]
        flat = torch.cat(pieces)
        return -flat if self.param_groups[0]["maximize"] else flat

    def _move(self, length, direction):
        start = 0
        for param in self._params:
            piece = direction[start : start + param.numel()]
            param.add_(piece.view_as(param), alpha=length)
            start += param.numel()

    def _evaluate(self, closure):
        """The loss as a number to make small, and the flat gradient."""
        with torch.enable_grad():
            loss = float(closure())
        return (-loss if self.param_groups[0]["maximize"] else loss), self._flat_grad()

    def _evaluate_at(self, closure, start, length, direction):
        """What `_evaluate` gives a distance along a direction; the parameters stay where they were."""
        self._move(length, direction)
        result = self._evaluate(closure)
        for param, value in zip(self._params, start):
            param.copy_(value)
        return result

    def step(self, closure):
        """Moves the parameters; returns the loss at the start."""
        with torch.no_grad():
            with torch.enable_grad():
                first_loss = closure()
            self._minimise(closure, float(first_loss))
        return first_loss

    def _minimise(self, closure, loss):
        group = self.param_groups[0]
        lr, tolerance = float(group["lr"]), group["tolerance_change"]
        state = self.state[self._params[0]]
        state.setdefault("func_evals", 0)
        state.setdefault("n_iter", 0)
        loss = -loss if group["maximize"] else loss
        state["func_evals"] += 1
        evaluations, iterations = 1, 0
        grad = self._flat_grad()
        if grad.abs().max() <= group["tolerance_grad"]:
            return
        while iterations < group["max_iter"]:
            iterations += 1
            state["n_iter"] += 1
            self._choose_direction(state, grad, group["history_size"])
            direction = state["d"]
            previous_loss, state["prev_flat_grad"] = loss, grad.clone()
            length = min(1.0, 1.0 / grad.abs().sum().item()) * lr if state["n_iter"] == 1 else lr
            slope = grad.dot(direction).item()
            if slope > -tolerance:
                break
            used = 0
            if group["line_search_fn"] is not None:
                if group["line_search_fn"] != "strong_wolfe":
                    raise RuntimeError("only 'strong_wolfe' is supported")
                start = [param.clone() for param in self._params]
                loss, grad, length, used = strong_wolfe(
                    lambda distance: self._evaluate_at(closure, start, distance, direction),
                    length, direction, loss, grad,
                )
                self._move(length, direction)
            else:
                self._move(length, direction)
                if iterations != group["max_iter"]:
                    loss, grad = self._evaluate(closure)
                    used = 1
            state["t"] = length
            evaluations += used
            state["func_evals"] += used
            if iterations == group["max_iter"] or evaluations >= group["max_eval"]:
                break
            if grad.abs().max() <= group["tolerance_grad"]:
                break
            if (direction * length).abs().max() <= tolerance or abs(loss - previous_loss) < tolerance:
                break

    def _choose_direction(self, state, grad, history_size):
        """Sets state["d"] to minus the estimated inverse Hessian times the gradient (two-loop recursion)."""
        if state["n_iter"] == 1:
            state["d"] = -grad
            state["old_dirs"], state["old_stps"], state["ro"], state["H_diag"] = [], [], [], 1
            return
        changes, moves, weights = state["old_dirs"], state["old_stps"], state["ro"]
        change, move = grad - state["prev_flat_grad"], state["d"] * state["t"]
        curvature = change.dot(move)
        if curvature > 1e-10:
            if len(changes) == history_size:
                changes.pop(0)
                moves.pop(0)
                weights.pop(0)
            changes.append(change)
            moves.append(move)
            weights.append(1.0 / curvature)
            state["H_diag"] = curvature / change.dot(change)
        q = -grad
        factors = []
        for change, move, weight in reversed(list(zip(changes, moves, weights))):
            factors.append(move.dot(q) * weight)
            q = q - change * factors[-1]
        q = q * state["H_diag"]
        for change, move, weight, factor in zip(changes, moves, weights, reversed(factors)):
            q = q + move * (factor - change.dot(q) * weight)
        state["d"] = q
