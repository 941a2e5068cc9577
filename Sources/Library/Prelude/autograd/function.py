# torch.autograd.function (torch.autograd): Function, an operation whose gradient is written by hand.
import torch


class FunctionCtx:
    """What a custom operation remembers from its forward for its backward."""

    def __init__(self):
        self.needs_input_grad = ()
        self.materialize_grads = True
        self._saved = ()
        self._nondifferentiable = ()

    def save_for_backward(self, *tensors):
        """Keeps tensors for the backward pass."""
        self._saved = tensors

    def save_for_forward(self, *tensors):
        """Accepted for the sake of `jvp`, which is never called."""

    @property
    def saved_tensors(self):
        return self._saved

    def mark_dirty(self, *tensors):
        """Says which inputs the forward has changed in place."""

    def mark_non_differentiable(self, *outputs):
        """Says which outputs get no gradient."""
        self._nondifferentiable = outputs

    def set_materialize_grads(self, value):
        """Says whether an absent gradient reaches `backward` as zeros (True) or as None."""
        self.materialize_grads = value


class Function:
    """A subclass defines `forward(ctx, …)` and `backward(ctx, *grad_outputs)` as static methods and is used by `apply`."""

    generate_vmap_rule = False

    @staticmethod
    def forward(*args, **kwargs):
        """Computes the outputs from the inputs; runs without recording."""
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grad_outputs):
        """Gives one gradient (or None) for each input of `forward`."""
        raise NotImplementedError(
            "You must implement either the backward or vjp method for your custom autograd.Function to use it with "
            "backward mode AD."
        )

    @staticmethod
    def vjp(ctx, *grad_outputs):
        """Another name under which a subclass may define `backward`."""
        raise NotImplementedError("You must implement the vjp function for custom autograd.Function.")

    @classmethod
    def apply(cls, *args, **kwargs):
        """Runs the operation on the inputs and puts it into the graph."""
        ctx = FunctionCtx()
        ctx.needs_input_grad = tuple(isinstance(value, torch.Tensor) and value.requires_grad for value in args)
        with torch.no_grad():
            if hasattr(cls, "setup_context"):
                result = cls.forward(*args, **kwargs)
                cls.setup_context(ctx, args, result)
            else:
                result = cls.forward(ctx, *args, **kwargs)
        several = isinstance(result, (tuple, list))
        outputs = list(result) if several else [result]
        slots = [i for i, value in enumerate(outputs) if isinstance(value, torch.Tensor)]
        recorded = torch._custom_gradient(
            cls.__name__ + "Backward",
            [value for value in args if isinstance(value, torch.Tensor)],
            [outputs[i] for i in slots],
            _Backward(cls, ctx, args),
            list(ctx._nondifferentiable),
            ctx.materialize_grads,
            ctx,
        )
        for i, output in zip(slots, recorded):
            outputs[i] = output
        return tuple(outputs) if several else outputs[0]


class _Backward:
    """Calls a Function's backward and keeps the gradients of the tensor inputs only."""

    def __init__(self, function, ctx, args):
        self.function = function
        self.ctx = ctx
        self.is_tensor = [isinstance(value, torch.Tensor) for value in args]

    def __call__(self, *grad_outputs):
        function = self.function
        method = function.backward if function.vjp is Function.vjp else function.vjp
        grads = method(self.ctx, *grad_outputs)
        if not isinstance(grads, (tuple, list)):
            grads = (grads,)
        expected = len(self.is_tensor)
        if len(grads) < expected or any(grad is not None for grad in grads[expected:]):
            raise RuntimeError(
                f"function {function.__name__}Backward returned an incorrect number of gradients "
                f"(expected {expected}, got {len(grads)})"
            )
        return [grad for grad, is_tensor in zip(grads, self.is_tensor) if is_tensor]


def once_differentiable(backward):
    """Marks a backward whose own operations are not to be recorded."""

    def unrecorded(ctx, *grads):
        with torch.no_grad():
            return backward(ctx, *grads)

    return unrecorded
