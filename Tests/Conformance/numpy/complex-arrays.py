# complex numbers: creation, arithmetic, parts, printing, eigenvalues, roots
import numpy as np

z = np.array([1 + 2j, 3, -1j])
print(z, z.dtype, repr(z), z.real, z.imag, np.conj(z))
print(np.abs(np.array([3 + 4j, 1j])), np.angle([1j, -1]), z * 2, z + 1, z / (1 + 1j))
print(abs(np.exp(1j * np.pi) + 1) < 1e-12, np.sqrt(np.array([-4 + 0j])))
print(z[0], repr(z[0]), z[0] * 2, z[1:].tolist(), z == 3, z.sum(), z.mean())
print(np.array([[1.5 + 2j, 0], [0.25j, 1]]) @ np.array([1, 1j]))
print(np.linalg.eigvals([[0, -1], [1, 0]]), np.roots([1, 0, 4]), np.iscomplexobj(z))
w = np.zeros(2, dtype=complex)
w[0] = 1j
w += 1
print(w, np.concatenate([w, [2]]), w.reshape(2, 1).T)
