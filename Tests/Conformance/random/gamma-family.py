# Numbers of distributions that are made of gamma numbers.
import torch
from torch.distributions import Beta, Chi2, Dirichlet, Gamma, InverseGamma, NegativeBinomial, StudentT

torch.manual_seed(0)
for distribution in (
    Gamma(2.0, 3.0),
    Gamma(torch.tensor([0.5, 3.0]), 1.0),
    Beta(2.0, 3.0),
    Dirichlet(torch.tensor([0.5, 1.0, 2.0])),
    Chi2(3.0),
    StudentT(4.0),
    InverseGamma(2.0, 3.0),
    NegativeBinomial(3.0, 0.4),
):
    print(distribution)
    print(distribution.sample((3,)))
print(torch.binomial(torch.tensor([5.0, 50.0, 500.0]), torch.tensor([0.3, 0.5, 0.7])))
print(torch.rand(1))
