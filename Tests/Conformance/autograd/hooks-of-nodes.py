# hooks on operations of the graph and on several gradients
import torch
from torch.autograd.graph import register_multi_grad_hook

x = torch.tensor([1.0, 2.0], requires_grad=True)
w = torch.tensor([3.0, 4.0], requires_grad=True)
y = x * w
handle = y.grad_fn.register_hook(lambda inputs, outputs: print("inputs", inputs, "outputs", outputs))
y.grad_fn.register_prehook(lambda outputs: (outputs[0] * 2,))
y.sum().backward()
print(x.grad, w.grad)

y = x * 5
y.grad_fn.register_hook(lambda inputs, outputs: (inputs[0] + 1, None))
handle.remove()
y.sum().backward()
print(x.grad)

handle = register_multi_grad_hook((x, w), lambda grads: print("both", grads))
(x * w).sum().backward()
handle.remove()
(x + w).sum().backward()
