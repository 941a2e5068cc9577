# numpy.polynomial.polynomial: polynomials by their coefficients, lowest power first.
import numpy as np


def _coefficients(c):
    c = np.atleast_1d(np.asarray(c))
    if c.size == 0:
        raise ValueError("Coefficient array is empty")
    return c if c.dtype.kind in 'fc' else c.astype(np.float64)


def _without_zeros(c):
    places = np.flatnonzero(c)
    return c[:places[-1] + 1] if len(places) else c[:1]


def polytrim(c, tol=0):
    """Without small coefficients of the highest powers."""
    c = _coefficients(c)
    places = np.flatnonzero(np.abs(c) > tol)
    return c[:places[-1] + 1] if len(places) else c[:1] * 0


def polyval(x, c, tensor=True):
    """The value of a polynomial at points."""
    c = _coefficients(c)
    x = np.asarray(x)
    if tensor and c.ndim > 1:
        c = c.reshape(c.shape + (1,) * x.ndim)
    result = c[-1] + x * 0
    for k in range(2, len(c) + 1):
        result = c[-k] + result * x
    return result


def polyval2d(x, y, c):
    """The values of a polynomial of two variables at pairs of points."""
    return polyval(y, polyval(x, c), tensor=False)


def polygrid2d(x, y, c):
    """The values of a polynomial of two variables on a grid."""
    return polyval(y, polyval(x, c))


def _combined(c1, c2, sign):
    c1, c2 = _coefficients(c1), _coefficients(c2)
    size = max(c1.size, c2.size)
    left, right = [np.concatenate([c, np.zeros(size - c.size)]) for c in (c1, c2)]
    return _without_zeros(left + sign * right)


def polyadd(c1, c2):
    """The sum of two polynomials."""
    return _combined(c1, c2, 1)


def polysub(c1, c2):
    """The difference of two polynomials."""
    return _combined(c1, c2, -1)


def polymul(c1, c2):
    """The product of two polynomials."""
    return _without_zeros(np.convolve(_without_zeros(_coefficients(c1)), _without_zeros(_coefficients(c2))))


def polymulx(c):
    """A polynomial times x."""
    return np.concatenate([[0.0], _coefficients(c)])


def polydiv(c1, c2):
    """Quotient and rest of two polynomials."""
    c1, c2 = _without_zeros(_coefficients(c1)), _without_zeros(_coefficients(c2))
    if c2[-1] == 0:
        raise ZeroDivisionError
    if c1.size < c2.size:
        return c1[:1] * 0, c1
    rest = c1.copy()
    quotient = np.zeros(c1.size - c2.size + 1, c1.dtype)
    for k in range(quotient.size - 1, -1, -1):
        quotient[k] = rest[k + c2.size - 1] / c2[-1]
        rest[k:k + c2.size] -= quotient[k] * c2
    return quotient, _without_zeros(rest[:c2.size - 1]) if c2.size > 1 else rest[:1] * 0


def polypow(c, pow, maxpower=None):
    """A polynomial to a whole power."""
    result = np.array([1.0])
    for _ in range(pow):
        result = polymul(result, c)
    return result


def polyder(c, m=1, scl=1, axis=0):
    """The derivative of a polynomial."""
    c = _coefficients(c)
    for _ in range(m):
        c = scl * (c[1:] * np.arange(1, c.size)) if c.size > 1 else c[:1] * 0
    return c


def polyint(c, m=1, k=(), lbnd=0, scl=1, axis=0):
    """The integral of a polynomial."""
    c = _coefficients(c)
    constants = list(np.atleast_1d(k))
    if len(constants) > m:
        raise ValueError("Too many integration constants")
    for constant in constants + [0] * (m - len(constants)):
        if c.size == 1 and c[0] == 0:
            c = c + constant
            continue
        c = np.concatenate([[0.0], scl * c / np.arange(1, c.size + 1)])
        c[0] = constant - polyval(lbnd, c)
    return c


def polyfromroots(roots):
    """The polynomial that has the roots."""
    result = np.ones(1)
    for root in np.sort(np.atleast_1d(roots)):
        result = np.convolve(result, np.array([-root, 1.0]))
    return result


def polyroots(c):
    """The roots of a polynomial."""
    c = _without_zeros(_coefficients(c))
    if c.size < 2:
        return np.array([], dtype=c.dtype)
    if c.size == 2:
        return np.array([-c[0] / c[1]])
    companion = np.diag(np.ones(c.size - 2), -1)
    companion[:, -1] -= c[:-1] / c[-1]
    return np.sort(np.linalg.eigvals(companion[::-1, ::-1]))


def polyvander(x, deg):
    """The powers of points as the columns of a matrix."""
    return np.asarray(x, dtype=np.float64)[..., None] ** np.arange(deg + 1)


def _fitted(vander, x, y, deg, rcond, full, w):
    """The coefficients of least squares for the members of a basis, given as the columns of vander(x, deg)."""
    x, y = np.asarray(x) + 0.0, np.asarray(y) + 0.0
    degrees = np.sort(np.atleast_1d(deg))
    if degrees.dtype.kind not in 'iu' or np.ndim(deg) > 1:
        raise TypeError("deg must be an int or non-empty 1-D array of int")
    if degrees[0] < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if len(x) != len(y):
        raise TypeError("expected x and y to have same length")
    columns = np.arange(degrees[0] + 1) if np.ndim(deg) == 0 else degrees
    powers = vander(x, int(degrees[-1]))[:, columns]
    if w is not None:
        powers, y = powers * np.asarray(w)[:, None], (y.T * np.asarray(w)).T
    scale = np.sqrt((powers * powers).sum(0))
    scale[scale == 0] = 1
    rcond = len(x) * np.finfo(np.float64).eps if rcond is None else rcond
    solution, residuals, rank, singular = np.linalg.lstsq(powers / scale, y, rcond)
    result = np.zeros((int(degrees[-1]) + 1,) + y.shape[1:])
    result[columns] = (solution.T / scale).T
    return (result, [residuals, rank, singular, rcond]) if full else result


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    """The polynomial closest to points, by least squares."""
    return _fitted(polyvander, x, y, deg, rcond, full, w)


polydomain = np.array([-1.0, 1.0])
polyzero = np.array([0])
polyone = np.array([1])
polyx = np.array([0, 1])
