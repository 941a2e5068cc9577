# numpy.char, numpy.strings: methods of str on every element of an array.
import numpy as np


def _each(function, *operands, dtype=None):
    arrays = np.broadcast_arrays(*operands)
    values = [function(*items) for items in zip(*[a.ravel().tolist() for a in arrays])]
    return np.array(values, dtype=dtype).reshape(arrays[0].shape)


def _method(name):
    """The method of str for every element; its operands may be arrays, too."""
    def call(a, *operands):
        return _each(lambda s, *rest: getattr(s, name)(*rest), a, *operands)
    return call


def _lists(name):
    """A method of str that gives lists, which an array of objects holds."""
    def call(a, *options, **named):
        a = np.asarray(a)
        result = np.empty(a.shape, dtype=object)
        for k, s in enumerate(a.ravel().tolist()):
            result.flat[k] = getattr(s, name)(*options, **named)
        return result
    return call


upper = _method('upper')
lower = _method('lower')
title = _method('title')
capitalize = _method('capitalize')
swapcase = _method('swapcase')
isdigit = _method('isdigit')
isalpha = _method('isalpha')
isalnum = _method('isalnum')
isdecimal = _method('isdecimal')
isnumeric = _method('isnumeric')
isspace = _method('isspace')
isupper = _method('isupper')
islower = _method('islower')
istitle = _method('istitle')
startswith = _method('startswith')
endswith = _method('endswith')
find = _method('find')
rfind = _method('rfind')
index = _method('index')
rindex = _method('rindex')
count = _method('count')
zfill = _method('zfill')
join = _method('join')
split = _lists('split')
rsplit = _lists('rsplit')
splitlines = _lists('splitlines')
equal = np.equal
not_equal = np.not_equal
less = np.less
less_equal = np.less_equal
greater = np.greater
greater_equal = np.greater_equal


def str_len(a):
    """The length of each text."""
    return _each(len, a)


def add(x1, x2):
    """Each text with another behind it."""
    return _each(lambda s, t: s + t, x1, x2)


def multiply(a, i):
    """Each text repeated."""
    return _each(lambda s, n: s * n, a, i)


def mod(a, values):
    """Each text with values put into its `%` fields."""
    return _each(lambda s, value: s % value, a, values)


def strip(a, chars=None):
    """Each text without the given characters at its ends."""
    return _each(lambda s: s.strip(chars), a)


def lstrip(a, chars=None):
    """Each text without the given characters at its start."""
    return _each(lambda s: s.lstrip(chars), a)


def rstrip(a, chars=None):
    """Each text without the given characters at its end."""
    return _each(lambda s: s.rstrip(chars), a)


def replace(a, old, new, count=-1):
    """Each text with a part replaced by another."""
    return _each(lambda s, x, y: s.replace(x, y, count), a, old, new)


def center(a, width, fillchar=' '):
    """Each text in the middle of a field."""
    return _each(lambda s, n: s.center(n, fillchar), a, width)


def ljust(a, width, fillchar=' '):
    """Each text at the left of a field."""
    return _each(lambda s, n: s.ljust(n, fillchar), a, width)


def rjust(a, width, fillchar=' '):
    """Each text at the right of a field."""
    return _each(lambda s, n: s.rjust(n, fillchar), a, width)


def expandtabs(a, tabsize=8):
    """Each text with blanks for tabs."""
    return _each(lambda s: s.expandtabs(tabsize), a)


def translate(a, table, deletechars=None):
    """Each text with characters replaced as a table says."""
    return _each(lambda s: s.translate(table), a)


def partition(a, sep):
    """What stands before a separator, the separator, and what stands behind it."""
    a = np.asarray(a)
    return np.array([list(s.partition(sep)) for s in a.ravel().tolist()]).reshape(a.shape + (3,))


def rpartition(a, sep):
    """As `partition`, at the last separator."""
    a = np.asarray(a)
    return np.array([list(s.rpartition(sep)) for s in a.ravel().tolist()]).reshape(a.shape + (3,))
