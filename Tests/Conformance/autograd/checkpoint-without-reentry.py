# a checkpointed part is computed again in backward, with the same random numbers
import torch
from torch import nn
from torch.utils.checkpoint import checkpoint, checkpoint_sequential

torch.manual_seed(0)
x = torch.ones(2, 3, requires_grad=True)
layer = nn.Linear(3, 3)
dropout = nn.Dropout(0.5)


def part(value):
    print("computed")
    return dropout(torch.tanh(layer(value)))


y = checkpoint(part, x, use_reentrant=False)
print(y)
y.sum().backward()
print(x.grad, layer.bias.grad)

model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2), nn.Tanh())
out = checkpoint_sequential(model, 2, x, use_reentrant=False)
print(out.grad_fn.name())
out.sum().backward()
print(model[0].weight.grad)
with torch.no_grad():
    print(checkpoint(part, x, use_reentrant=False).requires_grad)
