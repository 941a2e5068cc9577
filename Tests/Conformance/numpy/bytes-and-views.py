# bytes of arrays, arrays from bytes, other types over the same memory, flat, flags, strides
import numpy as np

a = np.arange(3, dtype=np.int16)
print(a.tobytes(), np.frombuffer(b'\x01\x00\x02\x00', dtype=np.int16), np.frombuffer(b'\x00\x00\x80\x3f', dtype='f4'))
b = np.array([1.0, -2.0], dtype=np.float32).view(np.int32)
print(b, b.view('u1').shape, np.arange(4).view('f8').dtype)
m = np.arange(6).reshape(2, 3)
m.T.flat[1] = 50
print(m, m.flat[4], list(m.flat), len(m.flat))
print(m.flags['C_CONTIGUOUS'], m.T.flags.f_contiguous, m[:, 1].flags.c_contiguous, m.copy().flags.owndata)
print(np.lib.stride_tricks.sliding_window_view(np.arange(5), 3))
print(np.lib.stride_tricks.as_strided(np.arange(6), (2, 3), (8, 8)))
try:
    np.frombuffer(b'abc', dtype=np.int16)
except ValueError as error:
    print(error)
