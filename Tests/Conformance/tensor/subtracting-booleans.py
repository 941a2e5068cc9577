# truth values are added, but not subtracted
import torch

flags = torch.tensor([True, False])
print(flags + True, flags * 2.5, flags + 1)
for call in [
    lambda: torch.ones(2) - True, lambda: True - torch.ones(2), lambda: flags - 1, lambda: 1 - flags, lambda: flags - flags,
    lambda: -flags, lambda: torch.sub(torch.ones(2), True),
]:
    try:
        print(call())
    except NotImplementedError as error:
        print(error)
