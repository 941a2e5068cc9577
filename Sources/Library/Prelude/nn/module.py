# torch.nn.modules.module (torch.nn, torch.nn.modules): Module, the base of every layer: what it owns and how it is called.
import torch
from torch.nn.modules.hooks import Module as Hooks
from torch.nn.modules.placement import Module as Placement
from torch.nn.modules.state import Module as State
from torch.nn.modules.traversal import Module as Traversal
from torch.nn.parameter import Buffer, Parameter


class Module(Traversal, State, Placement, Hooks):
    """A part of a model: parameters, buffers and further modules found by attribute name, and a `forward` method.

    The parts it is made of are called Module, too, because messages name the class that defines a method."""

    training = True
    _hooked = False
    call_super_init = False

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            self._refuse(args, kwargs)
        fields = self.__dict__
        fields["training"] = True
        fields["_parameters"] = {}
        fields["_buffers"] = {}
        fields["_non_persistent_buffers_set"] = set()
        fields["_modules"] = {}

    def _refuse(self, args, kwargs):
        name = type(self).__name__
        if kwargs:
            raise TypeError(f"{name}.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'")
        raise TypeError(f"{name}.__init__() takes 1 positional argument but {len(args) + 1} were given")

    def forward(self, *inputs):
        """Computes the output; every subclass defines its own."""
        raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function')

    def __call__(self, *args, **kwargs):
        if self._hooked:
            return self._call_with_hooks(args, kwargs)
        return self.forward(*args, **kwargs)

    def __getattr__(self, name):
        fields = self.__dict__
        if "_parameters" in fields:
            for table in (fields["_parameters"], fields["_modules"], fields["_buffers"]):
                if name in table:
                    return table[name]
            hooks = self._hook_table(name)
            if hooks is not None:
                return hooks
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        fields = self.__dict__
        if isinstance(value, Parameter):
            self._check_begun("parameters")
            self._forget(name)
            self.register_parameter(name, value)
        elif isinstance(value, Module):
            self._check_begun("module")
            if name not in fields["_modules"]:
                self._forget(name)
            fields["_modules"][name] = value
        elif isinstance(value, Buffer):
            self._forget(name)
            self.register_buffer(name, value, value.persistent)
        elif "_parameters" not in fields:
            object.__setattr__(self, name, value)
        elif name in fields["_parameters"]:
            if value is not None:
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as parameter '{name}' (torch.nn.Parameter or None expected)"
                )
            fields["_parameters"][name] = None
        elif name in fields["_modules"]:
            if value is not None:
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as child module '{name}' (torch.nn.Module or None expected)"
                )
            fields["_modules"][name] = None
        elif name in fields["_buffers"]:
            if value is not None and not isinstance(value, torch.Tensor):
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as buffer '{name}' "
                    "(torch.nn.Buffer, torch.Tensor or None expected)"
                )
            fields["_buffers"][name] = value
        else:
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        fields = self.__dict__
        for table in ("_parameters", "_buffers", "_modules"):
            if name in fields.get(table, ()):
                del fields[table][name]
                fields["_non_persistent_buffers_set"].discard(name)
                return
        object.__delattr__(self, name)

    def _check_begun(self, what):
        if "_parameters" not in self.__dict__:
            raise AttributeError(f"cannot assign {what} before Module.__init__() call")

    def _forget(self, name):
        """Drops whatever the name meant, so that it can mean something of another kind."""
        fields = self.__dict__
        fields.pop(name, None)
        for table in ("_parameters", "_buffers", "_modules"):
            fields[table].pop(name, None)
        fields["_non_persistent_buffers_set"].discard(name)

    def _check_name(self, kind, name, table):
        if not isinstance(name, str):
            raise TypeError(f"{kind} name should be a string. Got {torch.typename(name)}")
        if "." in name:
            got = f", got: {name}" if kind == "module" else ""
            raise KeyError(f'{kind} name can\'t contain "."{got}')
        if name == "":
            raise KeyError(f'{kind} name can\'t be empty string ""')
        if hasattr(self, name) and name not in table:
            raise KeyError(f"attribute '{name}' already exists")

    def register_parameter(self, name, param):
        """Adds a parameter under a name; None keeps the name without a value."""
        self._check_begun("parameter")
        self._check_name("parameter", name, self._parameters)
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(
                f"cannot assign '{torch.typename(param)}' object to parameter '{name}' "
                "(torch.nn.Parameter or None required)"
            )
        if param is not None and param.grad_fn is not None:
            raise ValueError(
                f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created explicitly. "
                f"To express '{name}' as a function of another Tensor, compute the value in the forward() method."
            )
        self._parameters[name] = param

    def register_buffer(self, name, tensor, persistent=True):
        """Adds a tensor that belongs to the state but is not trained; only persistent ones enter `state_dict`."""
        self._check_begun("buffer")
        self._check_name("buffer", name, self._buffers)
        if tensor is not None and not isinstance(tensor, torch.Tensor):
            raise TypeError(
                f"cannot assign '{torch.typename(tensor)}' object to buffer '{name}' (torch Tensor or None required)"
            )
        self._buffers[name] = tensor
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def add_module(self, name, module):
        """Adds a child module under a name; None keeps the name without a value."""
        if module is not None and not isinstance(module, Module):
            raise TypeError(f"{torch.typename(module)} is not a Module subclass")
        self._check_name("module", name, self._modules)
        self._modules[name] = module

    def register_module(self, name, module):
        """The same as `add_module`."""
        self.add_module(name, module)

    def get_extra_state(self):
        """Further state for `state_dict`; a subclass that has some defines this and `set_extra_state`."""
        raise RuntimeError("Reached a code path in Module.get_extra_state() that should never be called.")

    def set_extra_state(self, state):
        """Takes back what `get_extra_state` gave."""
        raise RuntimeError("Reached a code path in Module.set_extra_state() that should never be called.")

    def train(self, mode=True):
        """Switches this module and everything below it to training or evaluation; returns self."""
        if not isinstance(mode, bool):
            raise ValueError("training mode is expected to be boolean")
        self.training = mode
        for child in self.children():
            child.train(mode)
        return self

    def eval(self):
        """The same as `train(False)`."""
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        """Says for all parameters whether they get gradients; returns self."""
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=True):
        """Forgets the gradients of all parameters, or sets them to zero."""
        for parameter in self.parameters():
            if parameter.grad is None:
                continue
            if set_to_none:
                parameter.grad = None
            else:
                parameter.grad = torch.zeros_like(parameter.grad)

    def apply(self, fn):
        """Calls `fn` on every module below this one, then on this one; returns self."""
        for child in self.children():
            child.apply(fn)
        fn(self)
        return self

    def compile(self, *args, **kwargs):
        """Does nothing: a module runs the same way compiled or not."""

    def extra_repr(self):
        """What stands between the parentheses of the printed module besides its children."""
        return ""

    def _get_name(self):
        return type(self).__name__

    def __repr__(self):
        extra = self.extra_repr()
        lines = extra.split("\n") if extra else []
        children = [f"({name}): {_indented(repr(child))}" for name, child in self._modules.items()]
        if not children and len(lines) <= 1:
            return f"{self._get_name()}({extra})"
        return self._get_name() + "(\n  " + "\n  ".join(lines + children) + "\n)"

    def __dir__(self):
        fields = self.__dict__
        names = dir(type(self)) + list(fields)
        for table in ("_parameters", "_modules", "_buffers"):
            names += fields.get(table, {})
        return sorted(name for name in set(names) if not name[0].isdigit())


def _indented(text):
    """The text with every line after the first moved two places to the right."""
    return text.replace("\n", "\n  ")
