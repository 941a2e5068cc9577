# Windows of signals, and slopes of sampled functions.
import torch

print(torch.hann_window(5), torch.hann_window(5, periodic=False))
print(torch.hamming_window(4), torch.bartlett_window(5), torch.kaiser_window(5))
y = torch.tensor([3.0, 1.0, 2.0, 1.0, 3.0])
print(torch.gradient(y), torch.gradient(y, spacing=2.0))
print(torch.gradient(y, edge_order=2))
print(torch.gradient(y, spacing=(torch.tensor([0.0, 1.0, 3.0, 4.0, 9.0]),)))
print(torch.gradient(torch.arange(6.0).reshape(2, 3) ** 2))
print(torch.trapz(y))
