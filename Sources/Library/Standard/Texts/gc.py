# gc: what can be asked of the collector of cycles.


def enable():
    """Does nothing: the collector always works."""


def disable():
    """Does nothing: the collector always works."""


def isenabled():
    """Whether cycles are collected."""
    return True


def get_count():
    """How many objects each generation counts."""
    return (0, 0, 0)


def get_threshold():
    """When each generation is collected."""
    return (700, 10, 10)


def set_threshold(*thresholds):
    """Does nothing: the collector decides."""


def freeze():
    """Does nothing."""


def is_tracked(obj):
    """Whether the collector looks at an object."""
    return not isinstance(obj, (int, float, complex, str, bytes, type(None)))
