# torch.utils.data.distributed (torch.utils.data): the share of the samples that one of several processes takes.
import torch
from torch.utils.data.sampler import Sampler


class DistributedSampler(Sampler):
    """The share of the indices that one of num_replicas processes takes."""

    def __init__(self, dataset, num_replicas=None, rank=None, shuffle=True, seed=0, drop_last=False):
        self.dataset = dataset
        self.num_replicas = 1 if num_replicas is None else num_replicas
        self.rank = 0 if rank is None else rank
        if self.rank >= self.num_replicas or self.rank < 0:
            raise ValueError(f"Invalid rank {rank}, rank should be in the interval [0, {self.num_replicas - 1}]")
        self.epoch = 0
        self.drop_last = drop_last
        self.shuffle = shuffle
        self.seed = seed
        added = 0 if drop_last else self.num_replicas - 1
        self.num_samples = (len(dataset) + added) // self.num_replicas
        self.total_size = self.num_samples * self.num_replicas

    def __iter__(self):
        indices = list(range(len(self.dataset)))
        if self.shuffle:
            generator = torch.Generator()
            generator.manual_seed(self.seed + self.epoch)
            indices = torch.randperm(len(self.dataset), generator=generator).tolist()
        while len(indices) < self.total_size:
            indices += indices[: self.total_size - len(indices)]
        return iter(indices[self.rank : self.total_size : self.num_replicas])

    def __len__(self):
        return self.num_samples

    def set_epoch(self, epoch):
        """Says which epoch comes next, so that each is shuffled differently."""
        self.epoch = epoch
