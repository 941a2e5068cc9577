# atexit: functions for the end of the program; a notebook has none.


def register(func, *args, **keywords):
    """The function itself: a notebook has no end."""
    return func


def unregister(func):
    """Does nothing."""
