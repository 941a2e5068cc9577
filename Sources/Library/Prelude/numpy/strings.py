# numpy.char, numpy.strings: methods of str on every element of an array.
import numpy as np


def _each(function, *operands):
    arrays = np.broadcast_arrays(*operands)
    values = [function(*items) for items in zip(*[a.ravel().tolist() for a in arrays])]
    return np.array(values).reshape(arrays[0].shape)[()]


def upper(a):
    return _each(lambda s: s.upper(), a)


def lower(a):
    return _each(lambda s: s.lower(), a)


def title(a):
    return _each(lambda s: s.title(), a)


def capitalize(a):
    return _each(lambda s: s.capitalize(), a)


def add(x1, x2):
    return _each(lambda s, t: s + t, x1, x2)


def multiply(a, i):
    return _each(lambda s, n: s * n, a, i)


def strip(a, chars=None):
    return _each(lambda s: s.strip(chars), a)


def replace(a, old, new, count=-1):
    return _each(lambda s, x, y: s.replace(x, y, count), a, old, new)


def startswith(a, prefix):
    return _each(lambda s, t: s.startswith(t), a, prefix)


def endswith(a, suffix):
    return _each(lambda s, t: s.endswith(t), a, suffix)


def find(a, sub):
    return _each(lambda s, t: s.find(t), a, sub)


def count(a, sub):
    return _each(lambda s, t: s.count(t), a, sub)


def str_len(a):
    return _each(len, a)


def isdigit(a):
    return _each(lambda s: s.isdigit(), a)


def isalpha(a):
    return _each(lambda s: s.isalpha(), a)


def zfill(a, width):
    return _each(lambda s: s.zfill(width), a)


def center(a, width, fillchar=' '):
    return _each(lambda s: s.center(width, fillchar), a)


def join(sep, seq):
    return _each(lambda s, t: s.join(t), sep, seq)


def split(a, sep=None, maxsplit=-1):
    a = np.asarray(a)
    result = np.empty(a.shape, dtype=object)
    for k, s in enumerate(a.ravel().tolist()):
        result.flat[k] = s.split(sep, maxsplit)
    return result
