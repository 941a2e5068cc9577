import numpy as np
from numpy.polynomial import Chebyshev, Legendre, Polynomial

p = Polynomial([1, 2, 3])
print(p, repr(p), p(2), p([1, 2]))
print(p.coef, p.degree(), p.roots(), p.deriv(), p.integ(), p.integ(k=2))
print(p + 1, p * p, -p, p ** 2, p // Polynomial([1, 1]), p % Polynomial([1, 1]), p / 2, p == Polynomial([1, 2, 3]))
print(Polynomial([1, -2.5, 0, 1e-3, 1e6]), Polynomial([0, 0]), Polynomial(np.arange(12.0)))
line = Polynomial.fit([0, 1, 2, 3], [1, 3, 5, 7], 1)
print(line, line.convert(), line.convert().coef, repr(line))
print(Polynomial.fromroots([1, 2]), Polynomial.basis(3), p.linspace(3), f"{p:ascii}")
c = Chebyshev([1, 2, 3])
print(c, c(0.5), c.convert(kind=Polynomial), c * c, c.deriv(), p.convert(kind=Chebyshev))
print(Legendre([1, 2, 3]), Legendre([1, 2, 3])(0.5), Chebyshev.interpolate(np.exp, 3))
try:
    p + c
except TypeError as error:
    print(error)
from numpy.polynomial import chebyshev, legendre, polynomial
print(polynomial.polyval(2, [1, 2, 3]), polynomial.polyfit([0, 1, 2], [1, 3, 7], 2).round(6), polynomial.polyroots([2, -3, 1]))
print(chebyshev.chebval(0.5, [1, 2, 3]), chebyshev.cheb2poly([1, 2, 3]), chebyshev.chebpts1(3), legendre.leggauss(3))
