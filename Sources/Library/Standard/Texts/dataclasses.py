# dataclasses: classes that mainly hold values.
import copy

from _source import define


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


class _KeywordOnly:
    pass


MISSING = _Missing()
KW_ONLY = _KeywordOnly()


class FrozenInstanceError(AttributeError):
    """A value of a frozen dataclass is set."""


class InitVar:
    """The annotation of a pseudo-field that only `__init__` sees."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)


class Field:
    """One field of a dataclass."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only
        self._is_init_var = False

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
                f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """One field of a dataclass and how it takes part."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_var(annotation):
    text = annotation if isinstance(annotation, str) else repr(annotation)
    return text.startswith(("typing.ClassVar", "ClassVar"))


def _own_fields(cls, kw_only):
    result = []
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or isinstance(annotation, str) and annotation.endswith("KW_ONLY"):
            kw_only = True
            continue
        if _is_class_var(annotation):
            continue
        default = cls.__dict__.get(name, MISSING)
        item = default if isinstance(default, Field) else field(default=default)
        item.name = name
        item.type = annotation
        if item.kw_only is MISSING:
            item.kw_only = kw_only
        item._is_init_var = isinstance(annotation, InitVar) or annotation is InitVar
        if isinstance(item.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(item.default)} for field {name} is not allowed: use default_factory")
        if isinstance(default, Field):
            if item.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, item.default)
        result.append(item)
    return result


def _init_function(cls, all_fields, frozen):
    names = {"_MISSING": MISSING, "_set": object.__setattr__}
    plain, keyword, body = [], [], []
    has_default = False
    for item in all_fields:
        if item.init:
            text = item.name
            if item.default is not MISSING:
                names[f"_default_{item.name}"] = item.default
                text += f"=_default_{item.name}"
            elif item.default_factory is not MISSING:
                names[f"_factory_{item.name}"] = item.default_factory
                text += "=_MISSING"
            elif has_default and not item.kw_only:
                raise TypeError(f"non-default argument {item.name!r} follows default argument")
            has_default = has_default or ("=" in text and not item.kw_only)
            (keyword if item.kw_only else plain).append(text)
        if item._is_init_var:
            continue
        if item.default_factory is not MISSING:
            names[f"_factory_{item.name}"] = item.default_factory
            value = f"_factory_{item.name}()"
            if item.init:
                value += f" if {item.name} is _MISSING else {item.name}"
        elif item.init:
            value = item.name
        elif item.default is not MISSING:
            continue
        else:
            continue
        body.append(f"_set(self, {item.name!r}, {value})" if frozen else f"self.{item.name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append(f"self.__post_init__({', '.join(item.name for item in all_fields if item._is_init_var)})")
    header = ", ".join(["self"] + plain + (["*"] + keyword if keyword else []))
    source = f"def __init__({header}):\n" + "".join(f"    {line}\n" for line in body or ["pass"])
    return define("__init__", source, names)


def _set(cls, name, function, overwrite=False):
    if not overwrite and name in cls.__dict__:
        return
    function.__name__ = name
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, function)


_open_reprs = set()


def _add_repr(cls, shown):
    def __repr__(self):
        key = id(self)
        if key in _open_reprs:
            return "..."
        _open_reprs.add(key)
        try:
            return type(self).__qualname__ + "(" + ", ".join([f"{name}={getattr(self, name)!r}" for name in shown]) + ")"
        finally:
            _open_reprs.discard(key)
    _set(cls, "__repr__", __repr__)


def _values(instance, names):
    return tuple([getattr(instance, name) for name in names])


def _add_comparisons(cls, compared, eq, order):
    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, compared) == _values(other, compared)

    def __lt__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, compared) < _values(other, compared)

    def __le__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, compared) <= _values(other, compared)

    def __gt__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, compared) > _values(other, compared)

    def __ge__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, compared) >= _values(other, compared)

    if eq:
        _set(cls, "__eq__", __eq__)
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, method in (("__lt__", __lt__), ("__le__", __le__), ("__gt__", __gt__), ("__ge__", __ge__)):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            _set(cls, name, method)


def _add_hash(cls, all_fields, eq, frozen, unsafe_hash, has_own_hash):
    hashed = [item.name for item in all_fields if (item.compare if item.hash is None else item.hash)]

    def __hash__(self):
        return hash(_values(self, hashed))

    if unsafe_hash or (eq and frozen and not has_own_hash):
        _set(cls, "__hash__", __hash__, overwrite=True)
    elif eq and not has_own_hash:
        cls.__hash__ = None


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    _set(cls, "__setattr__", __setattr__)
    _set(cls, "__delattr__", __delattr__)


def _header(all_fields):
    """The parameters of `__init__` as a docstring shows them."""
    parts = []
    starred = False
    for item in sorted((item for item in all_fields if item.init), key=lambda item: item.kw_only):
        if item.kw_only and not starred:
            parts.append("*")
            starred = True
        annotation = item.type
        text = f"{item.name}: {annotation.__name__ if isinstance(annotation, type) else repr(annotation)}"
        if item.default is not MISSING:
            text += f" = {item.default!r}"
        elif item.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return f"({', '.join(parts)})"


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    collected = {}
    for base in reversed(cls.__mro__[1:]):
        for item in getattr(base, "__dict__", {}).get("__dataclass_fields__", {}).values():
            collected[item.name] = item
    for base in cls.__mro__[1:]:
        if "__dataclass_frozen__" in base.__dict__ and base.__dataclass_frozen__ != frozen:
            words = "frozen dataclass from a non-frozen" if frozen else "non-frozen dataclass from a frozen"
            raise TypeError(f"cannot inherit {words} one")
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_own_hash = own_hash is not MISSING and not (own_hash is None and "__eq__" in cls.__dict__)
    for item in _own_fields(cls, kw_only):
        collected[item.name] = item
    all_fields = list(collected.values())
    cls.__dataclass_fields__ = collected
    cls.__dataclass_frozen__ = frozen
    real = [item for item in all_fields if not item._is_init_var]
    if init:
        _set(cls, "__init__", _init_function(cls, all_fields, frozen), overwrite=True)
    if repr:
        _add_repr(cls, [item.name for item in real if item.repr])
    _add_comparisons(cls, [item.name for item in real if item.compare], eq, order)
    if frozen:
        _freeze(cls, {item.name for item in real})
    _add_hash(cls, real, eq, frozen, unsafe_hash, has_own_hash)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(item.name for item in all_fields if item.init and not item.kw_only)
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _header(all_fields)
    if slots:
        cls.__slots__ = tuple(item.name for item in real)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    """Gives a class its methods from the annotations in its body."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance."""
    table = getattr(class_or_instance, "__dataclass_fields__", None)
    if table is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(item for item in table.values() if not item._is_init_var)


def is_dataclass(obj):
    """Whether an object is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict, nested ones too."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The values of an instance as a tuple, nested ones too."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _convert(obj, build):
    if _is_instance(obj):
        return build([(item.name, _convert(getattr(obj, item.name), build)) for item in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(value, build) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(value, build) for value in obj])
    if isinstance(obj, dict):
        return type(obj)([(_convert(key, build), _convert(value, build)) for key, value in obj.items()])
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    """An instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for item in obj.__dataclass_fields__.values():
        if not item.init:
            if item.name in changes:
                raise ValueError(f"field {item.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if item.name not in changes:
            if item._is_init_var and item.default is MISSING:
                raise ValueError(f"InitVar {item.name!r} must be specified with replace()")
            changes[item.name] = getattr(obj, item.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """A dataclass from names and annotations."""
    members = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = object
        else:
            annotations[item[0]] = item[1]
            if len(item) > 2:
                members[item[0]] = item[2]
    members["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, members), **options)
