# What hooks may answer, and custom functions used a second time.
import torch
from torch.autograd import Function

x = torch.tensor([1.0, 2.0], requires_grad=True)
for answer in (torch.ones(5), 3):
    y = x * 2
    y.register_hook(lambda grad: answer)
    try:
        y.sum().backward()
    except Exception as error:
        print(type(error).__name__, error)


class Square(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return 2 * x * grad


z = Square.apply(x).sum()
z.backward()
print(x.grad)
try:
    z.backward()
except RuntimeError as error:
    print(str(error)[:61])
print((x % 3.0).grad_fn.name(), (x % x).grad_fn.name(), torch.fmod(x, 2).grad_fn.name())
