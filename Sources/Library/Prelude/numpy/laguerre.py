# numpy.polynomial.laguerre: sums of Laguerre polynomials by their coefficients.
from numpy.polynomial import polynomial as _powers
from numpy.polynomial import _laguerre

lagadd = _powers.polyadd
lagsub = _powers.polysub
lagmul = _laguerre.multiply
lagder = _laguerre.derivative
lagint = _laguerre.integral
lagval = _laguerre.evaluate
lagfit = _laguerre.fit
lagroots = _laguerre.roots
lagvander = _laguerre.vander
laggauss = _laguerre.gauss
lag2poly = _laguerre.to_powers
poly2lag = _laguerre.from_powers
