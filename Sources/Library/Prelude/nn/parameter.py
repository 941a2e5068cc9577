# torch.nn.parameter (torch.nn): Parameter and Buffer, the tensors a module owns; their uninitialised forms.
import torch


class Parameter(torch.Tensor):
    """A tensor that a module lists among its parameters when it is assigned as an attribute."""

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = torch.empty(0)
        return torch.Tensor._make_subclass(cls, data.detach(), requires_grad)

    def __repr__(self):
        return "Parameter containing:\n" + torch.Tensor.__repr__(self)

    def __deepcopy__(self, memo):
        copied = memo.get(id(self))
        if copied is None:
            copied = type(self)(self.detach().clone(), self.requires_grad)
            memo[id(self)] = copied
        return copied


class Buffer(torch.Tensor):
    """A tensor that a module keeps as a buffer: part of its state, not of what is trained."""

    def __new__(cls, data=None, *, persistent=True):
        if data is None:
            data = torch.empty(0)
        buffer = torch.Tensor._make_subclass(cls, data, data.requires_grad)
        buffer.persistent = persistent
        return buffer

    def __repr__(self):
        return "Buffer containing:\n" + torch.Tensor.__repr__(self)

    def __deepcopy__(self, memo):
        copied = memo.get(id(self))
        if copied is None:
            copied = type(self)(self.detach().clone(), persistent=self.persistent)
            memo[id(self)] = copied
        return copied




class _Unshaped:
    """What the parameters of a lazy layer are before its first input: a tensor without a shape."""

    def materialize(self, shape, device=None, dtype=None):
        """Gives the tensor its shape; its values are not set."""
        self.data = torch.empty(shape, device=device, dtype=dtype or self.data.dtype)
        self.__class__ = self._full_class

    @property
    def shape(self):
        raise RuntimeError(
            "Can't access the shape of an uninitialized parameter or buffer. "
            "This error usually happens in `load_state_dict` when trying to load an uninitialized parameter into an initialized one. "
            "Call `forward` to initialize the parameters before accessing their attributes."
        )

    def __repr__(self):
        return f"<{type(self).__name__}>"

    def __deepcopy__(self, memo):
        copied = memo.get(id(self))
        if copied is None:
            copied = type(self)()
            copied.requires_grad_(self.requires_grad)
            memo[id(self)] = copied
        return copied


class UninitializedParameter(_Unshaped, Parameter):
    """A parameter of a lazy layer whose shape is not known yet."""

    _full_class = Parameter

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return torch.Tensor._make_subclass(cls, torch.empty(0, device=device, dtype=dtype), requires_grad)


class UninitializedBuffer(_Unshaped, torch.Tensor):
    """A buffer of a lazy layer whose shape is not known yet."""

    _full_class = torch.Tensor

    def __new__(cls, requires_grad=False, device=None, dtype=None):
        return torch.Tensor._make_subclass(cls, torch.empty(0, device=device, dtype=dtype), requires_grad)


def is_lazy(value):
    """Whether a tensor still waits for its shape."""
    return isinstance(value, _Unshaped)
