# torch.nn.modules.lazy (torch.nn, torch.nn.modules): LazyLayer, what layers share that learn their sizes from the first input.
import torch
from torch.nn.parameter import is_lazy


class LazyLayer:
    """Mixed into a layer before its full class. At the first call `initialize_parameters` gives the
    parameters their shapes, and the object becomes one of its `_full_class`."""

    _hooked = True

    def has_uninitialized_params(self):
        """Whether some parameter or buffer still waits for its shape."""
        tensors = list(self._parameters.values()) + list(self._buffers.values())
        return any(is_lazy(tensor) for tensor in tensors)

    def initialize_parameters(self, *args, **kwargs):
        """Gives the parameters their shapes from the arguments of the first call."""
        raise NotImplementedError(f"initialize_parameters is not implemented for {type(self).__name__}")

    def _call_with_hooks(self, args, kwargs):
        if self.has_uninitialized_params():
            with torch.no_grad():
                self.initialize_parameters(*args, **kwargs)
        self.__class__ = self._full_class
        return self(*args, **kwargs)
