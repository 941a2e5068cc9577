# torch.utils.data.dataloader (torch.utils.data): DataLoader, batches of a dataset one after the other.
import torch
from torch.utils.data.dataset import IterableDataset, TensorDataset
from torch.utils.data._utils.collate import default_collate, default_convert
from torch.utils.data._utils.worker import Worker
from torch.utils.data.sampler import BatchSampler, RandomSampler, SequentialSampler


# what the order of the batches hangs on
_FIXED = ("batch_size", "batch_sampler", "sampler", "drop_last", "dataset", "persistent_workers")


class DataLoader:
    """Iterates over batches of a dataset. Workers take turns in the one process of the session."""

    def __init__(
        self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0, collate_fn=None,
        pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None, multiprocessing_context=None,
        generator=None, *, prefetch_factor=None, persistent_workers=False, pin_memory_device="", in_order=True,
    ):
        if num_workers < 0:
            raise ValueError(
                "num_workers option should be non-negative; use num_workers=0 to disable multiprocessing."
            )
        if timeout < 0:
            raise ValueError("timeout option should be non-negative")
        if num_workers == 0 and prefetch_factor is not None:
            raise ValueError(
                "prefetch_factor option could only be specified in multiprocessing."
                "let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None."
            )
        if persistent_workers and num_workers == 0:
            raise ValueError("persistent_workers option needs num_workers > 0")
        if multiprocessing_context is not None and num_workers == 0:
            raise ValueError(
                "multiprocessing_context can only be used with multi-process loading (num_workers > 0), but got "
                f"num_workers={num_workers}"
            )
        self.dataset = dataset
        self.num_workers = num_workers
        self.prefetch_factor = 2 if num_workers > 0 and prefetch_factor is None else prefetch_factor
        self.pin_memory = pin_memory
        self.pin_memory_device = pin_memory_device
        self.timeout = timeout
        self.worker_init_fn = worker_init_fn
        self.multiprocessing_context = multiprocessing_context
        self.persistent_workers = persistent_workers
        self._streams = isinstance(dataset, IterableDataset)
        if self._streams:
            _check_stream(shuffle, sampler, batch_sampler)
            shuffle = False
        if sampler is not None and shuffle:
            raise ValueError("sampler option is mutually exclusive with shuffle")
        if batch_sampler is not None:
            if batch_size != 1 or shuffle or sampler is not None or drop_last:
                raise ValueError(
                    "batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last"
                )
            batch_size = None
        elif batch_size is None and drop_last:
            raise ValueError(
                "batch_size=None option disables auto-batching and is mutually exclusive with drop_last"
            )
        if sampler is None:
            if self._streams:
                sampler = _Endless()
            elif shuffle:
                sampler = RandomSampler(dataset, generator=generator)
            else:
                sampler = SequentialSampler(dataset)
        if batch_size is not None and batch_sampler is None:
            batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.batch_size = batch_size
        self.drop_last = drop_last
        self.sampler = sampler
        self.batch_sampler = batch_sampler
        self.generator = generator
        if collate_fn is None:
            collate_fn = default_convert if batch_sampler is None else default_collate
        self.collate_fn = collate_fn
        self._crew = None
        self._begun = True

    def __setattr__(self, name, value):
        if "_begun" in self.__dict__ and name in _FIXED:
            raise ValueError(f"{name} attribute should not be set after {type(self).__name__} is initialized")
        super().__setattr__(name, value)

    def __iter__(self):
        if self._crew is not None and self.persistent_workers:
            return _MultiProcessingDataLoaderIter(self, _turns(self))
        # every other iterator draws one number, whether it shuffles or not
        seed = torch.empty((), dtype=torch.int64).random_(generator=self.generator).item()
        if self.num_workers == 0:
            return _SingleProcessDataLoaderIter(self, _steps(self))
        self._crew = [Worker(self, place, seed) for place in range(self.num_workers)]
        return _MultiProcessingDataLoaderIter(self, _turns(self))

    def __len__(self):
        if self._streams:
            count = len(self.dataset)
            if self.batch_size is None:
                return count
            full, rest = divmod(count, self.batch_size)
            return full if self.drop_last or rest == 0 else full + 1
        return len(self.sampler if self.batch_sampler is None else self.batch_sampler)


class _SingleProcessDataLoaderIter:
    """One pass over a loader's dataset."""

    def __init__(self, loader, steps):
        self._loader = loader
        self._steps = steps

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._steps)

    def __len__(self):
        return len(self._loader)


class _MultiProcessingDataLoaderIter(_SingleProcessDataLoaderIter):
    """One pass over a loader's dataset by workers."""


def _steps(loader):
    """The batches as the main process makes them."""
    if loader._streams:
        yield from _stream(loader, loader.dataset)
        return
    for indices in _index_sampler(loader):
        yield _fetched(loader, loader.dataset, indices)


def _turns(loader):
    """The batches as workers make them in turn; a worker whose stream ends is left out."""
    if not loader._streams:
        for turn, indices in enumerate(_index_sampler(loader)):
            worker = loader._crew[turn % loader.num_workers]
            yield worker.call(_fetched, loader, worker.info.dataset, indices)
        return
    end = object()
    lines = [(worker, _stream(loader, worker.info.dataset)) for worker in loader._crew]
    while lines:
        left = []
        for worker, line in lines:
            batch = worker.call(next, line, end)
            if batch is not end:
                left.append((worker, line))
                yield batch
        lines = left


def _index_sampler(loader):
    return loader.sampler if loader.batch_sampler is None else loader.batch_sampler


def _fetched(loader, dataset, indices):
    """One batch, or one sample where there are no batches."""
    collate = loader.collate_fn
    if loader.batch_sampler is None:
        return collate(dataset[indices])
    if type(dataset) is TensorDataset and collate is default_collate:
        return dataset._collated(indices)
    if hasattr(dataset, "__getitems__") and dataset.__getitems__:
        return collate(dataset.__getitems__(indices))
    return collate([dataset[index] for index in indices])


def _stream(loader, dataset):
    samples = iter(dataset)
    if loader.batch_sampler is None:
        for sample in samples:
            yield loader.collate_fn(sample)
        return
    for places in loader.batch_sampler:
        batch = []
        for _ in places:
            try:
                batch.append(next(samples))
            except StopIteration:
                break
        if not batch or (loader.drop_last and len(batch) < len(places)):
            return
        yield loader.collate_fn(batch)
        if len(batch) < len(places):
            return


class _Endless:
    """The sampler of a stream: it says nothing but "one more"."""

    def __iter__(self):
        while True:
            yield None


def _check_stream(shuffle, sampler, batch_sampler):
    prefix = "DataLoader with IterableDataset: expected unspecified"
    if shuffle not in (None, False):
        raise ValueError(f"{prefix} shuffle option, but got shuffle={shuffle}")
    if sampler is not None:
        raise ValueError(f"{prefix} sampler option, but got sampler={sampler}")
    if batch_sampler is not None:
        raise ValueError(f"{prefix} batch_sampler option, but got batch_sampler={batch_sampler}")
