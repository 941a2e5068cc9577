# Gradients through samples of Dirichlet and Beta, straight-through one-hot samples, and functions onto constraints.
import torch
import torch.distributions as D

torch.manual_seed(0)
concentration = torch.tensor([1.5, 2.5, 0.7], requires_grad=True)
shares = D.Dirichlet(concentration).rsample()
(shares * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(shares, concentration.grad)
a, b = torch.tensor([1.5, 2.5], requires_grad=True), torch.tensor([0.5, 3.0], requires_grad=True)
sample = D.Beta(a, b).rsample()
sample.sum().backward()
print(sample, a.grad, b.grad)
logits = torch.zeros(3, requires_grad=True)
one_hot = D.OneHotCategoricalStraightThrough(logits=logits).rsample()
(one_hot * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(one_hot.detach(), logits.grad)
logistic = D.LogisticNormal(torch.zeros(2), torch.ones(2))
print(logistic, logistic.sample(), logistic.log_prob(torch.tensor([0.2, 0.3, 0.5])))
coin = D.Bernoulli(torch.tensor([0.3, 0.6]))
print(coin, coin.log_prob(torch.ones(2)), coin)
print(D.biject_to(D.constraints.positive)(torch.tensor(1.0)), D.transform_to(D.constraints.simplex)(torch.zeros(3)))
print(D.transform_to(D.constraints.interval(0.0, 2.0))(torch.zeros(1)), D.biject_to(D.constraints.unit_interval))
