# torch.profiler (torch.autograd.profiler): profiling as a frame around code; a session measures nothing.
from enum import Enum


class ProfilerActivity(Enum):
    """What could be measured."""

    CPU = 0
    CUDA = 2


class ProfilerAction(Enum):
    """What a schedule says of a step."""

    NONE = 0
    WARMUP = 1
    RECORD = 2
    RECORD_AND_SAVE = 3


def schedule(*, wait, warmup, active, repeat=0, skip_first=0, skip_first_wait=0):
    """Which steps would be measured."""

    def action(step):
        if step < skip_first:
            return ProfilerAction.NONE
        length = wait + warmup + active
        cycle, place = divmod(step - skip_first, length)
        if (repeat > 0 and cycle >= repeat) or place < wait:
            return ProfilerAction.NONE
        if place < wait + warmup:
            return ProfilerAction.WARMUP
        return ProfilerAction.RECORD if place < length - 1 else ProfilerAction.RECORD_AND_SAVE

    return action


def tensorboard_trace_handler(dir_name, worker_name=None, use_gzip=False):
    """Something to call when a trace is ready; it writes nothing."""
    return lambda prof: None


class record_function:
    """A name for a stretch of code."""

    def __init__(self, name, args=None):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return False


class _Averages(list):
    def table(self, sort_by=None, row_limit=100, **options):
        """No rows: nothing was measured."""
        return ""

    def total_average(self):
        """Nothing."""
        return None


class profile:
    """Runs a block as it is; `step` counts."""

    def __init__(
        self, *, activities=None, schedule=None, on_trace_ready=None, record_shapes=False, profile_memory=False,
        with_stack=False, with_flops=False, with_modules=False, **options,
    ):
        self.activities = activities
        self.schedule = schedule
        self.on_trace_ready = on_trace_ready
        self.step_num = 0

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, error, traceback):
        self.stop()
        return False

    def start(self):
        """Begins."""

    def stop(self):
        """Ends."""
        if self.schedule is None and self.on_trace_ready is not None:
            self.on_trace_ready(self)

    def step(self):
        """Says that a step of the training is done."""
        done = None if self.schedule is None else self.schedule(self.step_num)
        self.step_num += 1
        if done is ProfilerAction.RECORD_AND_SAVE and self.on_trace_ready is not None:
            self.on_trace_ready(self)

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0):
        """An empty list."""
        return _Averages()

    def events(self):
        """An empty list."""
        return []

    def export_chrome_trace(self, path):
        """Writes nothing."""
