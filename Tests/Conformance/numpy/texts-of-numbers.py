# numbers as text in chosen forms, arrays with options of one call
import numpy as np

print(np.format_float_positional(0.1, precision=3), np.format_float_positional(1 / 3, precision=4, unique=False), np.format_float_positional(2.0, trim='-'))
print(np.format_float_scientific(12345.678, precision=2), np.base_repr(255, 16), np.binary_repr(5, width=8), np.binary_repr(-3, width=5))
print(np.array2string(np.array([1.5, 2.25]), formatter={'float': lambda x: '%.3f' % x}), np.array_repr(np.array([1.123456, 2]), precision=2))
print(np.array_str(np.array([1e-9, 1]), suppress_small=True), np.array2string(np.arange(50), max_line_width=40), sep='\n')
print(np.get_printoptions())
print(np.finfo(np.float32), np.iinfo('int8'))
