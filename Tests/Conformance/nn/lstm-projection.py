# LSTMs whose hidden state is projected, and cells called with wrong sizes.
import torch
from torch import nn

torch.manual_seed(0)
lstm = nn.LSTM(4, 3, 2, proj_size=2, bidirectional=True)
print(lstm, [tuple(p.shape) for p in lstm.parameters()][:5])
out, (h, c) = lstm(torch.randn(5, 2, 4))
print(out.shape, h.shape, c.shape)
print(out[0], out.grad_fn.name(), h.grad_fn.name())
for cell, x, state in (
    (nn.RNNCell(4, 2), torch.ones(3, 5), None),
    (nn.GRUCell(4, 2), torch.ones(3, 4), torch.ones(2, 2)),
    (nn.RNNCell(4, 2), torch.ones(3, 4), torch.ones(3, 3)),
):
    try:
        cell(x, state)
    except RuntimeError as error:
        print(error)
