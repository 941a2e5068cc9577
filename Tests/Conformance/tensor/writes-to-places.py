# Rarer ways to write to places, loops over elements, and what only complex numbers would change.
import numpy as np
import torch

x = torch.arange(6.0).view(2, 3)
index = torch.tensor([0, 0])
for reduce in ("prod", "mean", "amax", "amin"):
    print(reduce, x.index_reduce(0, index, torch.full((2, 3), 2.0), reduce), x.index_reduce(1, index, torch.ones(2, 2), reduce, include_self=False))
print(torch.put(x, torch.tensor([1, -1]), torch.tensor([9.0, 8.0])), x.put(torch.tensor([0, 0]), torch.ones(2), accumulate=True))
print(x.as_strided_scatter(torch.ones(2), (2,), (3,)), torch.fill(x, 7))
print(torch.nonzero_static(x > 3, size=3), torch.nonzero_static(x > 3, size=1), torch.narrow_copy(x, 1, 0, 2))
print(torch.arange(3.0).apply_(lambda v: v * 2 + 1), torch.ones(2).map_(torch.arange(2.0), lambda a, b: a - b))
print(x.sum_to_size(3), x.sum_to_size(2, 1), torch.ones(2, 3).swapaxes_(0, 1).shape)
print(torch.real(x), x.conj(), torch.angle(torch.tensor([1.0, -2.0, 0.0])), x.is_conj(), x.resolve_neg() is x)
try:
    torch.imag(x)
except TypeError as error:
    print(error)
for value in (np.ones(3), np.float32(3), [1.0, 2.0, 3.0], np.float64(2), np.int64(1)):
    try:
        x[0] = value
        print(x[0])
    except TypeError as error:
        print(error)
