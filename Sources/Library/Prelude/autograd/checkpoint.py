# torch.utils.checkpoint: computing a part of the forward again in backward instead of keeping its values.
import torch
from torch.autograd import Function
from torch.autograd.graph import saved_tensors_hooks


class CheckpointFunction(Function):
    """Runs a function without recording; in backward runs it again, recorded, and goes back through that."""

    @staticmethod
    def forward(ctx, anchor, function, kwargs, keep_random, *args):
        ctx.function = function
        ctx.kwargs = kwargs
        ctx.args = args
        ctx.random = torch.get_rng_state() if keep_random else None
        return function(*args, **kwargs)

    @staticmethod
    def backward(ctx, *grads):
        args = [x.detach().requires_grad_(x.requires_grad) if isinstance(x, torch.Tensor) else x for x in ctx.args]
        after = torch.get_rng_state()
        if ctx.random is not None:
            torch.set_rng_state(ctx.random)
        with torch.enable_grad():
            outputs = ctx.function(*args, **ctx.kwargs)
        torch.set_rng_state(after)
        outputs = outputs if isinstance(outputs, (tuple, list)) else (outputs,)
        outputs = [output for output in outputs if isinstance(output, torch.Tensor)]
        pairs = [(output, grad) for output, grad in zip(outputs, grads) if output.requires_grad]
        torch.autograd.backward([output for output, _ in pairs], [grad for _, grad in pairs])
        found = [x.grad if isinstance(x, torch.Tensor) else None for x in args]
        return (None, None, None, None, *found)


class _Recomputation:
    """A function run with recording, whose saved tensors are only counted; whoever asks for one has all computed again."""

    def __init__(self, function, args, kwargs, keep_random):
        self.function = function
        self.args = args
        self.kwargs = kwargs
        self.random = torch.get_rng_state() if keep_random else None
        self.count = 0
        self.values = {}

    def run(self):
        with saved_tensors_hooks(self.number, self.value):
            return self.function(*self.args, **self.kwargs)

    def number(self, tensor):
        self.count += 1
        return self.count - 1

    def value(self, number):
        if number not in self.values:
            self.compute()
        return self.values[number]

    def compute(self):
        after = torch.get_rng_state()
        if self.random is not None:
            torch.set_rng_state(self.random)
        args = [x.detach().requires_grad_(x.requires_grad) if isinstance(x, torch.Tensor) else x for x in self.args]
        self.values = {}
        with torch.enable_grad(), saved_tensors_hooks(self.keep, lambda tensor: tensor):
            self.function(*args, **self.kwargs)
        torch.set_rng_state(after)

    def keep(self, tensor):
        self.values[len(self.values)] = tensor
        return tensor


def checkpoint(
    function, *args, use_reentrant=None, context_fn=None, determinism_check="default", debug=False,
    preserve_rng_state=True, early_stop=True, **kwargs,
):
    """function(*args), computed again in backward with the same random numbers."""
    if not torch.is_grad_enabled():
        return function(*args, **kwargs)
    if use_reentrant is False:
        return _Recomputation(function, args, kwargs, preserve_rng_state).run()
    # an input that needs a gradient puts the call into the graph even where only parameters do
    anchor = torch.empty(0, requires_grad=True)
    return CheckpointFunction.apply(anchor, function, kwargs, preserve_rng_state, *args)


def checkpoint_sequential(functions, segments, input, use_reentrant=None, **kwargs):
    """A Sequential cut into segments, each but the last of them checkpointed."""
    functions = list(functions)
    size = len(functions) // segments

    def run(part):
        def forward(x):
            for function in part:
                x = function(x)
            return x

        return forward

    for i in range(segments - 1):
        input = checkpoint(run(functions[i * size : (i + 1) * size]), input, **kwargs)
    return run(functions[(segments - 1) * size :])(input)
