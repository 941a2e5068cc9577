# A Jacobian from one call of grad with stacked weights; what set_grad_enabled answers.
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
unused = torch.ones(2, requires_grad=True)
y = x**2 * x.sum()
(jacobian,) = torch.autograd.grad(y, x, torch.eye(3), is_grads_batched=True, retain_graph=True)
print(jacobian)
print(torch.autograd.grad(y, [x, unused], torch.eye(3)[:2], is_grads_batched=True, allow_unused=True))
print(torch.set_grad_enabled(False), torch.is_grad_enabled())
print(torch.set_grad_enabled(True), torch.is_grad_enabled())
