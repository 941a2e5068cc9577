# Functions that have no answer for truth values.
import torch

mask = torch.tensor([True, False, True])
for name, call in [
    ("topk", lambda: mask.topk(1)),
    ("argmax", lambda: mask.argmax()),
    ("median", lambda: mask.median()),
    ("minus", lambda: mask - mask),
    ("mean", lambda: mask.mean()),
]:
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)
print(mask.max(), mask.sum(), mask.cumsum(0), mask.sort().indices)
