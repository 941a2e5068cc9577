# vmap with random numbers, and functional_call with names that do not fit.
import torch
from torch.func import functional_call, vmap

for randomness in ("different", "same", "error", "some"):
    torch.manual_seed(0)
    try:
        print(randomness, vmap(lambda x: torch.rand(3) + x, randomness=randomness)(torch.zeros(2)))
    except RuntimeError as error:
        print(randomness, error)
try:
    vmap(lambda x: x, chunk_size=0)(torch.ones(2))
except ValueError as error:
    print(error)
layer = torch.nn.Linear(3, 2)
ones = {"weight": torch.ones(2, 3), "bias": torch.ones(2)}
print(functional_call(layer, ones, torch.ones(3), strict=True))
print(torch.nn.utils.stateless.functional_call(layer, ones, torch.ones(3)))
try:
    functional_call(layer, {"weigh": torch.ones(2, 3)}, torch.ones(3), strict=True)
except RuntimeError as error:
    print(error)
