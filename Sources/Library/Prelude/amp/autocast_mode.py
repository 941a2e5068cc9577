# torch.amp.autocast_mode (torch, torch.amp): autocast, products in a smaller type while a block or a function runs.
import functools
import torch


class autocast:
    """Inside, products of matrices and convolutions take and give `dtype` (bfloat16), losses float32."""

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")
        self.device = device_type
        self.fast_dtype = torch.get_autocast_dtype(device_type) if dtype is None else dtype
        # there is no accelerator: its blocks change nothing
        self._enabled = enabled and device_type == "cpu"
        self._before = []

    def __enter__(self):
        if self.device == "cpu":
            self._before.append(torch._set_autocast(self.fast_dtype if self._enabled else None))
        return self

    def __exit__(self, kind, error, traceback):
        if self._before:
            torch._set_autocast(self._before.pop())
        return False

    def __call__(self, function):
        @functools.wraps(function)
        def within(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return within


def custom_fwd(fwd=None, *, device_type="cuda", cast_inputs=None):
    """The forward of a custom function as it is: there is no accelerator to cast for."""
    return (lambda function: function) if fwd is None else fwd


def custom_bwd(bwd=None, *, device_type="cuda"):
    """The backward of a custom function as it is."""
    return (lambda function: function) if bwd is None else bwd


def is_autocast_available(device_type):
    """Whether a kind of device has autocast."""
    return device_type in ("cpu", "cuda", "xpu", "mps")
