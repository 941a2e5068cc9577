# assigning to slices without elements does nothing
import torch

x = torch.arange(12.0).reshape(3, 4)
x[1:1] = torch.ones(4)
x[:, 2:2] = 7
x.t()[0:0] = torch.zeros(3)
x[torch.zeros(3, dtype=torch.bool)] = 5
print(x)
print(x[1:1].clone(), x[:, 1:1].t().contiguous().shape, x[3:].t().reshape(-1))
