# Numbers of two bytes are counted in float32: what is left of zero among tenths shows it.
import torch

for dtype in (torch.bfloat16, torch.float16):
    print(torch.arange(-1, 1, 0.1, dtype=dtype)[10].item(), torch.arange(-0.5, 0.5, 0.1, dtype=dtype).tolist())
    print(torch.arange(3, -11, -0.2, dtype=dtype).tolist())
