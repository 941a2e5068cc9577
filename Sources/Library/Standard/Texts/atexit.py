# atexit: functions for the end of the program; a notebook has none.


def register(func, *args, **keywords):
    return func


def unregister(func):
    pass
