# Adafactor on a matrix and a vector; SparseAdam on an embedding.
import torch
from torch import nn, optim

torch.manual_seed(0)
weight, bias = nn.Parameter(torch.randn(3, 2)), nn.Parameter(torch.zeros(2))
x, y = torch.randn(8, 3), torch.randn(8, 2)
optimizer = optim.Adafactor([weight, bias], lr=0.1, weight_decay=0.01)
for _ in range(4):
    optimizer.zero_grad()
    loss = ((x @ weight + bias - y) ** 2).mean()
    loss.backward()
    optimizer.step()
    print(f"{loss.item():.4f}")
print(weight, bias)
print(optimizer)
print({name: value.shape for name, value in optimizer.state_dict()["state"][0].items()})
table = nn.Embedding(4, 2, sparse=True)
sparse = optim.SparseAdam(table.parameters(), lr=0.1)
before = table.weight.detach().clone()
(table(torch.tensor([1, 3, 3])) ** 2).sum().backward()
sparse.step()
print(table.weight - before)
