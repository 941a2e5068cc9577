# torch.nn.modules.rnn (torch.nn, torch.nn.modules): RNN, LSTM and GRU over whole sequences.
import math
import torch
from torch.nn import init
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter
from torch.nn.utils.rnn import PackedSequence

_GATES = {"LSTM": 4, "GRU": 3, "RNN_TANH": 1, "RNN_RELU": 1}


class RNNBase(Module):
    """Weights of every layer and direction, the checks of inputs, and the run over padded or packed sequences."""

    def __init__(
        self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
        bidirectional=False, proj_size=0, device=None, dtype=None,
    ):
        super().__init__()
        _check_sizes(mode, input_size, hidden_size, num_layers, bias, dropout, proj_size)
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        self._weight_names = []
        directions = ("", "_reverse") if bidirectional else ("",)
        state = proj_size or hidden_size
        gates = _GATES[mode] * hidden_size
        for layer in range(num_layers):
            width = input_size if layer == 0 else state * len(directions)
            for direction in directions:
                shapes = {"weight_ih": (gates, width), "weight_hh": (gates, state)}
                if bias:
                    shapes["bias_ih"] = shapes["bias_hh"] = (gates,)
                if proj_size:
                    shapes["weight_hr"] = (proj_size, hidden_size)
                for kind, shape in shapes.items():
                    name = f"{kind}_l{layer}{direction}"
                    self.register_parameter(name, Parameter(torch.empty(shape, device=device, dtype=dtype)))
                    self._weight_names.append(name)
        self.reset_parameters()

    def reset_parameters(self):
        """Draws every parameter from ±1/sqrt(hidden_size)."""
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def flatten_parameters(self):
        """Does nothing: the weights need no common memory here."""

    @property
    def _flat_weights(self):
        return [getattr(self, name) for name in self._weight_names]

    @property
    def all_weights(self):
        """The parameters as one list for each layer and direction."""
        per = len(self._weight_names) // (self.num_layers * (2 if self.bidirectional else 1))
        flat = self._flat_weights
        return [flat[i : i + per] for i in range(0, len(flat), per)]

    def _state_shape(self, batch, width):
        return (self.num_layers * (2 if self.bidirectional else 1), batch, width)

    def _check_input(self, input):
        name = type(self).__name__
        noun = "" if self.mode == "LSTM" else " tensor"
        if input.dim() not in (2, 3):
            raise ValueError(f"{name}: Expected input to be 2D or 3D, got {input.dim()}D{noun} instead")
        weight = self._parameters.get(self._weight_names[0])
        if weight is not None and input.dtype != weight.dtype:
            raise ValueError(
                f"RNN input dtype ({input.dtype}) does not match weight dtype ({weight.dtype}). "
                f"Convert input: input.to({weight.dtype}), or convert model: model.to({input.dtype})"
            )
        if input.shape[-1] != self.input_size:
            raise RuntimeError(
                f"input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.shape[-1]}"
            )

    def _check_state(self, state, batch, width, label="hidden"):
        expected = self._state_shape(batch, width)
        if tuple(state.shape) != expected:
            raise RuntimeError(f"Expected {label} size {expected}, got {list(state.shape)}")

    def _zero_state(self, input, batch, width):
        return torch.zeros(self._state_shape(batch, width), dtype=input.dtype, device=input.device)

    def _run(self, operation, input, state):
        """The native operation on a tensor of shape (time, batch, features), or batch first."""
        return operation(
            input, state, self._flat_weights, self.bias, self.num_layers, self.dropout, self.training,
            self.bidirectional, self.batch_first,
        )

    def _run_packed(self, operation, packed, state):
        """The native operation on packed data."""
        return operation(
            packed.data, packed.batch_sizes, state, self._flat_weights, self.bias, self.num_layers, self.dropout,
            self.training, self.bidirectional,
        )

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        if self.proj_size != 0:
            text += f", proj_size={self.proj_size}"
        if self.num_layers != 1:
            text += f", num_layers={self.num_layers}"
        if self.bias is not True:
            text += f", bias={self.bias}"
        if self.batch_first is not False:
            text += f", batch_first={self.batch_first}"
        if self.dropout != 0:
            text += f", dropout={self.dropout}"
        if self.bidirectional is not False:
            text += f", bidirectional={self.bidirectional}"
        return text


class _OneState(RNNBase):
    """RNN and GRU: the state is one tensor h of shape (layers · directions, batch, hidden)."""

    def forward(self, input, hx=None):
        if isinstance(input, PackedSequence):
            return self._forward_packed(input, hx)
        self._check_input(input)
        batched = input.dim() == 3
        if not batched:
            input = input.unsqueeze(0 if self.batch_first else 1)
        batch = input.shape[0 if self.batch_first else 1]
        if hx is None:
            hx = self._zero_state(input, batch, self.hidden_size)
        else:
            if hx.dim() != (3 if batched else 2):
                kind, rank = ("batched 3-D", 3) if batched else ("unbatched 2-D", 2)
                raise RuntimeError(f"For {kind} input, hx should also be {rank}-D but got {hx.dim()}-D tensor")
            hx = hx if batched else hx.unsqueeze(1)
            self._check_state(hx, batch, self.hidden_size)
        output, state = self._run(self._operation(), input, hx)
        if not batched:
            return output.squeeze(0 if self.batch_first else 1), state.squeeze(1)
        return output, state

    def _forward_packed(self, packed, hx):
        batch = int(packed.batch_sizes[0])
        if hx is None:
            hx = self._zero_state(packed.data, batch, self.hidden_size)
        else:
            hx = _permuted(hx, packed.sorted_indices)
            self._check_state(hx, batch, self.hidden_size)
        output, state = self._run_packed(self._operation(), packed, hx)
        return packed._replace(data=output), _permuted(state, packed.unsorted_indices)


def _refuse_projection(options):
    if "proj_size" in options:
        raise ValueError("proj_size argument is only supported for LSTM, not RNN or GRU")


class RNN(_OneState):
    """h' = tanh(W_ih x + b_ih + W_hh h + b_hh), or relu instead of tanh."""

    def __init__(self, *args, **kwargs):
        _refuse_projection(kwargs)
        nonlinearity = args[3] if len(args) > 3 else kwargs.pop("nonlinearity", "tanh")
        if nonlinearity not in ("tanh", "relu"):
            raise ValueError(f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'.")
        self.nonlinearity = nonlinearity
        super().__init__("RNN_" + nonlinearity.upper(), *args[:3], *args[4:], **kwargs)

    def _operation(self):
        return torch.rnn_tanh if self.mode == "RNN_TANH" else torch.rnn_relu


class GRU(_OneState):
    """A recurrent layer with reset, update and new gates."""

    def __init__(self, *args, **kwargs):
        _refuse_projection(kwargs)
        super().__init__("GRU", *args, **kwargs)

    def _operation(self):
        return torch.gru


class LSTM(RNNBase):
    """A recurrent layer with input, forget, cell and output gates; its state is the pair (h, c)."""

    def __init__(self, *args, **kwargs):
        super().__init__("LSTM", *args, **kwargs)

    def forward(self, input, hx=None):
        if isinstance(input, PackedSequence):
            return self._forward_packed(input, hx)
        self._check_input(input)
        batched = input.dim() == 3
        if not batched:
            input = input.unsqueeze(0 if self.batch_first else 1)
        batch = input.shape[0 if self.batch_first else 1]
        if hx is None:
            hx = self._zero_states(input, batch)
        else:
            hx = self._checked_states(hx, batch, batched)
        output, h, c = self._run(torch.lstm, input, hx)
        if not batched:
            return output.squeeze(0 if self.batch_first else 1), (h.squeeze(1), c.squeeze(1))
        return output, (h, c)

    def _zero_states(self, input, batch):
        return (
            self._zero_state(input, batch, self.proj_size or self.hidden_size),
            self._zero_state(input, batch, self.hidden_size),
        )

    def _checked_states(self, hx, batch, batched):
        h, c = hx[0], hx[1]
        rank = 3 if batched else 2
        if h.dim() != rank or c.dim() != rank:
            kind = "batched 3-D" if batched else "unbatched 2-D"
            raise RuntimeError(
                f"For {kind} input, hx and cx should also be {rank}-D but got ({h.dim()}-D, {c.dim()}-D) tensors"
            )
        if not batched:
            h, c = h.unsqueeze(1), c.unsqueeze(1)
        self._check_state(h, batch, self.proj_size or self.hidden_size, "hidden[0]")
        self._check_state(c, batch, self.hidden_size, "hidden[1]")
        return h, c

    def _forward_packed(self, packed, hx):
        batch = int(packed.batch_sizes[0])
        if hx is None:
            hx = self._zero_states(packed.data, batch)
        else:
            hx = tuple(_permuted(state, packed.sorted_indices) for state in hx)
            self._checked_states(hx, batch, True)
        output, h, c = self._run_packed(torch.lstm, packed, hx)
        order = packed.unsorted_indices
        return packed._replace(data=output), (_permuted(h, order), _permuted(c, order))


def _permuted(state, order):
    return state if order is None else state.index_select(1, order)


def _check_sizes(mode, input_size, hidden_size, num_layers, bias, dropout, proj_size):
    if isinstance(dropout, bool) or not isinstance(dropout, (int, float)) or not 0 <= dropout <= 1:
        raise ValueError(
            "dropout should be a number in range [0, 1] representing the probability of an element being zeroed"
        )
    for name, value in (("input_size", input_size), ("hidden_size", hidden_size)):
        if not isinstance(value, int):
            raise TypeError(f"{name} should be of type int, got: {type(value).__name__}")
    if not isinstance(bias, bool):
        raise TypeError(f"bias should be of type bool, got: {type(bias).__name__}")
    if hidden_size <= 0:
        raise ValueError("hidden_size must be greater than zero")
    if num_layers <= 0:
        raise ValueError("num_layers must be greater than zero")
    if proj_size < 0:
        raise ValueError("proj_size should be a positive integer or zero to disable projections")
    if proj_size >= hidden_size:
        raise ValueError("proj_size has to be smaller than hidden_size")
