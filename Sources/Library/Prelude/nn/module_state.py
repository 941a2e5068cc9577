# torch.nn.modules.state: state_dict and load_state_dict, a module's values by name.
import torch
from collections import OrderedDict, namedtuple
from torch.nn.parameter import Parameter, is_lazy

_EXTRA_STATE = "_extra_state"


class _IncompatibleKeys(namedtuple("_IncompatibleKeys", ["missing_keys", "unexpected_keys"])):
    """What `load_state_dict` did not find and what it could not use."""

    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return "<All keys matched successfully>"
        return f"_IncompatibleKeys(missing_keys={self.missing_keys}, unexpected_keys={self.unexpected_keys})"

    __str__ = __repr__


class Module:
    """The part of Module that writes its values to a dictionary and reads them back."""

    _version = 1

    def _persistent(self):
        """The parameters and buffers that are part of the state, by name."""
        values = dict(self._parameters)
        for name, buffer in self._buffers.items():
            if name not in self._non_persistent_buffers_set:
                values[name] = buffer
        return values

    def _has_extra_state(self):
        return type(self).get_extra_state is not torch.nn.Module.get_extra_state

    def state_dict(self, *, destination=None, prefix="", keep_vars=False):
        """All persistent values under their dotted names. The tensors share memory with the module's."""
        if destination is None:
            destination = OrderedDict()
            destination._metadata = OrderedDict()
        for hook in self.__dict__.get("_state_dict_pre_hooks", {}).values():
            hook(self, prefix, keep_vars)
        if hasattr(destination, "_metadata"):
            destination._metadata[prefix[:-1]] = {"version": self._version}
        self._save_to_state_dict(destination, prefix, keep_vars)
        for name, child in self._modules.items():
            if child is not None:
                child.state_dict(destination=destination, prefix=prefix + name + ".", keep_vars=keep_vars)
        for hook in self.__dict__.get("_state_dict_hooks", {}).values():
            hook(self, destination, prefix, {})
        return destination

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        for name, value in self._persistent().items():
            if value is not None:
                destination[prefix + name] = value if keep_vars or is_lazy(value) else value.detach()
        if self._has_extra_state():
            destination[prefix + _EXTRA_STATE] = self.get_extra_state()

    def load_state_dict(self, state_dict, strict=True, assign=False):
        """Copies values by name into this module; with `strict`, names missing or left over are an error."""
        if not hasattr(state_dict, "keys"):
            raise TypeError(f"Expected state_dict to be dict-like, got {type(state_dict)}.")
        missing, unexpected, errors = [], [], []
        versions = getattr(state_dict, "_metadata", None) or {}
        self._load_tree(dict(state_dict), "", (versions, assign), missing, unexpected, errors)
        if strict and unexpected:
            errors.insert(0, f"Unexpected key(s) in state_dict: {_quoted(unexpected)}. ")
        if strict and missing:
            errors.insert(0, f"Missing key(s) in state_dict: {_quoted(missing)}. ")
        if errors:
            text = "\n\t".join(errors)
            raise RuntimeError(f"Error(s) in loading state_dict for {type(self).__name__}:\n\t{text}")
        return _IncompatibleKeys(missing, unexpected)

    def _load_tree(self, state, prefix, source, missing, unexpected, errors):
        versions, assign = source
        metadata = dict(versions.get(prefix[:-1], {}))
        if assign:
            metadata["assign_to_params_buffers"] = True
        for hook in self.__dict__.get("_load_state_dict_pre_hooks", {}).values():
            hook(self, state, prefix, metadata, True, missing, unexpected, errors)
        self._load_from_state_dict(state, prefix, metadata, True, missing, unexpected, errors)
        for name, child in self._modules.items():
            if child is not None:
                inner = prefix + name + "."
                below = {key: value for key, value in state.items() if key.startswith(inner)}
                child._load_tree(below, inner, source, missing, unexpected, errors)
        for hook in self.__dict__.get("_load_state_dict_post_hooks", {}).values():
            hook(self, _IncompatibleKeys(missing, unexpected))

    def _load_from_state_dict(
        self, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs
    ):
        assign = local_metadata.get("assign_to_params_buffers", False)
        values = self._persistent()
        for name, value in values.items():
            if value is None:
                continue
            key = prefix + name
            if key in state_dict:
                self._load_value(name, value, key, state_dict[key], assign, error_msgs)
            elif strict:
                missing_keys.append(key)
        extra_key = prefix + _EXTRA_STATE
        if self._has_extra_state():
            if extra_key in state_dict:
                self.set_extra_state(state_dict[extra_key])
            elif strict:
                missing_keys.append(extra_key)
        if strict:
            for key in state_dict:
                if key.startswith(prefix) and key != extra_key:
                    first, *rest = key[len(prefix) :].split(".", 1)
                    known = first in self._modules if rest else values.get(first) is not None
                    if not known:
                        unexpected_keys.append(key)

    def _load_value(self, name, value, key, new, assign, errors):
        if not isinstance(new, torch.Tensor):
            errors.append(
                f'While copying the parameter named "{key}", expected torch.Tensor or Tensor-like object '
                f"from checkpoint but received {type(new)}"
            )
            return
        if is_lazy(value) and not is_lazy(new):
            with torch.no_grad():
                value.materialize(new.shape)
        elif is_lazy(value):
            return
        if new.ndim == 1 and value.ndim == 0 and len(new) == 1:
            new = new[0]
        if new.shape != value.shape:
            errors.append(
                f"size mismatch for {key}: copying a param with shape {new.shape} from checkpoint, "
                f"the shape in current model is {value.shape}."
            )
            return
        with torch.no_grad():
            if not assign:
                value.copy_(new)
            elif isinstance(value, Parameter):
                setattr(self, name, Parameter(new, value.requires_grad))
            else:
                setattr(self, name, new)


def _quoted(keys):
    return ", ".join(f'"{key}"' for key in keys)
