# numpy: polynomials by their coefficients.
import numpy as np


def polyval(p, x):
    """The value of a polynomial, highest power first, at x."""
    x = x if isinstance(x, (int, float, np.poly1d)) else np.asarray(x)
    result = x * 0
    for c in np.asarray(p):
        result = result * x + c
    return result


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial of a degree closest to points, by least squares."""
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    powers = np.vander(x, deg + 1)
    if w is not None:
        powers, y = powers * np.asarray(w)[:, None], (y.T * np.asarray(w)).T
    scale = np.sqrt((powers * powers).sum(axis=0))
    rcond = x.size * np.finfo(np.float64).eps if rcond is None else rcond
    solution, residuals, rank, singular = np.linalg.lstsq(powers / scale, y, rcond)
    solution = (solution.T / scale).T
    if full:
        return solution, residuals, rank, singular, np.float64(rcond)
    if not cov:
        return solution
    base = np.linalg.inv(powers.T @ powers / np.outer(scale, scale)) / np.outer(scale, scale)
    if cov == 'unscaled':
        return solution, base
    if x.size <= deg + 1:
        raise ValueError("the number of data points must exceed order to scale the covariance matrix")
    factor = residuals / (x.size - deg - 1)
    return solution, base * factor if y.ndim == 1 else base[:, :, None] * factor


def polyder(p, m=1):
    """The derivative of a polynomial."""
    p = np.asarray(p)
    for _ in range(m):
        p = p[:-1] * np.arange(p.size - 1, 0, -1)
    return p


def polyint(p, m=1, k=0):
    """The integral of a polynomial."""
    p = np.asarray(p, dtype=np.float64)
    for _ in range(m):
        p = np.append(p / np.arange(p.size, 0, -1), k)
    return p


def vander(x, N=None, increasing=False):
    """The matrix of powers of a vector."""
    x = np.asarray(x)
    powers = np.arange(x.size if N is None else N)
    return x[:, None] ** (powers if increasing else powers[::-1])


def _trimmed(p):
    """Without zeros before the highest power."""
    p = np.atleast_1d(p)
    places = np.flatnonzero(p)
    return p[places[0]:] if len(places) else p[-1:]


def _padded(a, b):
    a, b = np.atleast_1d(a), np.atleast_1d(b)
    size = max(a.size, b.size)
    return [np.concatenate([np.zeros(size - p.size, p.dtype), p]) for p in (a, b)]


def _plain(p):
    return p.coeffs if isinstance(p, np.poly1d) else np.atleast_1d(p)


def _like(result, *given):
    return np.poly1d(result) if any(isinstance(p, np.poly1d) for p in given) else result


def polyadd(a1, a2):
    """The sum of two polynomials."""
    left, right = _padded(_plain(a1), _plain(a2))
    return _like(left + right, a1, a2)


def polysub(a1, a2):
    """The difference of two polynomials."""
    left, right = _padded(_plain(a1), _plain(a2))
    return _like(left - right, a1, a2)


def polymul(a1, a2):
    """The product of two polynomials."""
    return _like(np.convolve(_trimmed(_plain(a1)), _trimmed(_plain(a2))), a1, a2)


def polydiv(u, v):
    """Quotient and rest of two polynomials."""
    rest, divisor = _plain(u) + 0.0, _plain(v) + 0.0
    steps = max(rest.size - divisor.size + 1, 1)
    quotient = np.zeros(steps)
    for k in range(rest.size - divisor.size + 1):
        quotient[k] = rest[k] / divisor[0]
        rest[k:k + divisor.size] -= quotient[k] * divisor
    while rest.size > 1 and np.isclose(rest[0], 0, rtol=1e-14, atol=1e-14):
        rest = rest[1:]
    return _like(quotient, u, v), _like(rest, u, v)


def poly(seq_of_zeros):
    """The polynomial with the given roots, or the characteristic polynomial of a matrix."""
    zeros = np.atleast_1d(seq_of_zeros)
    if zeros.ndim == 2:
        zeros = np.linalg.eigvals(zeros)
    result = np.ones(1)
    for zero in zeros:
        result = np.convolve(result, np.array([1, -zero]))
    return result


def roots(p):
    """Where a polynomial is zero."""
    p = np.atleast_1d(p)
    if p.ndim != 1:
        raise ValueError("Input must be a rank-1 array.")
    places = np.flatnonzero(p)
    if len(places) == 0:
        return np.array([])
    zeros = p.size - places[-1] - 1
    p = p[places[0]:places[-1] + 1] + 0.0
    if p.size == 1:
        return np.zeros(int(zeros))
    companion = np.diag(np.ones(p.size - 2), -1)
    companion[0, :] = -p[1:] / p[0]
    found = np.linalg.eigvals(companion)
    return np.concatenate([found, np.zeros(int(zeros), found.dtype)]) if zeros else found


class poly1d:
    """A polynomial that can be called, added and multiplied."""

    def __init__(self, c_or_r, r=False, variable='x'):
        coefficients = c_or_r.coeffs if isinstance(c_or_r, np.poly1d) else np.atleast_1d(c_or_r)
        self.coeffs = np.poly(coefficients) if r else _trimmed(coefficients)
        self.variable = variable

    @property
    def c(self):
        return self.coeffs

    @property
    def coef(self):
        return self.coeffs

    @property
    def order(self):
        return self.coeffs.size - 1

    o = order

    @property
    def roots(self):
        return np.roots(self.coeffs)

    r = roots

    def __len__(self):
        return self.order

    def __call__(self, x):
        return np.polyval(self.coeffs, x)

    def __iter__(self):
        return iter(self.coeffs)

    def deriv(self, m=1):
        return np.poly1d(np.polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        return np.poly1d(np.polyint(self.coeffs, m, k))

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __add__(self, other):
        return np.polyadd(self, np.poly1d(other))

    __radd__ = __add__

    def __sub__(self, other):
        return np.polysub(self, np.poly1d(other))

    def __rsub__(self, other):
        return np.polysub(np.poly1d(other), self)

    def __neg__(self):
        return np.poly1d(-self.coeffs)

    def __mul__(self, other):
        return np.polymul(self, np.poly1d(other))

    __rmul__ = __mul__

    def __pow__(self, n):
        result = np.poly1d([1])
        for _ in range(n):
            result = result * self
        return result

    def __truediv__(self, other):
        return np.polydiv(self, np.poly1d(other)) if isinstance(other, np.poly1d) else np.poly1d(self.coeffs / other)

    def __eq__(self, other):
        if not isinstance(other, np.poly1d):
            return NotImplemented
        return self.coeffs.shape == other.coeffs.shape and (self.coeffs == other.coeffs).all()

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __str__(self):
        above, below = '', ''
        for k, c in enumerate(self.coeffs):
            power = self.order - k
            if c == 0 and self.order > 0:
                continue
            mark = ('-' if c < 0 else '') if not below else ' - ' if c < 0 else ' + '
            below += mark + '%.4g' % abs(c) + (' ' + self.variable if power else '')
            if power > 1:
                above = above.ljust(len(below)) + str(power)
                below += ' ' * (len(str(power)) - 1)
        return (above or ' ') + '\n' + below
