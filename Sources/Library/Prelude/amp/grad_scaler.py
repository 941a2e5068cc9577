# torch.amp.grad_scaler (torch, torch.amp, torch.cuda.amp): GradScaler, losses scaled up so that small gradients survive float16.
import torch


class GradScaler:
    """Multiplies the loss by a factor and divides the gradients by it before the step; a step with infinite gradients
    is left out and the factor shrinks. On the accelerator that a session lacks it does nothing."""

    def __init__(
        self, device="cuda", init_scale=65536.0, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000,
        enabled=True,
    ):
        self._enabled = enabled and (device != "cuda" or torch.cuda.is_available())
        self._scale = float(init_scale)
        self._growth_factor = growth_factor
        self._backoff_factor = backoff_factor
        self._growth_interval = growth_interval
        self._good_steps = 0
        self._found_inf = False
        self._unscaled = set()

    def scale(self, outputs):
        """The loss (or losses) times the factor."""
        if not self._enabled:
            return outputs
        if isinstance(outputs, (list, tuple)):
            return type(outputs)([self.scale(output) for output in outputs])
        return outputs * self._scale

    def unscale_(self, optimizer):
        """Divides the gradients of an optimizer's parameters by the factor."""
        if not self._enabled:
            return
        if id(optimizer) in self._unscaled:
            raise RuntimeError("unscale_() has already been called on this optimizer since the last update().")
        self._unscaled.add(id(optimizer))
        with torch.no_grad():
            for group in optimizer.param_groups:
                for param in group["params"]:
                    if param.grad is not None:
                        param.grad.mul_(1.0 / self._scale)
                        if not torch.isfinite(param.grad).all():
                            self._found_inf = True

    def step(self, optimizer, *args, **kwargs):
        """The optimizer's step, unless a gradient is not finite."""
        if not self._enabled:
            return optimizer.step(*args, **kwargs)
        if id(optimizer) not in self._unscaled:
            self.unscale_(optimizer)
        return None if self._found_inf else optimizer.step(*args, **kwargs)

    def update(self, new_scale=None):
        """Shrinks the factor after infinite gradients; lets it grow after many good steps."""
        if not self._enabled:
            return
        if new_scale is not None:
            self._scale = float(new_scale)
        elif self._found_inf:
            self._scale *= self._backoff_factor
            self._good_steps = 0
        else:
            self._good_steps += 1
            if self._good_steps == self._growth_interval:
                self._scale *= self._growth_factor
                self._good_steps = 0
        self._found_inf = False
        self._unscaled = set()

    def get_scale(self):
        """The factor; 1 where the scaler does nothing."""
        return self._scale if self._enabled else 1.0

    def is_enabled(self):
        """Whether the scaler does anything."""
        return self._enabled

    def state_dict(self):
        """The factor and how it changes."""
        if not self._enabled:
            return {}
        return {
            "scale": self._scale, "growth_factor": self._growth_factor, "backoff_factor": self._backoff_factor,
            "growth_interval": self._growth_interval, "_growth_tracker": self._good_steps,
        }

    def load_state_dict(self, state_dict):
        """Takes back what `state_dict` gave."""
        if self._enabled:
            self._scale = state_dict["scale"]
            self._growth_factor = state_dict["growth_factor"]
            self._backoff_factor = state_dict["backoff_factor"]
            self._growth_interval = state_dict["growth_interval"]
            self._good_steps = state_dict["_growth_tracker"]
