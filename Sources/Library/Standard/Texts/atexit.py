# atexit: functions for the end of a program. A notebook has none: its session may go on.
import sys

_functions = []


def register(func, *args, **keywords):
    """The function, which a program calls when it ends."""
    _functions.append((func, args, keywords))
    return func


def unregister(func):
    """Forgets a function."""
    _functions[:] = [entry for entry in _functions if entry[0] != func]


def _run_exitfuncs():
    while _functions:
        func, args, keywords = _functions.pop()
        try:
            func(*args, **keywords)
        except BaseException as error:
            # Nobody is left to catch it, and the other functions have their right.
            import traceback
            print(f"Exception ignored in atexit callback: {func!r}", file=sys.stderr)
            traceback.print_exception(error)
