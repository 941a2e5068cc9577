# traceback: the last line of what went wrong.
import sys


def format_exception_only(exc, value=None):
    error = exc if value is None else value
    text = str(error)
    return [f"{type(error).__name__}: {text}\n" if text else f"{type(error).__name__}\n"]


def format_exception(exc, value=None, tb=None):
    return ["Traceback (most recent call last):\n"] + format_exception_only(exc, value)


def print_exception(exc, value=None, tb=None, file=None):
    (file or sys.stderr).write("".join(format_exception(exc, value)))


def format_exc(limit=None, chain=True):
    return ""


def print_exc(limit=None, file=None, chain=True):
    pass
