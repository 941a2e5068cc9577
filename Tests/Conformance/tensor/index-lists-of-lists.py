# a list of lists, tensors or slices stands for several dimensions
import torch

x = torch.arange(12).reshape(3, 4)
print(x[[[0, 1], [1, 2]]], x[[[0, 1]]], x[[0, 1]])
print(x[[slice(0, 2), 1]], x[[None, 1]], x[[..., 1]])
print(x[[torch.tensor([0, 1])]], x[[torch.tensor(0), torch.tensor(1)]])
x[[[0, 1], [1, 2]]] = -1
print(x)
