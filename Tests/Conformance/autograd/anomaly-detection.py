# Gradients that are nan become errors that name the operation.
import torch

x = torch.tensor([0.0], requires_grad=True)
try:
    with torch.autograd.detect_anomaly():
        (x / x).sum().backward()
except RuntimeError as error:
    print(error)
torch.autograd.set_detect_anomaly(True)
y = torch.tensor([-1.0], requires_grad=True)
try:
    y.sqrt().sum().backward()
except RuntimeError as error:
    print(error)
torch.autograd.set_detect_anomaly(False)
y.grad = None
y.sqrt().sum().backward()
print(y.grad)
