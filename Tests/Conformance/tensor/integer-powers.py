# whole numbers to whole powers: one negative number is refused, elements of tensors are not
import torch

base = torch.tensor([1, -1, -1, 2, 0, 3])
print(base ** torch.tensor([-2, -2, -3, -1, 2, 4]))
print(torch.pow(torch.tensor([2, 3], dtype=torch.int8), torch.tensor([7, 5], dtype=torch.int8)))
try:
    print(base ** -1)
except RuntimeError as error:
    print(error)
print(base.float() ** -1)
