# np.memmap, tofile and fromfile: modes, views, flush, errors.
import numpy as np

m = np.memmap("numbers.bin", dtype=np.uint16, mode="w+", shape=(4,))
m[:] = [1, 2, 3, 400]
m.flush()
r = np.memmap("numbers.bin", dtype=np.uint16, mode="r")
print(repr(r), repr(r[1:3]), r.shape, repr(r[3]), type(r), repr(r + 1), isinstance(r, np.ndarray))
try:
    r[0] = 5
except ValueError as error:
    print(error)
print(np.memmap("numbers.bin", dtype=np.uint16, mode="r", offset=4, shape=(2, 1)))
c = np.memmap("numbers.bin", dtype=np.uint16, mode="c")
c[0] = 99
print(c, r)
for options in ({"mode": "w+"}, {"mode": "new", "shape": (2,)}):
    try:
        np.memmap("other.bin", **options)
    except ValueError as error:
        print(error)
np.arange(3.0).tofile("floats.bin")
print(np.fromfile("floats.bin"), np.fromfile("floats.bin", dtype=np.uint8, count=3, offset=6), np.fromfile("floats.bin", count=2))
