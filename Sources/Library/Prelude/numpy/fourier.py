# numpy.fft: discrete Fourier transforms.
import numpy as np


def _waves(n, m):
    """cos and sin of 2 pi k j / n for k below m and j below n, exact at the quarters of the circle."""
    turns = np.outer(np.arange(m), np.arange(n)) % n
    quarter, rest = np.divmod(4 * turns, n)
    cosine, sine = np.cos(np.pi / 2 * rest / n), np.sin(np.pi / 2 * rest / n)
    return (np.select([quarter == 0, quarter == 1, quarter == 2], [cosine, -sine, -cosine], sine),
            np.select([quarter == 0, quarter == 1, quarter == 2], [sine, cosine, -sine], -cosine))


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
    cosine, sine = _waves(n, n if kept is None else kept(n))
    sine = sine if inverse else -sine
    re, im = a.real + 0.0, a.imag + 0.0
    scale = _scale(n, norm, inverse)
    result = (re @ cosine.T - im @ sine.T) * scale + 1j * ((re @ sine.T + im @ cosine.T) * scale)
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
