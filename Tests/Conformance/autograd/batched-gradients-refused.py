# Stacked weights that grad refuses: none, not stacked, no rows, different numbers of rows.
import torch

x = torch.ones(3, requires_grad=True)
for weights in (None, torch.tensor(1.0), torch.zeros(0, 3), [torch.ones(2, 3), torch.ones(1, 3)]):
    outputs = [x * 2, x * 3] if isinstance(weights, list) else x * 2
    try:
        print(torch.autograd.grad(outputs, x, weights, is_grads_batched=True))
    except (RuntimeError, IndexError, ValueError) as error:
        print(type(error).__name__, error)
