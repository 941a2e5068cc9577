# further distributions of both kinds of generators
import numpy as np

np.random.seed(0)
print(np.random.standard_gamma(2.0, 2), np.random.chisquare(3, 2), np.random.standard_t(5, 2), np.random.f(2, 3))
print(np.random.pareto(3, 2), np.random.weibull(2, 2), np.random.power(3, 2), np.random.rayleigh(1, 2), np.random.logistic(0, 1, 2))
print(np.random.multinomial(10, [0.2, 0.3, 0.5]), np.random.dirichlet([1, 2, 3]), np.random.negative_binomial(3, 0.5, 3), np.random.standard_cauchy(2))
rng = np.random.default_rng(0)
print(rng.chisquare(3, 2), rng.standard_t(5, 2), rng.pareto(3, 2), rng.weibull(2, 2), rng.power(3, 2))
print(rng.rayleigh(1, 2), rng.logistic(0, 1, 2), rng.multinomial(10, [0.2, 0.3, 0.5], size=2).tolist(), rng.dirichlet([1, 2, 3]))
print(rng.choice([[1, 2], [3, 4]], axis=1), rng.permutation(np.arange(6).reshape(3, 2)).tolist())
for bad in (lambda: np.random.choice(3, p=[0.5, 0.5]), lambda: rng.choice(2, p=[0.5, 0.4]), lambda: rng.choice(3, 5, replace=False), lambda: np.random.seed('a')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
