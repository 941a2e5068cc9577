# torch.nn.functional: fractional max pooling, whose windows lie at random places.
import torch


def fractional_max_pool2d_with_indices(
    input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None
):
    """The largest elements of windows at random places, and where they are."""
    return _pool(2, input, kernel_size, output_size, output_ratio, _random_samples)


def fractional_max_pool3d_with_indices(
    input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None
):
    """The largest elements of windows at random places in volumes, and where they are."""
    return _pool(3, input, kernel_size, output_size, output_ratio, _random_samples)


def fractional_max_pool2d(
    input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None
):
    """The largest elements of windows at random places."""
    values, indices = _pool(2, input, kernel_size, output_size, output_ratio, _random_samples)
    return (values, indices) if return_indices else values


def fractional_max_pool3d(
    input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None
):
    """The largest elements of windows at random places in volumes."""
    values, indices = _pool(3, input, kernel_size, output_size, output_ratio, _random_samples)
    return (values, indices) if return_indices else values


def _pool(spatial, input, kernel_size, output_size, output_ratio, samples):
    if output_size is None and output_ratio is None:
        raise ValueError(f"fractional_max_pool{spatial}d requires specifying either an output_size or an output_ratio")
    sizes = input.shape[-spatial:]
    kernel = _spread(kernel_size, spatial)
    if output_size is None:
        output_size = [int(size * ratio) for size, ratio in zip(sizes, _spread(output_ratio, spatial))]
    output = _spread(output_size, spatial)
    planes = input.reshape((-1,) + tuple(sizes))
    if samples is None:
        batch = input.shape[0] if input.dim() == spatial + 2 else 1
        samples = torch.rand(batch, planes.shape[0] // batch, spatial, dtype=input.dtype, device=input.device)
    # a sample holds one number for each dimension, the last dimension first
    numbers = samples.reshape(-1, spatial).flip(1).tolist()
    places = torch.stack([_windows(plane, sizes, kernel, output) for plane in numbers])
    flat = planes.flatten(1)
    windows = flat.gather(1, places.flatten(1)).reshape(places.shape)
    values, best = windows.max(-1)
    indices = places.gather(-1, best.unsqueeze(-1)).squeeze(-1)
    shape = tuple(input.shape[:-spatial]) + tuple(output)
    return values.reshape(shape), indices.reshape(shape)


def _spread(value, count):
    return [value] * count if isinstance(value, (int, float)) else list(value)


def _windows(sample, sizes, kernel, output):
    """For each output the places of its window in the flattened plane, in the last dimension."""
    total = torch.zeros((1,) * (2 * len(sizes)), dtype=torch.int64)
    step = 1
    for i in reversed(range(len(sizes))):
        starts = torch.tensor(_starts(sample[i], sizes[i], kernel[i], output[i]))
        line = starts[:, None] + torch.arange(kernel[i])
        shape = [1] * (2 * len(sizes))
        shape[i], shape[len(sizes) + i] = output[i], kernel[i]
        total = total + line.reshape(shape) * step
        step *= sizes[i]
    return total.flatten(len(sizes))


def _starts(sample, size, kernel, output):
    """Where the windows of one dimension begin: a sequence with steps of two neighbouring widths."""
    if output + kernel - 1 > size:
        raise RuntimeError(f"fractional_max_pool2d(): pool size {kernel} too large relative to input size {size}")
    last = size - kernel
    if output == 1:
        return [last]
    alpha = last / (output - 1)
    return [int((i + sample) * alpha) - int(sample * alpha) for i in range(output - 1)] + [last]
