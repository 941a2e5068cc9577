# Streams with workers: every worker runs through its own copy, so the dataset shares the work out itself.
from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class Everything(IterableDataset):
    def __iter__(self):
        return iter(range(5))


class Shared(IterableDataset):
    def __init__(self, start, end):
        self.start, self.end = start, end

    def __iter__(self):
        worker = get_worker_info()
        if worker is None:
            return iter(range(self.start, self.end))
        return iter(range(self.start + worker.id, self.end, worker.num_workers))


def split(worker_id):
    worker = get_worker_info()
    share = (worker.dataset.end - worker.dataset.start) // worker.num_workers
    worker.dataset.start += share * worker.id
    worker.dataset.end = worker.dataset.start + share


class Plain(Shared):
    def __iter__(self):
        return iter(range(self.start, self.end))


print([batch.tolist() for batch in DataLoader(Everything(), batch_size=2, num_workers=2)])
print([batch.tolist() for batch in DataLoader(Shared(0, 10), batch_size=3, num_workers=0)])
print([batch.tolist() for batch in DataLoader(Shared(0, 10), batch_size=3, num_workers=3)])
print([batch.tolist() for batch in DataLoader(Shared(0, 10), batch_size=3, num_workers=2, drop_last=True)])
print(list(DataLoader(Shared(3, 7), batch_size=None, num_workers=2)))
print([batch.tolist() for batch in DataLoader(Plain(0, 8), batch_size=2, num_workers=2, worker_init_fn=split)])
