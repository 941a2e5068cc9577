# pickle: values kept in the session; the bytes only name them.
import copy

_kept = []

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def dumps(obj, protocol=None):
    _kept.append(copy.deepcopy(obj))
    return b"litgrad-pickle:" + str(len(_kept) - 1).encode()


def loads(data, /, **options):
    if not data.startswith(b"litgrad-pickle:"):
        raise UnpicklingError("only what this session pickled can be unpickled")
    return copy.deepcopy(_kept[int(data.decode()[15:])])


def dump(obj, file, protocol=None):
    file.write(dumps(obj))


def load(file, **options):
    return loads(file.read())
