# default_rng: normal, exponential and gamma numbers to their last digit.
import numpy as np

rng = np.random.default_rng(42)
for x in rng.standard_normal(12).tolist() + rng.standard_exponential(12).tolist() + rng.gamma([0.3, 1.0, 2.5]).tolist():
    print(x)
print(rng.normal(2.0, 3.0), rng.exponential(0.5), rng.laplace(), rng.weibull(2.0))
print(np.random.default_rng(5).standard_exponential(20000).sum(), np.random.default_rng(6).standard_normal(20000).sum())
