# torch.utils.data._utils.collate (torch.utils.data): how the samples of a batch become one.
import numpy
import torch


def default_collate(batch):
    """Stacks tensors, arrays and numbers; goes into tuples, lists and dictionaries; leaves strings alone."""
    first = batch[0]
    if isinstance(first, torch.Tensor):
        return torch.stack(batch, 0)
    if isinstance(first, (numpy.ndarray, numpy.generic)):
        if isinstance(first, numpy.ndarray):
            if first.dtype.kind in "SUO":
                raise TypeError(_message(first.dtype))
            return default_collate([torch.as_tensor(sample) for sample in batch])
        return torch.as_tensor(numpy.array(batch))
    if isinstance(first, float):
        return torch.tensor(batch, dtype=torch.float64)
    if isinstance(first, int):
        return torch.tensor(batch)
    if isinstance(first, (str, bytes)):
        return batch
    if isinstance(first, dict):
        collated = {key: default_collate([sample[key] for sample in batch]) for key in first}
        try:
            return type(first)(collated)
        except TypeError:
            return collated
    if isinstance(first, (tuple, list)):
        return _collate_sequences(batch, first)
    raise TypeError(_message(type(first)))


def _collate_sequences(batch, first):
    if any(len(sample) != len(first) for sample in batch):
        raise RuntimeError("each element in list of batch should be of equal size")
    columns = list(zip(*batch))
    if hasattr(first, "_fields"):
        return type(first)(*[default_collate(column) for column in columns])
    if isinstance(first, tuple):
        return [default_collate(column) for column in columns]
    return [default_collate(list(column)) for column in columns]


def default_convert(data):
    """Turns arrays into tensors and leaves all else, inside tuples, lists and dictionaries."""
    if isinstance(data, torch.Tensor):
        return data
    if isinstance(data, (numpy.ndarray, numpy.generic)):
        if isinstance(data, numpy.ndarray) and data.dtype.kind in "SUO":
            return data
        return torch.as_tensor(data)
    if isinstance(data, dict):
        return {key: default_convert(value) for key, value in data.items()}
    if isinstance(data, tuple) and hasattr(data, "_fields"):
        return type(data)(*[default_convert(value) for value in data])
    if isinstance(data, (tuple, list)):
        return [default_convert(value) for value in data]
    return data


def _message(kind):
    return f"default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found {kind}"
