import numpy as np

for n in (5, 33, 257, 1000):
    source = np.random.default_rng(n)
    x, y = source.standard_normal(n), source.standard_normal(n)
    matrix = source.standard_normal((3, n))
    print(n, x @ y, np.dot(x, x), np.linalg.norm(x), (matrix @ x).tolist(), (x @ matrix.T)[0], (matrix @ x[:, None])[1, 0])
    print(np.float32(x) @ np.float32(y), (matrix.astype(np.float32) @ x.astype(np.float32)).tolist(), np.linalg.norm(x.astype(np.float32)))
single = np.array([[1, 2], [3, 4]], dtype=np.float32)
print(np.linalg.inv(single), np.linalg.det(single), np.linalg.solve(single, single[0]), np.linalg.svd(single).S, np.linalg.eigvals(single).dtype)
