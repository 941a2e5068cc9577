# torch.optim.optimizer (torch.optim): Optimizer, what all optimizers share: groups of parameters, state, and how a step is framed.
import copy
import torch
from collections import OrderedDict, defaultdict
from torch.utils.hooks import RemovableHandle


class Optimizer:
    """Keeps groups of parameters with their options in `param_groups` and what it remembers of each in `state`.

    A subclass either defines `_update(group)`, which moves the parameters of one group, or its own `step`."""

    def __init__(self, params, defaults):
        self.defaults = defaults
        self.state = defaultdict(dict)
        self.param_groups = []
        self._optimizer_step_pre_hooks = OrderedDict()
        self._optimizer_step_post_hooks = OrderedDict()
        self._state_hooks = {name: OrderedDict() for name in ("before save", "after save", "before load", "after load")}
        if isinstance(params, torch.Tensor):
            raise TypeError(
                "params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
                + torch.typename(params)
            )
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)
        if defaults.get("fused") and defaults.get("foreach"):
            raise RuntimeError("`fused` and `foreach` cannot be `True` together.")

    def add_param_group(self, param_group):
        """Adds a group; options it does not name take the defaults."""
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
        params = param_group["params"]
        if isinstance(params, torch.Tensor):
            params = [params]
        elif isinstance(params, set):
            raise TypeError(
                "optimizer parameters need to be organized in ordered collections, but the ordering of tensors in "
                "sets will change between runs. Please use a list instead."
            )
        else:
            params = list(params)
        names = None
        if params and all(isinstance(entry, tuple) for entry in params):
            names = [name for name, _ in params]
            params = [param for _, param in params]
        self._check_params(params)
        param_group["params"] = params
        if names is not None:
            param_group["param_names"] = names
        for name, default in self.defaults.items():
            param_group.setdefault(name, default)
        taken = {id(param) for group in self.param_groups for param in group["params"]}
        if any(id(param) in taken for param in params):
            raise ValueError("some parameters appear in more than one parameter group")
        self.param_groups.append(param_group)

    def _check_params(self, params):
        for param in params:
            if not isinstance(param, torch.Tensor):
                raise TypeError(
                    "optimizer can only optimize Tensors, but one of the params is " + torch.typename(param)
                )
            if not (param.is_leaf or param.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")

    def zero_grad(self, set_to_none=True):
        """Forgets the gradients of all parameters, or sets them to zero."""
        for group in self.param_groups:
            for param in group["params"]:
                if set_to_none:
                    param.grad = None
                elif param.grad is not None:
                    param.grad = torch.zeros_like(param.grad)

    def step(self, closure=None):
        """Moves every parameter that has a gradient; a closure computes the loss again, which is returned."""
        args = (self,) if closure is None else (self, closure)
        for hook in list(self._optimizer_step_pre_hooks.values()):
            hook(self, args, {})
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        with torch.no_grad():
            for group in self.param_groups:
                self._update(group)
        for hook in list(self._optimizer_step_post_hooks.values()):
            hook(self, args, {})
        return loss

    def _update(self, group):
        """Moves the parameters of one group."""
        raise NotImplementedError

    def _gradients(self, group):
        """Each parameter that has a gradient with the gradient to use (sign and L2 decay applied) and its state."""
        decay = group.get("weight_decay", 0)
        if group.get("decoupled_weight_decay", False):
            decay = 0
        for param in group["params"]:
            if param.grad is None:
                continue
            grad = -param.grad if group["maximize"] else param.grad
            if decay != 0:
                grad = grad.add(param, alpha=decay)
            yield param, grad, self.state[param]

    def register_step_pre_hook(self, hook):
        """Calls `hook(optimizer, args, kwargs)` before each step."""
        return _registered(self._optimizer_step_pre_hooks, hook)

    def register_step_post_hook(self, hook):
        """Calls `hook(optimizer, args, kwargs)` after each step."""
        return _registered(self._optimizer_step_post_hooks, hook)

    def register_state_dict_pre_hook(self, hook, prepend=False):
        """Calls `hook(optimizer)` before `state_dict`."""
        return _registered(self._state_hooks["before save"], hook, prepend)

    def register_state_dict_post_hook(self, hook, prepend=False):
        """Calls `hook(optimizer, state_dict)` after `state_dict`; an answer replaces it."""
        return _registered(self._state_hooks["after save"], hook, prepend)

    def register_load_state_dict_pre_hook(self, hook, prepend=False):
        """Calls `hook(optimizer, state_dict)` before `load_state_dict`; an answer replaces it."""
        return _registered(self._state_hooks["before load"], hook, prepend)

    def register_load_state_dict_post_hook(self, hook, prepend=False):
        """Calls `hook(optimizer)` after `load_state_dict`."""
        return _registered(self._state_hooks["after load"], hook, prepend)

    def _numbers(self):
        """The parameters' places, counted over all groups, by identity."""
        params = [param for group in self.param_groups for param in group["params"]]
        return {id(param): i for i, param in enumerate(params)}

    def state_dict(self):
        """The state and the groups with parameters replaced by their numbers."""
        for hook in self._state_hooks["before save"].values():
            hook(self)
        numbers = self._numbers()
        state = {
            numbers[id(key)] if isinstance(key, torch.Tensor) else key: value for key, value in self.state.items()
        }
        groups = []
        for group in self.param_groups:
            packed = {name: value for name, value in group.items() if name != "params"}
            packed["params"] = [numbers[id(param)] for param in group["params"]]
            groups.append(packed)
        saved = {"state": state, "param_groups": groups}
        for hook in self._state_hooks["after save"].values():
            saved = hook(self, saved) or saved
        return saved

    def load_state_dict(self, state_dict):
        """Takes back what `state_dict` gave; the groups must have as many parameters as then."""
        state_dict = dict(state_dict)
        for hook in self._state_hooks["before load"].values():
            state_dict = hook(self, state_dict) or state_dict
        saved = state_dict["param_groups"]
        if len(saved) != len(self.param_groups):
            raise ValueError("loaded state dict has a different number of parameter groups")
        if any(len(old["params"]) != len(new["params"]) for old, new in zip(saved, self.param_groups)):
            raise ValueError(
                "loaded state dict contains a parameter group that doesn't match the size of optimizer's group"
            )
        params = {}
        for old, new in zip(saved, self.param_groups):
            for number, param in zip(old["params"], new["params"]):
                params[number] = param
            for name, value in old.items():
                if name != "params":
                    new[name] = copy.deepcopy(value)
        self.state = defaultdict(dict)
        for key, value in state_dict["state"].items():
            if key in params:
                self.state[params[key]] = _restored(value, params[key])
            else:
                self.state[key] = value
        for hook in self._state_hooks["after load"].values():
            hook(self)

    def __getstate__(self):
        return {"defaults": self.defaults, "state": self.state, "param_groups": self.param_groups}

    def __repr__(self):
        text = type(self).__name__ + " ("
        for i, group in enumerate(self.param_groups):
            text += f"\nParameter Group {i}\n"
            for name in sorted(group):
                if name != "params":
                    text += f"    {name}: {group[name]}\n"
        return text + ")"


def _registered(hooks, hook, prepend=False):
    handle = RemovableHandle(hooks)
    hooks[handle.id] = hook
    if prepend:
        hooks.move_to_end(handle.id, last=False)
    return handle


def _restored(value, param, name=None):
    """One parameter's saved state, its tensors (shared where possible) in the parameter's dtype but for the step count."""
    if isinstance(value, torch.Tensor):
        return value.to(param.dtype) if name != "step" and param.is_floating_point() else value
    if isinstance(value, dict):
        return {key: _restored(part, param, key) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)([_restored(part, param) for part in value])
    return value


def check_option(valid, what, value):
    """Raises the ValueError for an option out of its range."""
    if not valid:
        raise ValueError(f"Invalid {what}: {value}")


def check_common(lr, eps=0.0, weight_decay=0.0, betas=(0.0, 0.0)):
    """The checks that most optimizers make of their options, in this order."""
    check_option(0.0 <= lr, "learning rate", lr)
    check_option(0.0 <= eps, "epsilon value", eps)
    check_option(0.0 <= betas[0] < 1.0, "beta parameter at index 0", betas[0])
    check_option(0.0 <= betas[1] < 1.0, "beta parameter at index 1", betas[1])
    check_option(0.0 <= weight_decay, "weight_decay value", weight_decay)


def counted(state):
    """Adds one to a parameter's count of steps and gives it as a number."""
    state["step"] += 1
    return state["step"].item()
