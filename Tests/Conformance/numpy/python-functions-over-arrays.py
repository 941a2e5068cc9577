# np.vectorize with signatures and excluded arguments, np.frompyfunc, np.apply_along_axis.
import numpy as np

a = np.arange(6).reshape(2, 3)
print(repr(np.vectorize(lambda x, y: x + y)([1, 2], [[3], [4]])))
print(repr(np.vectorize(lambda x: "big" if x > 2 else "small")(a)))
print(repr(np.vectorize(lambda x: x / 2, otypes=[float])([1, 2])))
print(np.vectorize(lambda x: (x, x * 2))([1, 2]))
print(np.vectorize(lambda row: row.sum(), signature="(n)->()")(a))
print(np.vectorize(np.outer, signature="(m),(n)->(m,n)")([1, 2], [[1, 2], [3, 4]]))
print(np.vectorize(lambda p, x: sum(p) + x, excluded=[0])([1, 2], [1, 2, 3]))
print(np.vectorize(lambda x, scale=1: x * scale)([1, 2], scale=[3, 4]))
try:
    np.vectorize(abs)([])
except ValueError as error:
    print(error)
multiply = np.frompyfunc(lambda x, y: x * y, 2, 1)
print(multiply, repr(multiply([1, 2], 3)), multiply.reduce([2, 3, 4]), multiply.accumulate([2, 3, 4]), multiply.outer([1, 2], [3, 4]))
print(np.frompyfunc(divmod, 2, 2)([7, 8], 3))
print(np.apply_along_axis(sorted, 1, -a), np.apply_along_axis(np.sum, 0, a))
