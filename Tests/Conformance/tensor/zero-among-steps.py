# Steps that cross zero: what rounding leaves there decides how all of them are printed.
import torch

print(torch.linspace(-1, 1, 7))
print(torch.linspace(-1, 1, 11))
print(torch.linspace(-3, 3, 13))
print(torch.linspace(-1, 1, 15, dtype=torch.float64))
print(torch.arange(-1, 1, 0.1))
print(torch.arange(-0.5, 0.5, 0.1))
print(torch.arange(-3, 3, 0.3))
print(torch.arange(-1, 1, 0.1, dtype=torch.float64))
print(torch.range(-0.3, 0.3, 0.1))
steps = torch.arange(-1, 1, 0.1).tolist()
print(steps[7:12], torch.linspace(-1, 1, 7).tolist())
print(torch.linspace(0, 1, 5), torch.arange(0, 1, 0.25), torch.linspace(0, 10, 4, dtype=torch.int64))
