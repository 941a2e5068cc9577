# torch.optim.swa_utils: averages of a model's weights over the steps of training.
import copy
import math
import torch
from torch.nn.modules.batchnorm import _BatchNorm
from torch.nn.modules.module import Module
from torch.optim.lr_scheduler import LRScheduler


def get_ema_avg_fn(decay=0.999):
    """The exponential moving average, for `avg_fn`."""
    _check_decay(decay)
    return lambda average, current, count: decay * average + (1 - decay) * current


def get_ema_multi_avg_fn(decay=0.999):
    """The exponential moving average, for `multi_avg_fn`."""
    _check_decay(decay)

    def update(averages, currents, count):
        for average, current in zip(averages, currents):
            average.lerp_(current, 1 - decay)

    return update


def get_swa_avg_fn():
    """The equal average of all models so far, for `avg_fn`."""
    return lambda average, current, count: average + (current - average) / (count + 1)


def get_swa_multi_avg_fn():
    """The equal average of all models so far, for `multi_avg_fn`."""

    def update(averages, currents, count):
        for average, current in zip(averages, currents):
            average.lerp_(current, 1 / (float(count) + 1))

    return update


def _check_decay(decay):
    if decay < 0.0 or decay > 1.0:
        raise ValueError(f"Invalid decay value {decay} provided. Please provide a value in [0,1] range.")


class AveragedModel(Module):
    """A copy of a model whose parameters are an average of those seen by `update_parameters`."""

    def __init__(self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False):
        super().__init__()
        if avg_fn is not None and multi_avg_fn is not None:
            raise AssertionError("Only one of avg_fn and multi_avg_fn should be provided")
        self.module = copy.deepcopy(model)
        if device is not None:
            self.module = self.module.to(device)
        self.register_buffer("n_averaged", torch.tensor(0, dtype=torch.long, device=device))
        self.avg_fn = avg_fn
        self.multi_avg_fn = multi_avg_fn
        self.use_buffers = use_buffers

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    def _tensors(self, model):
        tensors = [parameter.detach() for parameter in model.parameters()]
        return tensors + list(model.buffers()) if self.use_buffers else tensors

    def update_parameters(self, model):
        """Takes a model's present parameters into the average."""
        averages, currents = self._tensors(self.module), self._tensors(model)
        with torch.no_grad():
            if self.n_averaged == 0:
                for average, current in zip(averages, currents):
                    average.copy_(current)
            elif self.avg_fn is not None:
                for average, current in zip(averages, currents):
                    average.copy_(self.avg_fn(average, current, self.n_averaged))
            else:
                update = self.multi_avg_fn or get_swa_multi_avg_fn()
                update(averages, currents, self.n_averaged)
            if not self.use_buffers:
                for average, current in zip(self.module.buffers(), model.buffers()):
                    average.copy_(current)
            self.n_averaged += 1


def update_bn(loader, model, device=None):
    """Sets the running statistics of all batch normalisations to those of one pass over the data."""
    layers = {module: module.momentum for module in model.modules() if isinstance(module, _BatchNorm)}
    if not layers:
        return
    was_training = model.training
    model.train()
    for layer in layers:
        layer.reset_running_stats()
        layer.momentum = None
    with torch.no_grad():
        for batch in loader:
            if isinstance(batch, (list, tuple)):
                batch = batch[0]
            model(batch if device is None else batch.to(device))
    for layer, momentum in layers.items():
        layer.momentum = momentum
    model.train(was_training)


class SWALR(LRScheduler):
    """Brings the rates to `swa_lr` within anneal_epochs and keeps them there."""

    def __init__(self, optimizer, swa_lr, anneal_epochs=10, anneal_strategy="cos", last_epoch=-1):
        rates = swa_lr if isinstance(swa_lr, (list, tuple)) else [swa_lr] * len(optimizer.param_groups)
        for rate, group in zip(rates, optimizer.param_groups):
            group["swa_lr"] = rate
        if anneal_strategy not in ("cos", "linear"):
            raise ValueError(
                f"anneal_strategy must by one of 'cos' or 'linear', instead got {anneal_strategy}"
            )
        self._anneal_strategy = anneal_strategy
        if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
            raise ValueError(f"anneal_epochs must be equal or greater than 0, got {anneal_epochs}")
        self.anneal_epochs = anneal_epochs
        super().__init__(optimizer, last_epoch)

    def _share(self, epoch):
        """How far the rates have come from their start (0) to swa_lr (1)."""
        progress = max(0, min(1, epoch / max(1, self.anneal_epochs)))
        return (1 - math.cos(math.pi * progress)) / 2 if self._anneal_strategy == "cos" else progress

    def get_lr(self):
        """The rates of the present step, from those of the step before."""
        step = self._step_count - 1
        if self.anneal_epochs == 0:
            step = max(1, step)
        before, now = self._share(step - 1), self._share(step)
        rates = []
        for group in self.optimizer.param_groups:
            target = group["swa_lr"]
            start = target if before == 1 else (group["lr"] - before * target) / (1 - before)
            rates.append(target * now + start * (1 - now))
        return rates
