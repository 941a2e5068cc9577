# collections.abc: what a class can do, as base classes.
from _source import track_abstract


class _Interface:
    _required = None

    @classmethod
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    @classmethod
    def __subclasscheck__(cls, candidate):
        required = cls.__dict__.get("_required")
        return required is not None and all(getattr(candidate, method, None) is not None for method in required)

    def __class_getitem__(cls, arguments):
        return cls


track_abstract(_Interface)


def _abstract(name):
    def method(self, *arguments):
        raise NotImplementedError(name)
    method.__isabstractmethod__ = True
    return method


class Hashable(_Interface):
    """What has a hash."""

    _required = ("__hash__",)
    __hash__ = _abstract("__hash__")


class Iterable(_Interface):
    """What can be iterated over."""

    _required = ("__iter__",)
    __iter__ = _abstract("__iter__")


class Iterator(Iterable):
    """What hands out one element after the other."""

    _required = ("__iter__", "__next__")
    __next__ = _abstract("__next__")

    def __iter__(self):
        return self


class Generator(Iterator):
    """An iterator that takes values and exceptions."""

    _required = ("__iter__", "__next__", "send", "throw", "close")
    send = _abstract("send")
    throw = _abstract("throw")


class Sized(_Interface):
    """What has a length."""

    _required = ("__len__",)
    __len__ = _abstract("__len__")


class Container(_Interface):
    """What can say whether it holds something."""

    _required = ("__contains__",)
    __contains__ = _abstract("__contains__")


class Collection(Sized, Iterable, Container):
    """What has a length, elements and an answer to `in`."""

    _required = ("__len__", "__iter__", "__contains__")


class Callable(_Interface):
    """What can be called."""

    _required = ("__call__",)
    __call__ = _abstract("__call__")


class Reversible(Iterable):
    """What can be iterated over backwards."""

    _required = ("__reversed__", "__iter__")
    __reversed__ = _abstract("__reversed__")


class Sequence(Collection):
    """Elements by their places, to read."""

    _required = ("__len__", "__getitem__", "index", "count")
    __getitem__ = _abstract("__getitem__")

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __reversed__(self):
        for index in reversed(range(len(self))):
            yield self[index]

    def index(self, value, start=0, stop=None):
        for index in range(start, len(self) if stop is None else stop):
            if self[index] is value or self[index] == value:
                return index
        raise ValueError

    def count(self, value):
        return sum(1 for v in self if v is value or v == value)


class MutableSequence(Sequence):
    """Elements by their places, to read and to change."""

    _required = ("__len__", "__getitem__", "__setitem__", "__delitem__", "insert", "append")
    __setitem__ = _abstract("__setitem__")
    __delitem__ = _abstract("__delitem__")
    insert = _abstract("insert")

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        values = list(self)[::-1]
        for index, value in enumerate(values):
            self[index] = value

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    """Different elements, to read."""

    _required = ("__len__", "__iter__", "__contains__", "isdisjoint", "__and__")

    def __le__(self, other):
        return len(self) <= len(other) and all(value in other for value in self)

    def __lt__(self, other):
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        return len(self) >= len(other) and all(value in self for value in other)

    def __gt__(self, other):
        return len(self) > len(other) and self >= other

    def __eq__(self, other):
        return len(self) == len(other) and self <= other

    __hash__ = None

    @classmethod
    def _from_iterable(cls, values):
        return cls(values)

    def isdisjoint(self, other):
        return not any(value in self for value in other)

    def __and__(self, other):
        return self._from_iterable([value for value in other if value in self])

    def __or__(self, other):
        return self._from_iterable([value for part in (self, other) for value in part])

    def __sub__(self, other):
        return self._from_iterable([value for value in self if value not in other])

    def __xor__(self, other):
        return (self - other) | self._from_iterable([value for value in other if value not in self])


class MutableSet(Set):
    """Different elements, to read and to change."""

    _required = ("__len__", "__iter__", "__contains__", "add", "discard")
    add = _abstract("add")
    discard = _abstract("discard")

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self


class Mapping(Collection):
    """Values by keys, to read."""

    _required = ("__len__", "__iter__", "__getitem__", "keys", "items")
    __getitem__ = _abstract("__getitem__")

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    __hash__ = None


class MutableMapping(Mapping):
    """Values by keys, to read and to change."""

    _required = ("__len__", "__iter__", "__getitem__", "__setitem__", "__delitem__", "keys", "items")
    __setitem__ = _abstract("__setitem__")
    __delitem__ = _abstract("__delitem__")
    _missing = object()

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is MutableMapping._missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        key = next(iter(self))
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **keywords):
        for key, value in dict(other, **keywords).items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class _View(_Interface):
    """What `keys`, `values` and `items` of a mapping show."""

    def __init__(self, mapping):
        self._mapping = mapping

    @property
    def mapping(self):
        return self._mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(_View, Set):
    """The keys of a mapping."""

    _required = ("mapping", "isdisjoint")

    @classmethod
    def _from_iterable(cls, values):
        return set(values)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(_View, Set):
    """The pairs of a mapping."""

    _required = ("mapping", "isdisjoint")

    @classmethod
    def _from_iterable(cls, values):
        return set(values)

    def __contains__(self, item):
        key, value = item
        return key in self._mapping and (self._mapping[key] is value or self._mapping[key] == value)

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(_View, Collection):
    """The values of a mapping."""

    _required = ("mapping",)

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]
