# numpy.polynomial: bases of polynomials that follow from the two before them, and sums of their members.
import numpy as np
from math import factorial as _factorial, pi as _pi
from numpy.polynomial import polynomial as _powers


class _Recurrence:
    """A basis: P0 = 1, P1 = first * x + shift, then P(k+1) = (a x + b) P(k) - c P(k-1) with a, b, c of step(k); norm(k)
    is the inner product of P(k) with itself."""

    def __init__(self, first, shift, step, norm):
        self.first, self.shift, self.step, self.norm = first, shift, step, norm

    def vander(self, x, deg):
        """The members of the basis at points, as the columns of a matrix."""
        x = np.atleast_1d(x) + 0.0
        columns = [x * 0 + 1, self.first * x + self.shift]
        for k in range(1, deg):
            a, b, c = self.step(k)
            columns.append((a * x + b) * columns[k] - c * columns[k - 1])
        return np.stack(columns[:deg + 1], -1)

    def value(self, x, c):
        """The sum of c[k] P(k) at x, which may be a polynomial too."""
        before, now = x * 0 + 1, x * self.first + self.shift
        result = before * c[0]
        for k in range(1, len(c)):
            result = result + now * c[k]
            a, b, d = self.step(k)
            before, now = now, (x * a + b) * now - before * d
        return result

    def to_powers(self, c):
        """The coefficients of powers of a sum of members."""
        c = _powers._coefficients(c)
        result = self.value(np.poly1d([1, 0]), c)
        return np.concatenate([result.coeffs[::-1], np.zeros(c.size)])[:c.size]

    def from_powers(self, c):
        """Solved from the highest power down."""
        rest = _powers._coefficients(c).copy()
        rows = [self.to_powers(np.eye(rest.size)[k]) for k in range(rest.size)]
        result = np.zeros(rest.size)
        for k in range(rest.size - 1, -1, -1):
            result[k] = rest[k] / rows[k][k]
            rest = rest - result[k] * rows[k]
        return result

    def through_powers(self, function, *series):
        """A function of coefficients of powers, for coefficients of this basis."""
        return _powers._without_zeros(self.from_powers(function(*[self.to_powers(c) for c in series])))

    # The functions that numpy has for each basis.

    def evaluate(self, x, c, tensor=True):
        """The value of a sum of members at points."""
        return self.value(np.asarray(x) + 0.0, _powers._coefficients(c))

    def fit(self, x, y, deg, rcond=None, full=False, w=None):
        """The sum of members closest to points, by least squares."""
        return _powers._fitted(self.vander, x, y, deg, rcond, full, w)

    def roots(self, c):
        """Where a sum of members is 0."""
        return _powers.polyroots(self.to_powers(c))

    def multiply(self, c1, c2):
        """The product of two sums of members."""
        return self.through_powers(_powers.polymul, c1, c2)

    def derivative(self, c, m=1, scl=1, axis=0):
        """The derivative of a sum of members."""
        return self.through_powers(lambda p: _powers.polyder(p, m, scl), c)

    def integral(self, c, m=1, k=(), lbnd=0, scl=1, axis=0):
        """The integral of a sum of members."""
        return self.through_powers(lambda p: _powers.polyint(p, m, k, lbnd, scl), c)

    def gauss(self, deg):
        """Nodes of a quadrature, the roots of a member, and their weights."""
        member = self.to_powers(np.eye(deg + 1)[deg])
        nodes = _powers.polyroots(member).real
        for _ in range(2):
            nodes = nodes - _powers.polyval(nodes, member) / _powers.polyval(nodes, _powers.polyder(member))
        norms = np.array([self.norm(k) for k in range(deg)])
        return nodes, 1 / (self.vander(nodes, deg)[:, :deg] ** 2 / norms).sum(1)


_chebyshev = _Recurrence(1, 0, lambda k: (2, 0, 1), lambda k: _pi / 2 if k else _pi)
_legendre = _Recurrence(1, 0, lambda k: ((2 * k + 1) / (k + 1), 0, k / (k + 1)), lambda k: 2 / (2 * k + 1))
_hermite = _Recurrence(2, 0, lambda k: (2, 0, 2 * k), lambda k: _pi ** 0.5 * 2.0 ** k * _factorial(k))
_hermite_e = _Recurrence(1, 0, lambda k: (1, 0, k), lambda k: (2 * _pi) ** 0.5 * _factorial(k))
_laguerre = _Recurrence(-1, 1, lambda k: (-1 / (k + 1), (2 * k + 1) / (k + 1), k / (k + 1)), lambda k: 1.0)
