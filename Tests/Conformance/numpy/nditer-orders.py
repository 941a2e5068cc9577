# np.nditer: orders, indices, writing, several operands; np.ndindex.
import numpy as np

a = np.arange(6).reshape(2, 3)
print([int(x) for x in np.nditer(a)], [int(x) for x in np.nditer(a.T)], [int(x) for x in np.nditer(a, order="F")])
print([x.tolist() for x in np.nditer(a, flags=["external_loop"])])
it = np.nditer(a, flags=["multi_index"])
while not it.finished:
    print(it.multi_index, int(it[0]), end="; ")
    it.iternext()
print()
it = np.nditer(a, flags=["f_index"])
print([(int(x), it.index) for x in it])
b = np.zeros((2, 2))
with np.nditer(b, flags=["multi_index"], op_flags=["readwrite"]) as it:
    for x in it:
        x[...] = 10 * it.multi_index[0] + it.multi_index[1]
print(b)
print([(int(x), int(y)) for x, y in np.nditer([np.arange(3), np.array([[10], [20]])])])
it = np.nditer(a)
print(it.shape, it.ndim, it.itersize, it.nop)
print(list(np.ndindex(2, 2)), list(np.ndindex((2, 1))), next(np.ndindex(3)), list(np.ndindex()))
