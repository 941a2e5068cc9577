# traceback: what went wrong, as text.
import sys

from _source import traceback_entries


def _name(cls):
    return cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else f"{cls.__module__}.{cls.__qualname__}"


def format_exception_only(exc, value=None):
    error = exc if value is None else value
    text = str(error)
    lines = [f"{_name(type(error))}: {text}\n" if text else f"{_name(type(error))}\n"]
    return lines + [f"{note}\n" for note in getattr(error, "__notes__", ())]


def _chain(error):
    if error.__cause__ is not None:
        yield from _chain(error.__cause__)
        yield "\nThe above exception was the direct cause of the following exception:\n\n"
    elif error.__context__ is not None and not error.__suppress_context__:
        yield from _chain(error.__context__)
        yield "\nDuring handling of the above exception, another exception occurred:\n\n"
    entries = traceback_entries(error)
    if entries:
        yield "Traceback (most recent call last):\n"
    for file, line, function in entries:
        yield f'  File "{file}", line {line}, in {function}\n'
    yield from format_exception_only(error)


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    return list(_chain(exc if value is None else value))


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write("".join(format_exception(exc, value)))


def format_exc(limit=None, chain=True):
    error = sys.exc_info()[1]
    return "NoneType: None\n" if error is None else "".join(format_exception(error))


def print_exc(limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write(format_exc())


def format_tb(tb, limit=None):
    return []


def print_stack(f=None, limit=None, file=None):
    pass
