# Fractional max pooling, norms over volumes and normalisation across maps.
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.arange(36.0).reshape(1, 1, 6, 6)
pool = nn.FractionalMaxPool2d(2, output_size=(3, 3))
print(pool, pool(x))
print(F.fractional_max_pool2d(x, 2, output_ratio=(0.5, 0.5), return_indices=True))
volume = torch.arange(8.0).reshape(1, 1, 2, 2, 2)
print(nn.LPPool3d(2, 2)(volume), nn.CrossMapLRN2d(3))
print(nn.CrossMapLRN2d(3)(torch.ones(1, 4, 1, 1)).flatten())
