# numpy.polynomial.hermite: sums of Hermite polynomials by their coefficients.
from numpy.polynomial import polynomial as _powers
from numpy.polynomial import _hermite

hermadd = _powers.polyadd
hermsub = _powers.polysub
hermmul = _hermite.multiply
hermder = _hermite.derivative
hermint = _hermite.integral
hermval = _hermite.evaluate
hermfit = _hermite.fit
hermroots = _hermite.roots
hermvander = _hermite.vander
hermgauss = _hermite.gauss
herm2poly = _hermite.to_powers
poly2herm = _hermite.from_powers
