# sums, means and products in numpy's order of additions
import numpy as np

r = np.random.RandomState(0)
a = r.randn(300, 7)
for x in (r.randn(7), r.randn(129), r.randn(5000), a, a.T, a[::2], r.randn(4, 5, 6)):
    print(x.sum(), x.mean(), x.sum(axis=0).ravel()[0], x.sum(axis=-1).ravel()[0], np.prod(x[:2]))
b = a.astype(np.float32)
print(b.sum(), b.mean(axis=0).tolist(), np.sum([]), np.sum([-0.0]), np.prod([]))
