# torch.func (torch.nn.utils.stateless): calls of modules with other parameters, and the parameters of several modules stacked.
import torch


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """Calls a module with other tensors in place of its parameters and buffers of those names."""
    given = parameter_and_buffer_dicts
    if isinstance(given, (tuple, list)):
        given = {name: value for part in given for name, value in part.items()}
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    if strict:
        _check_names(module, given)
    replaced = []
    try:
        for name, value in given.items():
            path, _, last = name.rpartition(".")
            owner = module.get_submodule(path)
            table = owner._parameters if last in owner._parameters else owner._buffers
            if last in table:
                replaced.append((table, last, table[last]))
                table[last] = value
        return module(*args, **(kwargs or {}))
    finally:
        for table, last, old in reversed(replaced):
            table[last] = old


def _check_names(module, given):
    """Every parameter and buffer must be given, and nothing else."""
    names = {name for table in (module.named_parameters(), module.named_buffers()) for name, _ in table}
    lines = []
    if set(given) - names:
        lines.append("Unexpected key(s): " + ", ".join(repr(name) for name in sorted(set(given) - names)) + ".")
    if names - set(given):
        lines.append("Missing key(s): " + ", ".join(repr(name) for name in sorted(names - set(given))) + ".")
    if lines:
        text = "".join("\n\t" + line for line in lines)
        raise RuntimeError(f"Error(s) in reparametrizing for {type(module).__name__}:{text}")


def stack_module_state(models):
    """The parameters and the buffers of several models of one form, stacked along a new first dimension."""
    def stacked(states):
        return {
            name: torch.stack([state[name].detach() for state in states]).requires_grad_(states[0][name].requires_grad)
            for name in states[0]
        }

    return (
        stacked([dict(model.named_parameters()) for model in models]),
        stacked([dict(model.named_buffers()) for model in models]),
    )


def replace_all_batch_norm_modules_(root):
    """Has every batch normalisation in a module use the statistics of the batch alone; returns the module."""
    for module in root.modules():
        if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
            module.running_mean = module.running_var = module.num_batches_tracked = None
            module.track_running_stats = False
    return root
