# functions that keep what backward needs, and bring it back
import torch
from torch.autograd.graph import save_on_cpu, saved_tensors_hooks

x = torch.tensor([1.0, 2.0], requires_grad=True)


def pack(tensor):
    print("pack", tensor.tolist())
    return tensor.tolist()


def unpack(kept):
    print("unpack", kept)
    return torch.tensor(kept) * 10


with saved_tensors_hooks(pack, unpack):
    y = (x * x).sum()
y.backward()
print(x.grad)

with saved_tensors_hooks(lambda tensor: tensor.shape, lambda kept: kept):
    y = (x * x).sum()
try:
    y.backward()
except TypeError as error:
    print(error)

with save_on_cpu():
    y = (x**3).sum()
print(torch.autograd.grad(y, x))
node = (x * x).grad_fn
print(node._saved_self, node._saved_other)
print(x.exp().grad_fn._saved_result)
