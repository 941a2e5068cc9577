# operator: the operators as functions.


def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def truediv(a, b): return a / b
def floordiv(a, b): return a // b
def mod(a, b): return a % b
def pow(a, b): return a ** b
def matmul(a, b): return a @ b
def and_(a, b): return a & b
def or_(a, b): return a | b
def xor(a, b): return a ^ b
def lshift(a, b): return a << b
def rshift(a, b): return a >> b
def neg(a): return -a
def pos(a): return +a
def invert(a): return ~a
def inv(a): return ~a
def abs(a): return a.__abs__()
def not_(a): return not a
def truth(a): return bool(a)
def is_(a, b): return a is b
def is_not(a, b): return a is not b
def eq(a, b): return a == b
def ne(a, b): return a != b
def lt(a, b): return a < b
def le(a, b): return a <= b
def gt(a, b): return a > b
def ge(a, b): return a >= b
def contains(a, b): return b in a
def concat(a, b): return a + b
def getitem(a, b): return a[b]
def index(a): return range(a).stop if not isinstance(a, int) else int(a)
def call(function, /, *args, **keywords): return function(*args, **keywords)


def setitem(a, b, c):
    """a[b] = c"""
    a[b] = c


def delitem(a, b):
    """del a[b]"""
    del a[b]


def countOf(a, b):
    """How often b occurs in a."""
    return sum(1 for x in a if x is b or x == b)


def indexOf(a, b):
    """Where b is first in a."""
    for position, x in enumerate(a):
        if x is b or x == b:
            return position
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0):
    """How many elements an iterable will probably have."""
    return len(obj) if hasattr(obj, "__len__") else default


def iadd(a, b):
    """a += b"""
    a += b
    return a


def isub(a, b):
    """a -= b"""
    a -= b
    return a


def imul(a, b):
    """a *= b"""
    a *= b
    return a


def itruediv(a, b):
    """a /= b"""
    a /= b
    return a


class itemgetter:
    """A function that takes items from its argument."""

    def __init__(self, *items):
        if not items:
            raise TypeError("itemgetter expected 1 argument, got 0")
        self._items = items

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return f"operator.itemgetter({', '.join(map(repr, self._items))})"


class attrgetter:
    """A function that takes attributes from its argument."""

    def __init__(self, *attrs):
        if not attrs:
            raise TypeError("attrgetter expected 1 argument, got 0")
        self._attrs = attrs
        for name in self._attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")

    def _get(self, obj, path):
        for name in path.split("."):
            obj = getattr(obj, name)
        return obj

    def __call__(self, obj, /):
        if len(self._attrs) == 1:
            return self._get(obj, self._attrs[0])
        return tuple([self._get(obj, path) for path in self._attrs])

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"


class methodcaller:
    """A function that calls a method of its argument."""

    def __init__(self, name, /, *args, **keywords):
        self._name, self._args, self._keywords = name, args, keywords

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._keywords)

    def __repr__(self):
        parts = [repr(self._name)] + [repr(value) for value in self._args]
        parts += [f"{name}={value!r}" for name, value in self._keywords.items()]
        return f"operator.methodcaller({', '.join(parts)})"
