# Shares of a Dirichlet sample stay between 0 and 1, so that their gradients are numbers.
import torch

for values in ([1e-3, 5.0], [0.01, 0.01, 0.01], [1e-10, 3.0]):
    torch.manual_seed(0)
    concentration = torch.tensor(values, requires_grad=True)
    shares = torch.distributions.Dirichlet(concentration).rsample()
    shares[0].backward()
    print(shares.tolist(), torch.isfinite(concentration.grad).all())
