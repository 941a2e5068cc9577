# torch.nn.modules.module: hooks called around every module.
from torch.utils.hooks import RemovableHandle

# By the names of the tables that modules keep their own hooks in.
global_hooks = {"_forward_pre_hooks": {}, "_forward_hooks": {}, "_backward_pre_hooks": {}, "_backward_hooks": {}}


class _GlobalHandle(RemovableHandle):
    """Stands for a hook of all modules, which look for hooks only while there is one."""

    def remove(self):
        super().remove()
        _settle()


def _settle():
    from torch.nn import Module

    Module._hooked = any(global_hooks.values())


def _added(table, hook):
    handle = _GlobalHandle(global_hooks[table])
    global_hooks[table][handle.id] = hook
    _settle()
    return handle


def register_module_forward_pre_hook(hook):
    """Calls `hook(module, args)` before the forward of every module."""
    return _added("_forward_pre_hooks", (hook, False))


def register_module_forward_hook(hook, *, with_kwargs=False, always_call=False):
    """Calls `hook(module, args, output)` after the forward of every module."""
    return _added("_forward_hooks", (hook, with_kwargs))


def register_module_full_backward_pre_hook(hook):
    """Calls `hook(module, grad_output)` before the backward of every module."""
    return _added("_backward_pre_hooks", hook)


def register_module_full_backward_hook(hook):
    """Calls `hook(module, grad_input, grad_output)` after the backward of every module."""
    return _added("_backward_hooks", hook)
