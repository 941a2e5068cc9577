# torch.nn.utils.rnn: sequences of different lengths, padded to one tensor or packed without padding.
import torch
from collections import namedtuple

_Fields = namedtuple("PackedSequence", ["data", "batch_sizes", "sorted_indices", "unsorted_indices"])


class PackedSequence(_Fields):
    """Steps of several sequences, time by time, longest sequence first; batch_sizes[t] of them reach time t."""

    def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if unsorted_indices is None:
            unsorted_indices = invert_permutation(sorted_indices)
        return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

    def to(self, *args, **kwargs):
        """The same sequence with its data moved to a device or dtype."""
        return self._replace(data=self.data.to(*args, **kwargs))

    def cpu(self):
        """The same sequence on the CPU."""
        return self.to("cpu")

    def cuda(self, *args, **kwargs):
        """The same sequence on the session's accelerator."""
        return self._replace(data=self.data.cuda(*args, **kwargs))

    def float(self):
        """The same sequence in float32."""
        return self._replace(data=self.data.float())

    def double(self):
        """The same sequence in float64."""
        return self._replace(data=self.data.double())

    @property
    def is_cuda(self):
        return self.data.is_cuda


def invert_permutation(permutation):
    """The permutation that undoes another; None for None."""
    if permutation is None:
        return None
    inverse = torch.empty_like(permutation)
    inverse[permutation] = torch.arange(len(permutation))
    return inverse


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
    """Stacks sequences of shape (length, …), filled up to the longest one's length."""
    if not isinstance(sequences, (list, tuple, torch.Tensor)) and not hasattr(sequences, "__iter__"):
        raise RuntimeError(
            f"pad_sequence: Expected iterable for input sequences, but got arg of type: {type(sequences)}"
        )
    sequences = list(sequences)
    if not sequences:
        raise RuntimeError("received an empty list of sequences")
    longest = max(len(sequence) for sequence in sequences)
    rest = sequences[0].shape[1:]
    padded = []
    for sequence in sequences:
        missing = longest - len(sequence)
        if missing:
            filler = torch.full((missing, *rest), padding_value, dtype=sequence.dtype, device=sequence.device)
            sequence = torch.cat([sequence, filler] if padding_side == "right" else [filler, sequence])
        padded.append(sequence)
    return torch.stack(padded, 0 if batch_first else 1)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    """The sequences that `pad_sequence` has stacked, as a list."""
    if not batch_first:
        padded_sequences = padded_sequences.transpose(0, 1)
    return [sequence[: int(length)] for sequence, length in zip(padded_sequences, lengths)]


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    """Packs a padded batch; unsorted lengths need `enforce_sorted=False`."""
    lengths = torch.as_tensor(lengths, dtype=torch.int64)
    order = None
    if not enforce_sorted:
        lengths, order = torch.sort(lengths, descending=True)
        input = input.index_select(0 if batch_first else 1, order)
    sizes = lengths.tolist()
    if batch_first:
        input = input.transpose(0, 1)
    if len(sizes) != input.shape[1]:
        raise RuntimeError(
            f"Expected `len(lengths)` to be equal to batch_size, but got {len(sizes)} (batch_size={input.shape[1]})"
        )
    if min(sizes) <= 0:
        raise RuntimeError(
            "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0"
        )
    if any(shorter < longer for shorter, longer in zip(sizes, sizes[1:])):
        raise RuntimeError(
            "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass "
            "`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you "
            "do not need ONNX exportability."
        )
    batch_sizes = [sum(1 for size in sizes if size > time) for time in range(sizes[0])]
    data = torch.cat([input[time, :count] for time, count in enumerate(batch_sizes)])
    return PackedSequence(data, torch.tensor(batch_sizes), order, None)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    """The padded batch of a packed one, and the lengths."""
    batch_sizes = sequence.batch_sizes.tolist()
    longest, batch = len(batch_sizes), batch_sizes[0]
    if total_length is not None and total_length < longest:
        raise ValueError(
            "Expected total_length to be at least the length of the longest sequence in input, "
            f"but got total_length={total_length} and max sequence length being {longest}"
        )
    rest = sequence.data.shape[1:]
    steps = []
    for piece in sequence.data.split(batch_sizes):
        missing = batch - len(piece)
        if missing:
            piece = torch.cat([piece, piece.new_full((missing, *rest), padding_value)])
        steps.append(piece)
    for _ in range((total_length or longest) - longest):
        steps.append(sequence.data.new_full((batch, *rest), padding_value))
    padded = torch.stack(steps)
    lengths = torch.tensor([sum(1 for count in batch_sizes if count > i) for i in range(batch)])
    if batch_first:
        padded = padded.transpose(0, 1)
    if sequence.unsorted_indices is not None:
        padded = padded.index_select(0 if batch_first else 1, sequence.unsorted_indices)
        lengths = lengths[sequence.unsorted_indices]
    return padded, lengths


def pack_sequence(sequences, enforce_sorted=True):
    """Packs a list of sequences."""
    lengths = [len(sequence) for sequence in sequences]
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    """The list of sequences of a packed batch."""
    padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(padded, lengths, batch_first=True)
