# Pruning methods as classes: applied, combined, written by oneself, taken off.
import torch
import torch.nn as nn
from torch.nn.utils import prune


class EveryOther(prune.BasePruningMethod):
    PRUNING_TYPE = "unstructured"

    def compute_mask(self, t, default_mask):
        mask = default_mask.clone()
        mask.view(-1)[::2] = 0
        return mask


torch.manual_seed(0)
layer = nn.Linear(4, 3)
prune.random_unstructured(layer, "weight", 0.25)
print(layer.weight_mask)
prune.ln_structured(layer, "weight", amount=1, n=2, dim=0)
print(layer.weight_mask)
method = list(layer._forward_pre_hooks.values())[0]
print(type(method).__name__, len(method), [type(part).__name__ for part in method])
EveryOther.apply(layer, "bias")
print(layer.bias, [name for name, _ in layer.named_buffers()])
prune.global_unstructured([(layer, "weight"), (layer, "bias")], prune.L1Unstructured, amount=2)
print(layer.weight_mask, layer.bias_mask)
print(prune.is_pruned(layer), len(layer._forward_pre_hooks))
prune.remove(layer, "weight")
prune.remove(layer, "bias")
print(layer._forward_pre_hooks, [name for name, _ in layer.named_parameters()])
half = prune.L1Unstructured(amount=0.5)
print(half.prune(torch.tensor([3.0, -1.0, 2.0, 0.5])))
scores = torch.tensor([[4.0, 3.0], [2.0, 1.0]])
print(prune.l1_unstructured(nn.Linear(2, 2), "weight", amount=2, importance_scores=scores).weight_mask)
for call in (
    lambda: prune.random_structured(layer, "bias", amount=1, dim=0),
    lambda: prune.ln_structured(layer, "weight", amount=9, n=2, dim=0),
    lambda: prune.L1Unstructured(amount=-1),
    lambda: prune.L1Unstructured("some"),
    lambda: prune.remove(layer, "bias"),
):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
