# randn in types of sixteen bits draws blocks of its own.
import torch

for dtype in (torch.float16, torch.bfloat16):
    torch.manual_seed(1)
    print(torch.randn(3, dtype=dtype))
    print(torch.randn(20, dtype=dtype))
    print(torch.rand(1))
torch.manual_seed(1)
print(torch.empty(33, dtype=torch.float16).normal_(2, 0.5)[-5:])
