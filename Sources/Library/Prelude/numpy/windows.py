# numpy: windows for signals.
import numpy as np


def _cosines(M, *weights):
    if M < 1:
        return np.array([], dtype=np.float64)
    if M == 1:
        return np.ones(1)
    n = np.arange(1 - M, M, 2)
    result = weights[0] + weights[1] * np.cos(np.pi * n / (M - 1))
    return result if len(weights) == 2 else result + weights[2] * np.cos(2.0 * np.pi * n / (M - 1))


def hanning(M):
    """Weights that fall to 0 at the ends like a cosine."""
    return _cosines(M, 0.5, 0.5)


def hamming(M):
    """Weights that fall like a cosine, but not to 0."""
    return _cosines(M, 0.54, 0.46)


def blackman(M):
    """Weights that fall to 0 like two cosines."""
    return _cosines(M, 0.42, 0.5, 0.08)


def bartlett(M):
    """Weights that fall to 0 in a triangle."""
    if M < 1:
        return np.array([], dtype=np.float64)
    if M == 1:
        return np.ones(1)
    n = np.arange(1 - M, M, 2)
    return np.where(n <= 0, 1 + n / (M - 1), 1 - n / (M - 1))


def i0(x):
    """The modified Bessel function of order 0, by its power series."""
    x = np.abs(np.asarray(x, dtype=np.float64))
    quarter = x * x / 4
    term = np.ones_like(x)
    total = np.ones_like(x)
    for k in range(1, 500):
        term = term * quarter / (k * k)
        total = total + term
        if np.all(term <= 1e-17 * total):
            break
    return total


def kaiser(M, beta):
    """Weights by Bessel functions; `beta` sets how narrow they are."""
    if M == 1:
        return np.ones(1)
    centre = (M - 1) / 2.0
    return np.i0(beta * np.sqrt(1 - ((np.arange(M) - centre) / centre) ** 2.0)) / np.i0(beta)
