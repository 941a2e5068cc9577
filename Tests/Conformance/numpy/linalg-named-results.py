# factorisations give named tuples
import numpy as np

S = np.array([[2.0, 0.0], [0.0, 3.0]])
print(np.linalg.eig(S))
print(np.linalg.eigh(S).eigenvalues, np.linalg.svd(S).S, np.linalg.slogdet(S).sign, type(np.linalg.qr(S)).__name__)
values, vectors = np.linalg.eigh(S)
print(values, vectors, np.linalg.svdvals(S), np.linalg.vecdot([1, 2], [3, 4]))
u, s, vh = np.linalg.svd(np.array([[1.0, 0.0], [0.0, 2.0], [0.0, 0.0]]), full_matrices=False)
print(u.shape, s, vh.shape, np.linalg.slogdet(np.eye(2)))
