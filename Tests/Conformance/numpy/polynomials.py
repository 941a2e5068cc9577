# polynomials by their coefficients: arithmetic, texts, roots
import numpy as np

p = np.poly1d([1, -3, 2])
print(p)
print(repr(p), p(2), p.roots, p.order, p.deriv(), p.integ())
print(p * p, (p + 1)[0], p - np.poly1d([1, 0, 0]), sep='\n')
print(np.poly1d([2.5, -1]), np.poly1d([1] * 11), sep='\n')
print(np.roots([1, -6, 11, -6]).round(6), np.poly([1, 2]), np.polyadd([1, 2], [3]), np.polymul([1, 1], [1, -1]))
print(np.polydiv([1, 0, -1], [1, 1]), np.polyfit([0, 1, 2, 3], [1, 3, 5, 7], 1).round(6))
try:
    np.polyfit([1, 2], [1], 1)
except TypeError as error:
    print(error)
