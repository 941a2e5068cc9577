# torch.nn.modules.adaptive (torch.nn, torch.nn.modules): AdaptiveLogSoftmaxWithLoss, a softmax over very many classes.
import torch
import torch.nn.functional as F
from collections import namedtuple
from torch.nn.modules.container import ModuleList, Sequential
from torch.nn.modules.linear import Linear
from torch.nn.modules.module import Module

_ASMoutput = namedtuple("_ASMoutput", ["output", "loss"])


class AdaptiveLogSoftmaxWithLoss(Module):
    """Frequent classes get their own output, rare ones share clusters of smaller width (Grave et al. 2017).

    The classes are sorted by frequency; `cutoffs` says where the clusters begin."""

    def __init__(
        self, in_features, n_classes, cutoffs, div_value=4.0, head_bias=False, device=None, dtype=None
    ):
        super().__init__()
        cutoffs = list(cutoffs)
        if not cutoffs:
            raise ValueError("cutoffs should be a sequence of length larger than 0")
        if cutoffs != sorted(set(cutoffs)) or min(cutoffs) <= 0 or max(cutoffs) > n_classes - 1:
            raise ValueError(
                "cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each "
                "value is between 1 and n_classes-1"
            )
        self.in_features = in_features
        self.n_classes = n_classes
        self.cutoffs = cutoffs + [n_classes]
        self.div_value = div_value
        self.head_bias = head_bias
        self.shortlist_size = self.cutoffs[0]
        self.n_clusters = len(self.cutoffs) - 1
        self.head_size = self.shortlist_size + self.n_clusters
        place = {"device": device, "dtype": dtype}
        self.head = Linear(in_features, self.head_size, bias=head_bias, **place)
        self.tail = ModuleList()
        for i in range(self.n_clusters):
            width = int(in_features // (div_value ** (i + 1)))
            size = self.cutoffs[i + 1] - self.cutoffs[i]
            first = Linear(in_features, width, bias=False, **place)
            self.tail.append(Sequential(first, Linear(width, size, bias=False, **place)))

    def log_prob(self, input):
        """The logarithm of the probability of every class."""
        head = F.log_softmax(self.head(input), dim=1)
        parts = [head[:, : self.shortlist_size]]
        for i, cluster in enumerate(self.tail):
            inside = F.log_softmax(cluster(input), dim=1)
            parts.append(inside + head[:, self.shortlist_size + i].unsqueeze(1))
        return torch.cat(parts, dim=1)

    def predict(self, input):
        """The most probable class."""
        return self.log_prob(input).argmax(dim=1)

    def forward(self, input, target):
        single = target.dim() == 0
        rows = input.unsqueeze(0) if single else input
        targets = target.unsqueeze(0) if single else target
        if rows.shape[0] != targets.shape[0]:
            raise RuntimeError("Input and target should have the same size in the batch dimension.")
        low, high = targets.min().item(), targets.max().item()
        if low < 0 or high >= self.n_classes:
            raise RuntimeError(
                f"Target values should be in [0, {self.n_classes - 1}], but values in range [{low}, {high}] were "
                "found. "
            )
        chosen = self.log_prob(rows).gather(1, targets.unsqueeze(1)).squeeze(1)
        loss = (-chosen).mean()
        return _ASMoutput(chosen.squeeze(0) if single else chosen, loss)
