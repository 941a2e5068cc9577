# torch.nn.modules.hooks: functions called around a module's forward and backward.
import collections
import torch
from torch.autograd import Function
from torch.nn.modules.module import global_hooks
from torch.utils.hooks import RemovableHandle


_TABLES = (
    "_forward_pre_hooks", "_forward_hooks", "_backward_pre_hooks", "_backward_hooks", "_state_dict_pre_hooks",
    "_state_dict_hooks", "_load_state_dict_pre_hooks", "_load_state_dict_post_hooks",
)


class Module:
    """The part of Module that keeps hooks. A module without any pays one attribute look-up per call."""

    def _hook_table(self, name):
        """The hooks of one kind by number, an empty table where there are none yet; None where the name is no table's."""
        return self.__dict__.setdefault(name, collections.OrderedDict()) if name in _TABLES else None

    def _add_hook(self, table, hook, prepend=False, with_kwargs=False):
        hooks = self._hook_table(table)
        handle = RemovableHandle(hooks)
        hooks[handle.id] = hook
        if with_kwargs:
            self.__dict__.setdefault("_hooks_with_kwargs", set()).add(handle.id)
        if prepend:
            hooks.move_to_end(handle.id, last=False)
        self.__dict__["_hooked"] = True
        return handle

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        """Calls `hook(module, args)` before forward; what it returns, if not None, replaces the arguments."""
        return self._add_hook("_forward_pre_hooks", hook, prepend, with_kwargs)

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        """Calls `hook(module, args, output)` after forward; what it returns, if not None, replaces the output."""
        return self._add_hook("_forward_hooks", hook, prepend, with_kwargs)

    def register_full_backward_pre_hook(self, hook, prepend=False):
        """Calls `hook(module, grad_output)` before the module's backward; a result replaces the gradient."""
        return self._add_hook("_backward_pre_hooks", hook, prepend)

    def register_full_backward_hook(self, hook, prepend=False):
        """Calls `hook(module, grad_input, grad_output)` after the module's backward; a result replaces grad_input."""
        return self._add_hook("_backward_hooks", hook, prepend)

    def register_backward_hook(self, hook):
        """The older name of `register_full_backward_hook`."""
        if self.__dict__.get("_backward_hooks"):
            raise RuntimeError(
                "Cannot use both regular backward hooks and full backward hooks on a single Module. Please use only "
                "one of them."
            )
        return self.register_full_backward_hook(hook)

    def register_state_dict_pre_hook(self, hook):
        """Calls `hook(module, prefix, keep_vars)` before `state_dict` writes this module."""
        return self._add_hook("_state_dict_pre_hooks", hook)

    def register_state_dict_post_hook(self, hook):
        """Calls `hook(module, state_dict, prefix, local_metadata)` when `state_dict` has written this module."""
        return self._add_hook("_state_dict_hooks", hook)

    def _register_state_dict_hook(self, hook):
        return self._add_hook("_state_dict_hooks", hook)

    def register_load_state_dict_pre_hook(self, hook):
        """Calls `hook(module, state_dict, prefix, local_metadata, strict, missing, unexpected, errors)` before loading."""
        return self._add_hook("_load_state_dict_pre_hooks", hook)

    def register_load_state_dict_post_hook(self, hook):
        """Calls `hook(module, incompatible_keys)` when `load_state_dict` is done with this module."""
        return self._add_hook("_load_state_dict_post_hooks", hook)

    def _hooks(self, table):
        """The hooks for all modules and then this module's own."""
        return [*global_hooks[table].values(), *self.__dict__.get(table, {}).values()]

    def _forward_hooks_and_forms(self, table):
        """The same, each with whether it takes keywords."""
        with_kwargs = self.__dict__.get("_hooks_with_kwargs", ())
        own = self.__dict__.get(table, {})
        return [*global_hooks[table].values(), *[(hook, number in with_kwargs) for number, hook in own.items()]]

    def _call_with_hooks(self, args, kwargs):
        for hook, with_kwargs in self._forward_hooks_and_forms("_forward_pre_hooks"):
            if with_kwargs:
                changed = hook(self, args, kwargs)
                if changed is not None:
                    if not (isinstance(changed, tuple) and len(changed) == 2):
                        raise RuntimeError(
                            f"forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got {changed}."
                        )
                    args, kwargs = changed
            else:
                changed = hook(self, args)
                if changed is not None:
                    args = changed if isinstance(changed, tuple) else (changed,)
        backward = None
        if self._hooks("_backward_hooks") or self._hooks("_backward_pre_hooks"):
            backward = _BackwardCall(self)
            args = backward.watch_inputs(args)
        output = self.forward(*args, **kwargs)
        for hook, with_kwargs in self._forward_hooks_and_forms("_forward_hooks"):
            changed = hook(self, args, kwargs, output) if with_kwargs else hook(self, args, output)
            if changed is not None:
                output = changed
        return output if backward is None else backward.watch_output(output)


class BackwardHookFunction(Function):
    """The identity on several tensors; in backward, `call` sees their gradients and may replace them."""

    @staticmethod
    def forward(ctx, call, *tensors):
        ctx.call = call
        return tensors

    @staticmethod
    def backward(ctx, *grads):
        return (None,) + ctx.call(grads)


class _BackwardCall:
    """One call of a module with backward hooks: remembers the gradient of its output for the hooks."""

    def __init__(self, module):
        self.module = module
        self.pre_hooks = module._hooks("_backward_pre_hooks")
        self.hooks = module._hooks("_backward_hooks")
        self.grad_output = None
        self.slots = None
        self.arguments = 0

    def watch_inputs(self, args):
        """The arguments, passed through an identity node if any of them needs a gradient."""
        slots = [i for i, value in enumerate(args) if isinstance(value, torch.Tensor)]
        if not any(args[i].requires_grad for i in slots):
            self.arguments = len(args)
            return args
        self.slots = slots
        self.arguments = len(args)
        watched = list(args)
        through = BackwardHookFunction.apply(self.input_ready, *[args[i] for i in slots])
        for i, value in zip(slots, through):
            watched[i] = value
        return tuple(watched)

    def watch_output(self, output):
        """The output, passed through an identity node."""
        values = output if isinstance(output, (tuple, list)) else (output,)
        slots = [i for i, value in enumerate(values) if isinstance(value, torch.Tensor)]
        if not any(values[i].requires_grad for i in slots):
            return output
        watched = list(values)
        for i, value in zip(slots, BackwardHookFunction.apply(self.output_ready, *[values[i] for i in slots])):
            watched[i] = value
        return type(output)(watched) if isinstance(output, (tuple, list)) else watched[0]

    def output_ready(self, grads):
        """Takes the gradient of the output; calls the hooks at once if no input waits for a gradient."""
        self.grad_output = tuple(grads)
        for hook in self.pre_hooks:
            changed = hook(self.module, self.grad_output)
            if changed is not None:
                self.grad_output = changed if isinstance(changed, tuple) else (changed,)
        if self.slots is None:
            for hook in self.hooks:
                changed = hook(self.module, (None,) * self.arguments, self.grad_output)
                if changed is not None and any(grad is not None for grad in changed):
                    raise RuntimeError(
                        "Backward hook for Modules where no input requires gradient should always return None or "
                        "None for all gradients."
                    )
        return self.grad_output

    def input_ready(self, grads):
        """Takes the gradients of the inputs and calls the hooks, which may replace them."""
        found = [None] * self.arguments
        for i, grad in zip(self.slots, grads):
            found[i] = grad
        found = tuple(found)
        for hook in self.hooks:
            changed = hook(self.module, found, self.grad_output)
            if changed is not None:
                found = changed if isinstance(changed, tuple) else (changed,)
        return tuple(found[i] for i in self.slots)
