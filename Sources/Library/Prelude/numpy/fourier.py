# numpy.fft: discrete Fourier transforms.
import numpy as np


def _waves(n, rows, columns):
    """cos and sin of 2 pi k j / n for the rows k and columns j, exact at the quarters of the circle."""
    turns = np.outer(rows, columns) % n
    quarter, rest = np.divmod(4 * turns, n)
    cosine, sine = np.cos(np.pi / 2 * rest / n), np.sin(np.pi / 2 * rest / n)
    return (np.select([quarter == 0, quarter == 1, quarter == 2], [cosine, -sine, -cosine], sine),
            np.select([quarter == 0, quarter == 1, quarter == 2], [sine, cosine, -sine], -cosine))


def _times(a, b, product=np.multiply):
    """The product of two pairs of real and imaginary parts."""
    return product(a[0], b[0]) - product(a[1], b[1]), product(a[0], b[1]) + product(a[1], b[0])


def _parts(x, sign):
    """The transform of a pair of parts along the last axis: by its definition where it is short, else from those of its parts."""
    n = x[0].shape[-1]
    step = n if n <= 32 else max([d for d in range(2, 33) if n % d == 0], default=n)
    if step == n and n > 512:
        return _chirped(x, sign)
    rows, columns = np.arange(step), np.arange(n // step)
    cosine, sine = _waves(step, rows, rows)
    if step == n:
        return _times(x, (cosine, sign * sine), lambda a, b: a @ b)
    shape = x[0].shape[:-1]
    inner = _parts([np.swapaxes(part.reshape(shape + (n // step, step)), -1, -2) for part in x], sign)
    turned, wave = _waves(n, rows, columns)
    outer = _times((cosine, sign * sine), _times(inner, (turned, sign * wave)), np.matmul)
    return [part.reshape(shape + (n,)) for part in outer]


def _chirped(x, sign):
    """Bluestein's way for numbers without small divisors: a convolution, whose length may have them."""
    n = x[0].shape[-1]
    size = 1 << (2 * n - 1).bit_length()
    squares = np.arange(n) ** 2 % (2 * n) * (np.pi / n)
    chirp = np.cos(squares), sign * np.sin(squares)
    padding = [(0, 0)] * (x[0].ndim - 1) + [(0, size - n)]
    first = _parts([np.pad(part, padding) for part in _times(x, chirp)], -1)
    waves = [np.concatenate([part, np.zeros(size - 2 * n + 1), part[:0:-1]]) for part in (chirp[0], -chirp[1])]
    result = _parts(_times(first, _parts(waves, -1)), 1)
    return _times([part[..., :n] / size for part in result], chirp)


def _sized(a, n, axis):
    """The axis moved to the end and cut or filled with zeros to n elements."""
    a = np.moveaxis(np.asarray(a), axis, -1)
    if n is None:
        return a
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    size = a.shape[-1]
    if n <= size:
        return a[..., :n]
    return np.concatenate([a, np.zeros(a.shape[:-1] + (n - size,), a.dtype)], -1)


def _scale(n, norm, inverse):
    if norm not in (None, 'backward', 'ortho', 'forward'):
        raise ValueError(f'Invalid norm value {norm}; should be "backward", "ortho" or "forward".')
    if norm == 'ortho':
        return 1 / np.sqrt(n)
    return 1 / n if inverse == (norm != 'forward') else 1


def _transform(a, n, axis, norm, inverse, kept=None):
    a = _sized(a, n, axis)
    n = a.shape[-1]
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    re, im = _parts([a.real + 0.0, a.imag + 0.0], 1 if inverse else -1)
    scale = _scale(n, norm, inverse)
    result = re * scale + 1j * (im * scale)
    result = result if kept is None else result[..., :kept(n)]
    return np.moveaxis(result, -1, axis)


def fft(a, n=None, axis=-1, norm=None, out=None):
    """The Fourier transform along an axis."""
    return np._written('fft', _transform(a, n, axis, norm, False), out)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `fft`."""
    return np._written('ifft', _transform(a, n, axis, norm, True), out)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    """The Fourier transform of real numbers: its frequencies from 0 on."""
    return np._written('rfft', _transform(a, n, axis, norm, False, lambda n: n // 2 + 1), out)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `rfft`; `n` numbers come out."""
    a = np.moveaxis(np.asarray(a), axis, -1)
    n = 2 * (a.shape[-1] - 1) if n is None else n
    half = _sized(a, n // 2 + 1, -1)
    rest = np.conj(half[..., 1:n - n // 2][..., ::-1])
    return np._written('irfft', np.moveaxis(np.fft.ifft(np.concatenate([half, rest], -1), norm=norm).real, -1, axis), out)


def fftn(a, s=None, axes=None, norm=None, out=None):
    """The Fourier transform along several axes."""
    a = np.asarray(a)
    axes = range(a.ndim) if axes is None else axes
    for k, axis in enumerate(axes):
        a = np.fft.fft(a, None if s is None else s[k], axis, norm)
    return np._written('fft', a, out)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse of `fftn`."""
    a = np.asarray(a)
    axes = range(a.ndim) if axes is None else axes
    for k, axis in enumerate(axes):
        a = np.fft.ifft(a, None if s is None else s[k], axis, norm)
    return np._written('ifft', a, out)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The Fourier transform along two axes."""
    return np.fft.fftn(a, s, axes, norm, out)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The inverse of `fft2`."""
    return np.fft.ifftn(a, s, axes, norm, out)


def rfftn(a, s=None, axes=None, norm=None, out=None):
    """The Fourier transform of real numbers along several axes; the last keeps its frequencies from 0 on."""
    a = np.asarray(a)
    axes = list(range(a.ndim) if axes is None else axes)
    a = np.fft.rfft(a, None if s is None else s[-1], axes[-1], norm)
    return np.fft.fftn(a, None if s is None else s[:-1], axes[:-1], norm, out)


def irfftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse of `rfftn`."""
    a = np.asarray(a)
    axes = list(range(a.ndim) if axes is None else axes)
    a = np.fft.ifftn(a, None if s is None else s[:-1], axes[:-1], norm)
    return np.fft.irfft(a, None if s is None else s[-1], axes[-1], norm, out)


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """As `rfftn`, along two axes."""
    return np.fft.rfftn(a, s, axes, norm, out)


def irfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The inverse of `rfft2`."""
    return np.fft.irfftn(a, s, axes, norm, out)


def hfft(a, n=None, axis=-1, norm=None, out=None):
    """The real spectrum of a signal whose second half is the mirrored conjugate of the first."""
    a = np.conj(np.asarray(a))
    n = 2 * (a.shape[axis] - 1) if n is None else n
    opposite = {'forward': 'backward', 'ortho': 'ortho'}.get(norm, 'forward')
    return np.fft.irfft(a, n, axis, opposite, out)


def ihfft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `hfft`."""
    opposite = {'forward': 'backward', 'ortho': 'ortho'}.get(norm, 'forward')
    return np._written('ihfft', np.conj(np.fft.rfft(a, n, axis, opposite)), out)


def fftfreq(n, d=1.0, device=None):
    """The frequencies that `fft` gives for `n` samples at distance `d`."""
    return np.concatenate([np.arange((n - 1) // 2 + 1), np.arange(-(n // 2), 0)]) * (1.0 / (n * d))


def rfftfreq(n, d=1.0, device=None):
    """The frequencies that `rfft` gives for `n` samples at distance `d`."""
    return np.arange(n // 2 + 1) * (1.0 / (n * d))


def fftshift(x, axes=None):
    """The spectrum with frequency 0 in the middle."""
    x = np.asarray(x)
    axes = tuple(range(x.ndim)) if axes is None else axes
    sizes = [x.shape[k] // 2 for k in axes] if isinstance(axes, tuple) else x.shape[axes] // 2
    return np.roll(x, sizes, axes)


def ifftshift(x, axes=None):
    """Undoes `fftshift`."""
    x = np.asarray(x)
    axes = tuple(range(x.ndim)) if axes is None else axes
    sizes = [-(x.shape[k] // 2) for k in axes] if isinstance(axes, tuple) else -(x.shape[axes] // 2)
    return np.roll(x, sizes, axes)
