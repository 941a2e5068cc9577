# torch.compiler: what code asks of a compiler; every program here is compiled already, so functions come back as they are.


def is_compiling():
    """Whether a compiler reads the function that is running: never."""
    return False


def is_dynamo_compiling():
    """The same as `is_compiling`."""
    return False


def disable(fn=None, recursive=True, *, reason=None):
    """The function itself, also as a decorator."""
    return (lambda fn: fn) if fn is None else fn


def allow_in_graph(fn):
    """The function itself."""
    return fn


def reset():
    """Forgets compiled functions: there are none."""


def cudagraph_mark_step_begin():
    """Says that a step begins, which means nothing here."""
