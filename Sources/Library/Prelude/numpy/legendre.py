# numpy.polynomial.legendre: sums of Legendre polynomials by their coefficients.
from numpy.polynomial import polynomial as _powers
from numpy.polynomial import _legendre

legadd = _powers.polyadd
legsub = _powers.polysub
legmul = _legendre.multiply
legder = _legendre.derivative
legint = _legendre.integral
legval = _legendre.evaluate
legfit = _legendre.fit
legroots = _legendre.roots
legvander = _legendre.vander
leggauss = _legendre.gauss
leg2poly = _legendre.to_powers
poly2leg = _legendre.from_powers
