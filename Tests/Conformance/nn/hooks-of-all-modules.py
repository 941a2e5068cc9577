# hooks around every module, and before state_dict
import torch
from torch import nn
from torch.nn.modules.module import (
    register_module_forward_hook,
    register_module_forward_pre_hook,
    register_module_full_backward_hook,
)

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
x = torch.ones(1, 2, requires_grad=True)
handles = [
    register_module_forward_pre_hook(lambda module, args: print("before", type(module).__name__)),
    register_module_forward_hook(lambda module, args, output: print("after", type(module).__name__, tuple(output.shape))),
    register_module_full_backward_hook(lambda module, inputs, outputs: print("back", type(module).__name__)),
]
model[1].register_forward_hook(lambda module, args, output: print("own"))
model(x).sum().backward()
for handle in handles:
    handle.remove()
print(model(x).shape)
model.register_state_dict_pre_hook(lambda module, prefix, keep_vars: print("saving", repr(prefix), keep_vars))
print(list(model.state_dict()))
