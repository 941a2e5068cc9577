# What distributions say to parameters they have no meaning for.
import numpy as np

np.random.seed(0)
calls = [
    lambda: np.random.normal(0, -1), lambda: np.random.exponential(-1), lambda: np.random.gamma(-1), lambda: np.random.gamma(1, -1),
    lambda: np.random.beta(-1, 2), lambda: np.random.beta(1, 0), lambda: np.random.triangular(3, 2, 1), lambda: np.random.triangular(1, 1, 1),
    lambda: np.random.lognormal(0, -1), lambda: np.random.laplace(0, -1), lambda: np.random.gumbel(0, -1), lambda: np.random.poisson(-1),
    lambda: np.random.binomial(5, 1.5), lambda: np.random.geometric(0), lambda: np.random.multinomial(5, [0.9, 1.9]), lambda: np.random.dirichlet([0, 1]),
    lambda: np.random.normal([0, 1], [1, 2, 3]), lambda: np.random.normal([0, 1], 1, size=3), lambda: np.random.choice([1, 2], p=[0.5, 0.6]),
]
for call in calls:
    try:
        print(call())
    except ValueError as error:
        print(error)
