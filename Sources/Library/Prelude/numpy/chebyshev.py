# numpy.polynomial.chebyshev: sums of Chebyshev polynomials by their coefficients.
import numpy as np
from numpy.polynomial import polynomial as _powers
from numpy.polynomial import _chebyshev

chebadd = _powers.polyadd
chebsub = _powers.polysub
chebmul = _chebyshev.multiply
chebder = _chebyshev.derivative
chebint = _chebyshev.integral
chebval = _chebyshev.evaluate
chebfit = _chebyshev.fit
chebroots = _chebyshev.roots
chebvander = _chebyshev.vander
chebgauss = _chebyshev.gauss
cheb2poly = _chebyshev.to_powers
poly2cheb = _chebyshev.from_powers


def chebpts1(npts):
    """The zeros of a Chebyshev polynomial."""
    return np.sin(0.5 * np.pi / npts * np.arange(-npts + 1, npts + 1, 2))


def chebpts2(npts):
    """The extremes of a Chebyshev polynomial."""
    return np.cos(np.linspace(-np.pi, 0, npts))
