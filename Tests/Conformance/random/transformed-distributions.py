# Distributions made by transforms, and mixtures.
import torch
from torch import distributions as D
from torch.distributions import transforms as T

torch.manual_seed(0)
flow = D.TransformedDistribution(D.Normal(torch.zeros(2), 1.0), [T.AffineTransform(1.0, 2.0), T.SigmoidTransform()])
sample = flow.sample((2,))
print(sample, flow.log_prob(sample))
mixture = D.MixtureSameFamily(D.Categorical(torch.tensor([0.3, 0.7])), D.Normal(torch.tensor([0.0, 5.0]), torch.tensor([1.0, 2.0])))
print(mixture.sample((4,)), mixture.mean, mixture.variance, mixture.log_prob(torch.tensor(0.5)))
for d in (D.Gumbel(0.0, 2.0), D.HalfNormal(2.0), D.Weibull(1.0, 2.0), D.Pareto(1.0, 3.0), D.HalfCauchy(1.0)):
    print(d, d.sample((2,)), d.mode, d.log_prob(torch.tensor(1.5)))
soft = D.RelaxedOneHotCategorical(torch.tensor(0.5), torch.tensor([0.2, 0.8]))
print(soft.sample(), soft.log_prob(torch.tensor([0.3, 0.7])))
print(D.kl_divergence(D.Gamma(1.0, 2.0), D.Gamma(2.0, 1.0)), D.kl_divergence(D.Laplace(0.0, 1.0), D.Laplace(1.0, 1.0)))
