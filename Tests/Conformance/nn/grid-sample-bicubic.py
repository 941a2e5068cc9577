# images read between pixels by cubics, and made smaller with antialiasing
import torch
import torch.nn.functional as F

image = torch.arange(16.0).reshape(1, 1, 4, 4)
image.requires_grad_()
grid = torch.tensor([[[[-0.5, -0.5], [0.1, 0.3]], [[0.9, -1.2], [0.0, 0.0]]]])
for padding in ["zeros", "border", "reflection"]:
    for corners in [True, False]:
        print(padding, corners, F.grid_sample(image, grid, mode="bicubic", padding_mode=padding, align_corners=corners).detach())
F.grid_sample(image, grid, mode="bicubic", align_corners=True).sum().backward()
print(image.grad)

image = torch.arange(36.0).reshape(1, 1, 6, 6).requires_grad_()
for mode in ["bilinear", "bicubic"]:
    small = F.interpolate(image, size=(3, 2), mode=mode, antialias=True)
    print(small)
    print(F.interpolate(image, scale_factor=0.4, mode=mode, antialias=True).shape)
F.interpolate(image, size=3, mode="bilinear", antialias=True)[0, 0, 1, 1].backward()
print(image.grad)
