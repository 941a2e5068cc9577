# The keys of a state, its versions, and states without them.
import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
state = model.state_dict()
print(state.keys())
print(nn.Linear(1, 1).state_dict()._metadata)
print(state._metadata["1"])
plain = {name: value for name, value in state.items() if "tracked" not in name}
print(model.load_state_dict(plain))
try:
    model.load_state_dict({"0.weight": torch.ones(2, 2)})
except RuntimeError as error:
    print(error)
