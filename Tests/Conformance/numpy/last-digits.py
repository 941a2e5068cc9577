# scalars show all digits: exponentials, determinants, solutions
import numpy as np

print(np.exp(1.0), np.exp([1.0, 2.0, 3.0]).tolist(), np.exp(-0.5), np.exp(np.arange(5)).sum())
print(np.linalg.det([[1, 2], [3, 4]]), np.linalg.det([[2.0, 1.0], [1.0, 3.0]]), np.linalg.det(np.eye(3) * 2), np.linalg.slogdet([[1, 2], [3, 4]]))
print(np.linalg.inv([[1.0, 2.0], [3.0, 4.0]]).tolist(), np.linalg.solve([[3.0, 1.0], [1.0, 2.0]], [9.0, 8.0]).tolist())
print((1 / (1 + np.exp(-np.array([0.3, -1.2, 2.5])))).tolist(), np.log(np.exp([1.0, 2.0, 3.0]).sum()))
