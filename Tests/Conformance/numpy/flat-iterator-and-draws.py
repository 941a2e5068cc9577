import numpy as np

a = np.arange(6).reshape(2, 3)
walk = a.flat
print(next(walk), next(walk), walk.index, walk.coords, walk.base is a, walk.copy(), len(walk), walk[4], walk[1:3])
try:
    walk[20]
except IndexError as error:
    print(error)
print(np.random.default_rng(1).multinomial(5, [[.2, .8], [.5, .5]]), np.random.default_rng(1).multinomial([3, 4], [.5, .5]))
print(np.random.default_rng(1).multinomial(5, [.2, .8], size=2), np.random.RandomState(1).multinomial(20, [1 / 6.] * 6, size=2))
print(np.random.default_rng(0).multivariate_hypergeometric([3, 4, 5], 4), np.random.default_rng(0).multivariate_hypergeometric([30, 40, 50], 70, size=2))
