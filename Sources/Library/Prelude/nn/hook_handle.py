# torch.utils.hooks: the handle with which a hook is removed again.


class RemovableHandle:
    """Stands for one registered hook; `remove()`, or leaving a `with` block, takes it off."""

    next_id = 0

    def __init__(self, hooks, *, extra_dict=None):
        self.hooks = hooks
        self.companions = extra_dict
        self.id = RemovableHandle.next_id
        RemovableHandle.next_id += 1

    def remove(self):
        """Takes the hook off; a second call does nothing."""
        self.hooks.pop(self.id, None)
        if self.companions is not None:
            self.companions.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.remove()
