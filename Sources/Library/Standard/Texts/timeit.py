# timeit: how long small functions take.
import time

default_timer = time.perf_counter


def timeit(stmt, setup=None, timer=default_timer, number=1000000, globals=None):
    """Seconds that a number of calls take."""
    if isinstance(stmt, str):
        raise NotImplementedError("timeit() takes functions here, not text")
    if callable(setup):
        setup()
    start = timer()
    for _ in range(number):
        stmt()
    return timer() - start


def repeat(stmt, setup=None, timer=default_timer, repeat=5, number=1000000, globals=None):
    """Seconds of several rounds."""
    return [timeit(stmt, setup, timer, number) for _ in range(repeat)]
