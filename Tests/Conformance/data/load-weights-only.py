# What torch.load gives back, what it shares and what it refuses.
import io
import torch
from torch import nn


def saved(value):
    buffer = io.BytesIO()
    torch.save(value, buffer)
    buffer.seek(0)
    return buffer


row = torch.arange(4.0)
both = torch.load(saved([row, row[:2]]))
both[0][0] = 9
print(both)
print(torch.load(saved(nn.Parameter(torch.ones(2)))))
try:
    torch.load(saved(nn.Linear(2, 2)))
except Exception as error:
    print(type(error).__name__, str(error).splitlines()[0][:60])
    print([line for line in str(error).splitlines() if "GLOBAL" in line][0][:120])
print(torch.load(saved(nn.Linear(2, 2)), weights_only=False))
