# torch.nn.modules.container (torch.nn, torch.nn.modules): ParameterList and ParameterDict, modules that hold parameters by position or name.
import operator
import torch
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter




class ParameterList(Module):
    """A list whose tensors become parameters of the module it is assigned to."""

    def __init__(self, values=None):
        super().__init__()
        self._size = 0
        if values is not None:
            self.extend(values)

    def _name_at(self, index):
        index = operator.index(index)
        if not -len(self) <= index < len(self):
            raise IndexError(f"index {index} is out of range")
        return str(index % len(self))

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)([self[i] for i in range(*index.indices(len(self)))])
        return getattr(self, self._name_at(index))

    def __setitem__(self, index, value):
        if isinstance(value, torch.Tensor) and not isinstance(value, Parameter):
            value = Parameter(value)
        setattr(self, self._name_at(index), value)

    def __len__(self):
        return self._size

    def __iter__(self):
        return iter([self[i] for i in range(len(self))])

    def __iadd__(self, values):
        return self.extend(values)

    def append(self, value):
        """Adds a value at the end; a tensor becomes a parameter. Returns self."""
        self._size += 1
        self[self._size - 1] = value
        return self

    def extend(self, values):
        """Adds values at the end; returns self."""
        if not hasattr(values, "__iter__") or isinstance(values, torch.Tensor):
            raise TypeError(f"ParameterList.extend should be called with an iterable, but got {type(values).__name__}")
        for value in values:
            self.append(value)
        return self

    def __call__(self, *args, **kwargs):
        raise RuntimeError("ParameterList should not be called.")

    def __repr__(self):
        lines = []
        for i, value in enumerate(self):
            if isinstance(value, torch.Tensor):
                kind = "Parameter" if isinstance(value, Parameter) else "Tensor"
                lines.append(f"  ({i}): {kind} containing: [{value.dtype} of size {_size_text(value)}]")
            else:
                lines.append(f"  ({i}): Object of type: {type(value).__name__}")
        return _listed(self._get_name(), lines)


class ParameterDict(Module):
    """A dictionary whose tensors become parameters of the module it is assigned to."""

    def __init__(self, parameters=None):
        super().__init__()
        self._names = {}
        if parameters is not None:
            self.update(parameters)

    def __getitem__(self, key):
        return getattr(self, str(key))

    def __setitem__(self, key, value):
        self._names[key] = None
        if isinstance(value, torch.Tensor) and not isinstance(value, Parameter):
            value = Parameter(value)
        setattr(self, str(key), value)

    def __delitem__(self, key):
        del self._names[key]
        delattr(self, str(key))

    def __len__(self):
        return len(self._names)

    def __iter__(self):
        return iter(self._names)

    def __contains__(self, key):
        return key in self._names

    def keys(self):
        """The names in the order they were added."""
        return self._names.keys()

    def values(self):
        """The values."""
        return [self[key] for key in self._names]

    def items(self):
        """Pairs of name and value."""
        return [(key, self[key]) for key in self._names]

    def get(self, key, default=None):
        """The value of a name, or the default."""
        return self[key] if key in self._names else default

    def setdefault(self, key, default=None):
        """The value of a name, which gets the default first if it is new."""
        if key not in self._names:
            self[key] = default
        return self[key]

    def pop(self, key):
        """Takes a value out and returns it."""
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        """Takes the last value out; returns its name and itself."""
        key = list(self._names)[-1]
        return key, self.pop(key)

    def clear(self):
        """Takes all values out."""
        for key in list(self._names):
            del self[key]

    def copy(self):
        """A new ParameterDict of the same values."""
        return ParameterDict(dict(self.items()))

    def fromkeys(self, keys, default=None):
        """A new ParameterDict with one value under all the names."""
        return ParameterDict({key: default for key in keys})

    def update(self, parameters):
        """Adds or replaces values from a dictionary or from pairs."""
        for key, value in parameters.items() if hasattr(parameters, "items") else parameters:
            self[key] = value

    def __or__(self, other):
        merged = self.copy()
        merged.update(other)
        return merged

    def __ior__(self, other):
        self.update(other)
        return self

    def __call__(self, *args, **kwargs):
        raise RuntimeError("ParameterDict should not be called.")

    def __repr__(self):
        lines = []
        for key, value in self.items():
            if isinstance(value, torch.Tensor):
                kind = "Parameter" if isinstance(value, Parameter) else "Tensor"
                lines.append(f"  ({key}): {kind} containing: [{torch.typename(value)} of size {_size_text(value)}]")
            else:
                lines.append(f"  ({key}): Object of type: {type(value).__name__}")
        return _listed(self._get_name(), lines)


def _size_text(value):
    return "x".join(str(size) for size in value.shape)


def _listed(name, lines):
    """The lines as a printed module shows its extra text: alone on one line, or each on its own."""
    if not lines:
        return name + "()"
    if len(lines) == 1:
        return f"{name}({lines[0]})"
    return name + "(\n" + "\n".join("  " + line for line in lines) + "\n)"
