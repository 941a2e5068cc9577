# Functions that an optimizer calls around its steps and its state.
import torch
from torch import nn, optim

weight = nn.Parameter(torch.ones(2))
optimizer = optim.SGD([weight], lr=0.1)
optimizer.register_step_pre_hook(lambda opt, args, kwargs: print("before", len(args), kwargs))
handle = optimizer.register_step_post_hook(lambda opt, args, kwargs: print("after"))
optimizer.register_state_dict_post_hook(lambda opt, state: print(list(state)))
optimizer.register_load_state_dict_pre_hook(lambda opt, state: print("load"))
weight.sum().backward()
optimizer.step()
handle.remove()
optimizer.step()
optimizer.load_state_dict(optimizer.state_dict())
print(weight)
