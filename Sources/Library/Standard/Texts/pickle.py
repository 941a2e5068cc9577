# pickle: values kept in the session; the bytes only name them.
import copy

_kept = []

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    """Something cannot be kept or found again."""


class PicklingError(PickleError):
    """Something cannot be kept."""


class UnpicklingError(PickleError):
    """Bytes that name no kept value."""


def dumps(obj, protocol=None):
    """Keeps a copy of a value; the bytes name it."""
    _kept.append(copy.deepcopy(obj))
    return b"litgrad-pickle:" + str(len(_kept) - 1).encode()


def loads(data, /, **options):
    """The value that bytes name."""
    if not data.startswith(b"litgrad-pickle:"):
        raise UnpicklingError("only what this session pickled can be unpickled")
    return copy.deepcopy(_kept[int(data.decode()[15:])])


def dump(obj, file, protocol=None):
    """Keeps a copy of a value and writes its name to a file."""
    file.write(dumps(obj))


def load(file, **options):
    """The value whose name stands in a file."""
    return loads(file.read())
