# weakref: containers and stand-ins whose objects go away when nobody else holds them.
from collections.abc import MutableMapping, MutableSet
from weakref import ref


class WeakMethod:
    """A reference to a method that does not keep its receiver."""

    def __init__(self, method, callback=None):
        self._function = method.__func__
        self._object = ref(method.__self__, callback and (lambda _: callback(self)))

    def __call__(self):
        receiver = self._object()
        return None if receiver is None else self._function.__get__(receiver)

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and self._object == other._object and self._function is other._function

    def __hash__(self):
        return hash((self._object, self._function))


def _watch(container, object, forget):
    # A reference that has its container, which it does not keep, forget an object that goes away.
    owner = ref(container)

    def gone(reference):
        container = owner()
        if container is not None:
            forget(container, reference)

    return ref(object, gone)


class _WeakMapping(MutableMapping):
    # Entries are thrown away with their object. Whoever goes through them looks at those of the beginning that are still there.
    def __init__(self, other=(), /, **keywords):
        self._entries = {}
        self.update(other, **keywords)

    def __iter__(self):
        return (key for key, _ in self._alive())

    def __len__(self):
        return len(self._entries)

    def __bool__(self):
        return len(self) > 0

    def _alive(self):
        for key, entry in list(self._entries.items()):
            pair = self._resolve(key, entry)
            if pair is not None:
                yield pair

    def keys(self):
        return iter(self)

    def values(self):
        return (value for _, value in self._alive())

    def items(self):
        return self._alive()

    def copy(self):
        return type(self)(self.items())

    __copy__ = copy

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakMapping):
    """A dict whose values may go away."""

    def _resolve(self, key, entry):
        value = entry()
        return None if value is None else (key, value)

    def __getitem__(self, key):
        value = self._entries[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        def forget(self, reference):
            if self._entries.get(key) is reference:
                del self._entries[key]

        self._entries[key] = _watch(self, value, forget)

    def __delitem__(self, key):
        self[key]
        del self._entries[key]

    def __contains__(self, key):
        return key in self._entries and self._entries[key]() is not None

    def valuerefs(self):
        return [entry for entry in self._entries.values() if entry() is not None]


class WeakKeyDictionary(_WeakMapping):
    """A dict whose keys may go away."""

    def _resolve(self, key, entry):
        key = key()
        return None if key is None else (key, entry)

    def __getitem__(self, key):
        try:
            return self._entries[ref(key)]
        except KeyError:
            raise KeyError(ref(key)) from None

    def __setitem__(self, key, value):
        self._entries[_watch(self, key, lambda self, reference: self._entries.pop(reference, None))] = value

    def __delitem__(self, key):
        del self._entries[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self._entries
        except TypeError:
            return False

    def keyrefs(self):
        return [key for key in self._entries if key() is not None]


class WeakSet(MutableSet):
    """A set whose elements may go away."""

    def __init__(self, data=None):
        self.data = {}
        for item in data or ():
            self.add(item)

    def __iter__(self):
        return (item for reference in list(self.data) if (item := reference()) is not None)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data[_watch(self, item, lambda self, reference: self.data.pop(reference, None))] = None

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        del self.data[ref(item)]

    def update(self, *others):
        for other in others:
            for item in other:
                self.add(item)

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return "{" + ", ".join(map(repr, self)) + "}"


class finalize:
    """Calls a function when an object goes away, at the latest when the program ends."""

    _alive = {}
    _is_registered = False
    _has_ended = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._is_registered:
            import atexit
            finalize._is_registered = True
            atexit.register(finalize._end)
        self._call = (func, args, kwargs)
        self._at_exit = True
        finalize._alive[id(self)] = (self, ref(obj, lambda _: self()))

    @property
    def alive(self):
        return id(self) in finalize._alive

    @property
    def atexit(self):
        return self.alive and self._at_exit

    @atexit.setter
    def atexit(self, value):
        self._at_exit = bool(value)

    @staticmethod
    def _end():
        # From last to first, where those that come meanwhile are the last.
        while finalize._alive:
            _, (finalizer, _) = finalize._alive.popitem()
            if finalizer._at_exit:
                try:
                    finalizer._run()
                except Exception:
                    import traceback
                    traceback.print_exc()
        finalize._has_ended = True

    def __call__(self, _=None):
        if finalize._alive.pop(id(self), None) is not None and not finalize._has_ended:
            return self._run()

    def _run(self):
        func, args, kwargs = self._call
        return func(*args, **kwargs)

    def peek(self):
        entry = finalize._alive.get(id(self))
        return None if entry is None else (entry[1](), *self._call)

    def detach(self):
        entry = finalize._alive.pop(id(self), None)
        return None if entry is None else (entry[1](), *self._call)


def proxy(object, callback=None, /):
    """A stand-in that does not keep its object."""
    return _stand_in(callable(object))(ref(object, callback))


def _stand_in(is_callable):
    return CallableProxyType if is_callable else ProxyType


class ProxyType:
    """The class of stand-ins."""

    __slots__ = ("_reference",)

    def __init__(self, reference):
        object_setattr(self, "_reference", reference)

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = _target(self)
        return f"<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>"

    __hash__ = None


class CallableProxyType(ProxyType):
    """The class of stand-ins that can be called."""

    __slots__ = ()

    def __call__(self, *args, **keywords):
        return _target(self)(*args, **keywords)


ProxyTypes = (ProxyType, CallableProxyType)
object_setattr = object.__setattr__


def _target(proxy):
    target = object.__getattribute__(proxy, "_reference")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _forward():
    # Every special method of a stand-in asks its object for the same one.
    import operator

    def forwarding(function):
        return lambda self, *others: function(_target(self), *(
            _target(other) if isinstance(other, ProxyType) else other for other in others))

    names = "lt le eq ne gt ge add sub mul matmul truediv floordiv mod pow lshift rshift and_ or_ xor neg pos invert abs index contains getitem setitem delitem"
    for name in names.split():
        setattr(ProxyType, f"__{name.rstrip('_')}__", forwarding(getattr(operator, name)))
    for function in (str, len, iter, next, bool, int, float, round, reversed):
        setattr(ProxyType, f"__{function.__name__}__", forwarding(function))


_forward()
