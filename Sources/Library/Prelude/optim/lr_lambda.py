# torch.optim.lr_scheduler: schedules given by functions, and schedules made of schedules.
from bisect import bisect_right
from torch.optim.lr_scheduler import LRScheduler


class _FromFunctions(LRScheduler):
    """A schedule given by one function of the epoch for all groups, or by one for each."""

    def __init__(self, optimizer, lr_lambda, last_epoch=-1):
        self.optimizer = optimizer
        count = len(optimizer.param_groups)
        if isinstance(lr_lambda, (list, tuple)):
            if len(lr_lambda) != count:
                raise ValueError(f"Expected {count} lr_lambdas, but got {len(lr_lambda)}")
            self.lr_lambdas = list(lr_lambda)
        else:
            self.lr_lambdas = [lr_lambda] * count
        super().__init__(optimizer, last_epoch)

    def state_dict(self):
        """Everything but the optimizer; of the functions, the state of those that are objects."""
        state = {
            name: value for name, value in self.__dict__.items() if name not in ("optimizer", "lr_lambdas")
        }
        state["lr_lambdas"] = [
            None if type(function).__name__ == "function" else dict(function.__dict__)
            for function in self.lr_lambdas
        ]
        return state

    def load_state_dict(self, state_dict):
        """Takes back what `state_dict` gave."""
        rest = dict(state_dict)
        for function, saved in zip(self.lr_lambdas, rest.pop("lr_lambdas")):
            if saved is not None:
                function.__dict__.update(saved)
        self.__dict__.update(rest)


class LambdaLR(_FromFunctions):
    """The initial rate times a function of the epoch."""

    def get_lr(self):
        """The rates of this epoch."""
        return [base * function(self.last_epoch) for function, base in zip(self.lr_lambdas, self.base_lrs)]


class MultiplicativeLR(_FromFunctions):
    """The present rate times a function of the epoch."""

    def get_lr(self):
        """The rates of this epoch, from the present ones."""
        if self.last_epoch <= 0:
            return self._present()
        return [rate * function(self.last_epoch) for function, rate in zip(self.lr_lambdas, self._present())]


class SequentialLR(LRScheduler):
    """One schedule after another; the next one begins at each milestone."""

    def __init__(self, optimizer, schedulers, milestones, last_epoch=-1):
        if len(schedulers) < 1:
            raise ValueError(f"{type(self).__name__} expects at least one scheduler, but got no scheduler.")
        for i, scheduler in enumerate(schedulers):
            if scheduler.optimizer is not optimizer:
                raise ValueError(
                    f"{type(self).__name__} expects all schedulers to belong to the same optimizer, but got "
                    f"scheduler {type(scheduler).__name__} at index {i} has {scheduler.optimizer}, which is "
                    f"different from {type(optimizer).__name__}."
                )
        if len(milestones) != len(schedulers) - 1:
            raise ValueError(
                "Sequential Schedulers expects number of schedulers provided to be one more than the number of "
                f"milestone points, but got number of schedulers {len(schedulers)} and the number of milestones to "
                f"be equal to {len(milestones)}"
            )
        self._schedulers = schedulers
        self._milestones = milestones
        self.last_epoch = last_epoch + 1
        self.optimizer = optimizer
        # each schedule took its first step when it was made: undo those, then take the first one's again
        for group in optimizer.param_groups:
            group["lr"] = group["initial_lr"]
        for scheduler in schedulers:
            scheduler.last_epoch -= 1
        schedulers[0]._initial_step()
        self._last_lr = schedulers[0].get_last_lr()

    def step(self):
        """Goes on to the next epoch."""
        self.last_epoch += 1
        place = bisect_right(self._milestones, self.last_epoch)
        scheduler = self._schedulers[place]
        if place > 0 and self._milestones[place - 1] == self.last_epoch:
            scheduler.step(0)
        else:
            scheduler.step()
        self._last_lr = scheduler.get_last_lr()

    def state_dict(self):
        """Everything but the optimizer, with the state of each schedule."""
        return _nested_state(self)

    def load_state_dict(self, state_dict):
        """Takes back what `state_dict` gave."""
        _load_nested_state(self, state_dict)


class ChainedScheduler(LRScheduler):
    """Several schedules at once; each changes what the one before left."""

    def __init__(self, schedulers, optimizer=None):
        if len(schedulers) < 1:
            raise ValueError(
                f"{type(self).__name__} expects at least one scheduler to be chained, but got no scheduler."
            )
        self.optimizer = optimizer or schedulers[0].optimizer
        for i, scheduler in enumerate(schedulers):
            if scheduler.optimizer is not self.optimizer:
                raise ValueError(
                    f"{type(self).__name__} expects all schedulers to belong to the same optimizer, but got "
                    f"scheduler {type(scheduler).__name__} at index {i} has {scheduler.optimizer}, which is "
                    f"different from {type(self.optimizer).__name__}."
                )
        self._schedulers = schedulers
        self._last_lr = [group["lr"] for group in self.optimizer.param_groups]

    def step(self):
        """Takes one step of each schedule."""
        for scheduler in self._schedulers:
            scheduler.step()
        self._last_lr = self._present()

    def state_dict(self):
        """Everything but the optimizer, with the state of each schedule."""
        return _nested_state(self)

    def load_state_dict(self, state_dict):
        """Takes back what `state_dict` gave."""
        _load_nested_state(self, state_dict)


def _nested_state(scheduler):
    state = {
        name: value for name, value in scheduler.__dict__.items() if name not in ("optimizer", "_schedulers")
    }
    state["_schedulers"] = [inner.state_dict() for inner in scheduler._schedulers]
    return state


def _load_nested_state(scheduler, state_dict):
    rest = dict(state_dict)
    for inner, saved in zip(scheduler._schedulers, rest.pop("_schedulers")):
        inner.load_state_dict(saved)
    scheduler.__dict__.update(rest)
