# Workers of a loader: each has its own copy of the dataset, its own random numbers, and knows itself.
import random
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, get_worker_info


class Noisy(Dataset):
    def __init__(self):
        self.calls = 0

    def __len__(self):
        return 6

    def __getitem__(self, i):
        self.calls += 1
        worker = get_worker_info()
        return i, worker.id, worker.num_workers, self.calls, round(torch.rand(1).item(), 4), round(random.random(), 4), round(np.random.rand(), 4)


def first_seeds(worker_id):
    np.random.seed(worker_id)


torch.manual_seed(0)
data = Noisy()
loader = DataLoader(data, batch_size=2, num_workers=2, collate_fn=lambda batch: batch)
for epoch in range(2):
    for batch in loader:
        print(epoch, batch)
print(data.calls, get_worker_info())
loader = DataLoader(data, batch_size=2, num_workers=2, collate_fn=lambda batch: batch, worker_init_fn=first_seeds, persistent_workers=True)
for epoch in range(2):
    print([[sample[3:] for sample in batch] for batch in loader])
print(torch.rand(2))
generator = torch.Generator().manual_seed(7)
loader = DataLoader(range(8), batch_size=3, shuffle=True, num_workers=3, generator=generator)
print([batch.tolist() for batch in loader], [batch.tolist() for batch in loader])
