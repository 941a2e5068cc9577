# Which results are bfloat16 inside torch.autocast on the processor.
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
x = torch.randn(5, 3)
target = torch.tensor([0, 1, 1, 0, 1])
with torch.autocast(device_type="cpu", dtype=torch.bfloat16):
    out = model(x)
    loss = F.cross_entropy(out, target)
    print(out.dtype, loss.dtype, (x @ x.T).dtype, F.relu(x).dtype, (out + 1.0).dtype)
    print(torch.is_autocast_enabled("cpu"), torch.get_autocast_dtype("cpu"))
loss.backward()
print(model[0].weight.grad.dtype, model(x).dtype, torch.is_autocast_enabled("cpu"))
with torch.autocast("cpu", enabled=False):
    print(model(x).dtype)


@torch.autocast("cpu")
def forward(x):
    return model(x).dtype


print(forward(x))
