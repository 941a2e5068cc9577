# The tables of a module's hooks, empty before and after.
import torch
import torch.nn as nn

layer = nn.Linear(2, 2)
print(layer._forward_hooks, len(layer._forward_pre_hooks), layer._backward_hooks)
first = layer.register_forward_hook(lambda module, args, output: print("after"))
second = layer.register_forward_hook(lambda module, args, kwargs, output: print("with keywords", kwargs), with_kwargs=True, prepend=True)
layer(input=torch.ones(2))
print(len(layer._forward_hooks))
first.remove()
second.remove()
print(layer._forward_hooks)
