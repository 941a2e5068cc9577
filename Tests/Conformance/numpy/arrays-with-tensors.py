import numpy as np
import torch

t, a = torch.ones(2), np.full(2, 2.0)
print(t + a, t - a, t * a, t / a, t ** a, t @ a, t == a)
print(np.add(t, a), np.exp(t), np.maximum(t, a), np.float32(3) * t, t / np.float64(2))
print(np.concatenate([t, a]), np.stack([t, t]), torch.from_numpy(a)[0].item())
for wrong in (lambda: torch.add(t, a), lambda: torch.from_numpy(a[::-1]), lambda: torch.exp(a), lambda: a * t):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(str(error).splitlines()[0])
