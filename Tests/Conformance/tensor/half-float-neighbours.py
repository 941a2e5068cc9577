# spacing and variance of half floats
import torch

for dtype in [torch.float16, torch.bfloat16, torch.float32, torch.float64]:
    x = torch.tensor([1.0, -1.0, 2.0, 0.0], dtype=dtype)
    print(torch.nextafter(x, torch.full((4,), 10.0, dtype=dtype)))
    print((torch.nextafter(x, torch.zeros(4, dtype=dtype)) - x))
    print(torch.tensor([3, 1, 2, 0, 1], dtype=dtype).std(), torch.tensor([3, 1, 2, 0, 1], dtype=dtype).var())
