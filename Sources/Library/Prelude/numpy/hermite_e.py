# numpy.polynomial.hermite_e: sums of Hermite polynomials by their coefficients.
from numpy.polynomial import polynomial as _powers
from numpy.polynomial import _hermite_e

hermeadd = _powers.polyadd
hermesub = _powers.polysub
hermemul = _hermite_e.multiply
hermeder = _hermite_e.derivative
hermeint = _hermite_e.integral
hermeval = _hermite_e.evaluate
hermefit = _hermite_e.fit
hermeroots = _hermite_e.roots
hermevander = _hermite_e.vander
hermegauss = _hermite_e.gauss
herme2poly = _hermite_e.to_powers
poly2herme = _hermite_e.from_powers
