# traceback: what went wrong, as text.
import sys

from _source import traceback_entries


def _name(cls):
    return cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else f"{cls.__module__}.{cls.__qualname__}"


def format_exception_only(exc, value=None):
    """The last lines: class and message."""
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
    """The lines of an exception with the calls that led there."""
    return list(_chain(exc if value is None else value))


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    """Writes the lines of an exception."""
    (sys.stderr if file is None else file).write("".join(format_exception(exc, value)))


def format_exc(limit=None, chain=True):
    """The exception being handled, as text."""
    error = sys.exc_info()[1]
    return "NoneType: None\n" if error is None else "".join(format_exception(error))


def print_exc(limit=None, file=None, chain=True):
    """Writes the exception being handled."""
    (sys.stderr if file is None else file).write(format_exc())


class FrameSummary:
    """A call of a traceback."""

    def __init__(self, filename, lineno, name):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.line = ""
        self.locals = None

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def extract_tb(tb, limit=None):
    """The calls of a traceback."""
    return [FrameSummary(*entry) for entry in traceback_entries(tb)][:limit]


def format_list(extracted_list):
    """Calls as lines."""
    return [f'  File "{frame[0]}", line {frame[1]}, in {frame[2]}\n' for frame in extracted_list]


def format_tb(tb, limit=None):
    """The calls of a traceback as lines."""
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    """Writes the calls of a traceback."""
    (sys.stderr if file is None else file).write("".join(format_tb(tb, limit)))


def walk_tb(tb):
    """The frames of a traceback with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


class TracebackException:
    """What an exception says, taken down."""

    def __init__(self, exc_type, exc_value, exc_traceback=None):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_value)
        self._lines = format_exception(exc_value)
        self._last = format_exception_only(exc_value)
        self._text = str(exc_value)

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc)

    def format(self, *, chain=True):
        yield from self._lines

    def format_exception_only(self):
        yield from self._last

    def __str__(self):
        return self._text


def print_stack(f=None, limit=None, file=None):
    """Writes the calls that are running."""
