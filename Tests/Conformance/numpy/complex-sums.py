import numpy as np

z = np.array([[1j, 2], [3 - 1j, 4j]])
print(z.sum(), z.prod(), z.prod(axis=0), z.mean(1), z.cumsum(), np.cumprod(z, axis=1), np.diff(z), np.trace(z))
print(np.var(z), np.std(z, axis=0), np.linalg.norm(z), np.linalg.norm([3j, 4]), np.linalg.norm(z, axis=1))
print(np.any(z), np.all([1j, 0]), np.count_nonzero([1j, 0]), np.nonzero([1j, 0]), np.where(np.array([1j, 0]), 1, 2))
print(np.vdot([1j, 2], [1j, 1]), np.dot(z, z), np.outer([1j], [1, 2]), np.kron([1j], [1, 2]))
print(np.einsum('ij,ij->i', z, z), np.einsum('ij,jk,kl->il', z, z, z), np.einsum('ii', z), np.tensordot(z, z), np.tensordot(z, z, 1))
print(np.tan(1j), np.sinh(1j), np.cosh(1j), np.tanh(1j), np.log10(1j), np.log2(2j), np.sort([2j, 1, 1 - 1j]))
print(np.nonzero(['a', '', 'b']), np.count_nonzero([None, 1, '']))
