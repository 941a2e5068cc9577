# torch.utils.data._utils.worker (torch.utils.data): WorkerInfo, and the workers of a loader, which take turns in the one process of a session.
import copy
import random
import torch

_current = None


class WorkerInfo:
    """What a worker knows of itself: its number, how many there are, its seed, and its copy of the dataset."""

    def __init__(self, id, num_workers, seed, dataset):
        self.id = id
        self.num_workers = num_workers
        self.seed = seed
        self.dataset = dataset

    def __repr__(self):
        return "WorkerInfo(" + ", ".join(f"{name}={value}" for name, value in self.__dict__.items()) + ")"


def get_worker_info():
    """What the worker that loads the sample knows of itself; None in the main process."""
    return _current


class Worker:
    """A copy of a loader's dataset with random numbers of its own, as a process of its own would have them."""

    def __init__(self, loader, place, base_seed):
        self.info = WorkerInfo(place, loader.num_workers, base_seed + place, copy.copy(loader.dataset))
        self._states = None
        self.call(self._begin, base_seed, loader.worker_init_fn)

    def _begin(self, base_seed, worker_init_fn):
        numpy = _numpy()
        random.seed(self.info.seed)
        torch.manual_seed(self.info.seed)
        words = [self.info.id, base_seed & 0xFFFFFFFF, base_seed >> 32, 0]
        numpy.random.seed(numpy.random.SeedSequence(words).generate_state(4))
        if worker_init_fn is not None:
            worker_init_fn(self.info.id)

    def call(self, work, *args):
        """Does work as this worker: with its random numbers, and its information for `get_worker_info`."""
        global _current
        outer, outside = _current, _random_states()
        _current = self.info
        if self._states is not None:
            _restore(self._states)
        try:
            return work(*args)
        finally:
            self._states = _random_states()
            _restore(outside)
            _current = outer


def _numpy():
    # Only a loader with workers needs it.
    import numpy

    return numpy


def _random_states():
    return torch.get_rng_state(), random.getstate(), _numpy().random.get_state()


def _restore(states):
    torch.set_rng_state(states[0])
    random.setstate(states[1])
    _numpy().random.set_state(states[2])
