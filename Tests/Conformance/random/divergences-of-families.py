# kl_divergence between distributions of different families, and outside each other's support.
import torch
import torch.distributions as D

shares, normal, rate = D.Beta(1.0, 2.0), D.Normal(0.5, 1.0), D.Exponential(1.5)
gamma, gumbel, laplace = D.Gamma(1.5, 2.0), D.Gumbel(0.2, 1.3), D.Laplace(0.3, 1.2)
pareto, uniform = D.Pareto(1.0, 3.0), D.Uniform(0.1, 0.9)
pairs = [
    (shares, normal), (shares, rate), (shares, gamma), (shares, D.Uniform(0.0, 1.0)), (rate, normal), (rate, gamma),
    (rate, gumbel), (gamma, normal), (gamma, rate), (gamma, gumbel), (gumbel, normal), (laplace, normal),
    (normal, laplace), (normal, gumbel), (pareto, normal), (pareto, rate), (pareto, gamma), (uniform, normal),
    (uniform, rate), (uniform, gamma), (uniform, gumbel), (uniform, shares), (D.Bernoulli(0.3), D.Poisson(1.0)),
    (normal, rate), (rate, uniform), (D.Poisson(1.0), D.Bernoulli(0.3)), (uniform, pareto),
    (gumbel, D.Gumbel(1.0, 2.0)), (pareto, D.Pareto(0.5, 2.0)), (D.Cauchy(0.0, 1.0), D.Cauchy(1.0, 2.0)),
    (D.Binomial(5, 0.3), D.Binomial(5, 0.5)), (D.LogNormal(0.0, 1.0), D.LogNormal(1.0, 2.0)),
    (D.HalfNormal(1.0), D.HalfNormal(2.0)),
]
for p, q in pairs:
    print(type(p).__name__, type(q).__name__, D.kl_divergence(p, q))
try:
    D.kl_divergence(D.Weibull(1.0, 2.0), gamma)
except NotImplementedError as error:
    print(error)
