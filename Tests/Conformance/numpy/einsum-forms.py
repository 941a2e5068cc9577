# np.einsum with lists of axes, out=, dtype=, optimize=.
import numpy as np

a = np.arange(6).reshape(2, 3)
b = np.arange(12).reshape(3, 4)
print(np.einsum("ij,jk->ik", a, b, optimize=True))
print(np.einsum(a, [0, 1], b, [1, 2], [0, 2]))
print(np.einsum(a, [0, 1], [1, 0]))
print(np.einsum(a, [0, 1]))
print(np.einsum("ij->j", a, dtype=float))
out = np.zeros(2)
print(np.einsum("ij->i", a, out=out) is out, out)
print(np.einsum("...j,...j", a, a), np.einsum("i...->...", a))
