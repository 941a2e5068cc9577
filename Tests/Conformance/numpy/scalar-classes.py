# classes of scalars: what they are instances of, their methods, their names in messages
import math
import numpy as np

x, n, s = np.float64(2.5), np.int64(7), np.array(['one', 'two'])[1]
print(isinstance(x, float), isinstance(n, int), isinstance(s, str), isinstance(np.float32(1), float), issubclass(np.exceptions.AxisError, IndexError))
print(type(x).__mro__)
print(repr(s), s.upper(), s + '!', {'two': 2}[s], f'{s:>5}', type(s).__name__)
print(math.floor(x), math.ceil(x), round(x), x.hex(), x.as_integer_ratio(), abs(np.float32(-1.5)), abs(np.array([-1, 2])), n.bit_count())
for bad in (lambda: x.foo, lambda: np.zeros(2).foo, lambda: np.zeros(2)(), lambda: len(x), lambda: iter(n), lambda: 'a' + x, lambda: x[0]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(np.dtype(str), np.dtype('f4').char, np.dtype('f8').byteorder, np.array([1, 'a']).dtype, np.array([1.5]).astype(str).dtype)
print(np.array([[1, 2], [3]], dtype=object), repr(np.array([1, None, [2]], dtype=object)))
