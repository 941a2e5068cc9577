# numpy: polynomials by their coefficients.
import numpy as np


def polyval(p, x):
    x = x if isinstance(x, (int, float)) else np.asarray(x)
    result = x * 0
    for c in np.asarray(p):
        result = result * x + c
    return result


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    powers = np.vander(x, deg + 1)
    if w is not None:
        powers, y = powers * np.asarray(w)[:, None], y * np.asarray(w)
    scale = np.sqrt((powers * powers).sum(axis=0))
    solution = np.linalg.lstsq(powers / scale, y)[0]
    return (solution.T / scale).T


def polyder(p, m=1):
    p = np.asarray(p)
    for _ in range(m):
        p = p[:-1] * np.arange(p.size - 1, 0, -1)
    return p


def polyint(p, m=1, k=0):
    p = np.asarray(p, dtype=np.float64)
    for _ in range(m):
        p = np.append(p / np.arange(p.size, 0, -1), k)
    return p


def vander(x, N=None, increasing=False):
    x = np.asarray(x)
    powers = np.arange(x.size if N is None else N)
    return x[:, None] ** (powers if increasing else powers[::-1])


class poly1d:
    def __init__(self, c_or_r, r=False):
        coefficients = np.atleast_1d(c_or_r)
        if r:
            roots, coefficients = coefficients, np.array([1.0])
            for root in roots:
                coefficients = np.convolve(coefficients, np.array([1.0, -root]))
        start = 0
        while start < coefficients.size - 1 and coefficients[start] == 0:
            start += 1
        self.coeffs = coefficients[start:]

    @property
    def c(self):
        return self.coeffs

    @property
    def order(self):
        return self.coeffs.size - 1

    def __call__(self, x):
        return np.polyval(self.coeffs, x)

    def deriv(self, m=1):
        return np.poly1d(np.polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        return np.poly1d(np.polyint(self.coeffs, m, k))

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __add__(self, other):
        a, b = self.coeffs, np.poly1d(other).coeffs if not isinstance(other, np.poly1d) else other.coeffs
        size = a.size if a.size > b.size else b.size
        return np.poly1d(np.concatenate([np.zeros(size - a.size, a.dtype), a]) + np.concatenate([np.zeros(size - b.size, b.dtype), b]))

    def __mul__(self, other):
        return np.poly1d(np.convolve(self.coeffs, other.coeffs) if isinstance(other, np.poly1d) else self.coeffs * other)

    __rmul__ = __mul__

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"
