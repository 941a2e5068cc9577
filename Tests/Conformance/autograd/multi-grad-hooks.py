# A hook on the gradients of several tensors: called once in each backward, with None for what does not come.
import torch
from torch.autograd.graph import get_gradient_edge, register_multi_grad_hook

x = torch.tensor([1.0, 2.0], requires_grad=True)
a, b = x * 2, x * 3
hook = register_multi_grad_hook((a, b, x), lambda grads: print("all", grads))
a.sum().backward(retain_graph=True)
(a + b).sum().backward(retain_graph=True)
hook.remove()
hook = register_multi_grad_hook((a, b), lambda grad: print("any", grad), mode="any")
(a * 5 + b).sum().backward(retain_graph=True)
b.sum().backward()
hook.remove()
edge = get_gradient_edge(a)
print(edge.node.name(), edge.output_nr, get_gradient_edge(x).node.name())
print(torch.is_anomaly_enabled(), torch.is_inference(x))
