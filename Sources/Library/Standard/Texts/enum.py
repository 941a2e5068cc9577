# enum: classes whose members are constants.
from types import MappingProxyType


class auto:
    """A value to be chosen automatically."""

    def __init__(self):
        self.value = None

    def __or__(self, other):
        return _Combined(self, other, lambda a, b: a | b)

    def __and__(self, other):
        return _Combined(self, other, lambda a, b: a & b)

    def __xor__(self, other):
        return _Combined(self, other, lambda a, b: a ^ b)

    __ror__ = __or__

    def __repr__(self):
        return f"auto({self.value!r})"


class _Combined(auto):
    """Flags combined in a class body, before their values are chosen."""

    def __init__(self, first, second, operation):
        self.parts = first, second
        self.operation = operation

    def chosen(self):
        a, b = [p.chosen() if isinstance(p, _Combined) else p.value if isinstance(p, auto) else p for p in self.parts]
        return self.operation(a, b)


class member:
    """A value that is a member, though values of its kind are not."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """A value in the body of an enumeration that becomes no member."""

    def __init__(self, value):
        self.value = value


def _is_member(name, value):
    if isinstance(value, member):
        return True
    if name.startswith("_") or isinstance(value, (property, classmethod, staticmethod, nonmember)):
        return False
    return isinstance(value, type) or not hasattr(type(value), "__get__")


def _data_type(cls):
    """The class of numbers or texts, or with a `__new__` of its own, that members belong to besides the enumeration."""
    for base in cls.__mro__[1:]:
        if base is not object and not issubclass(base, Enum):
            if base.__module__ == "builtins" or "__new__" in base.__dict__:
                return base
    return object


def _is_hashable(value):
    try:
        hash(value)
    except TypeError:
        return False
    return True


_absent = nonmember(None)


class EnumType(type):
    """The class of enumerations."""

    def __call__(cls, value=_absent, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if value is _absent:
            raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
        if names is not None:
            return cls._from_names(value, names, type, start)
        for member in cls._member_list_:
            if member is value or member._value_ == value:
                return member
        result = cls._missing_(value)
        if result is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        return result

    def _from_names(cls, name, names, mixin, start):
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, dict):
            names = names.items()
        members, values = {}, []
        for entry in names:
            if isinstance(entry, str):
                key, value = entry, cls._generate_next_value_(entry, start, len(values), values)
            else:
                key, value = entry
            values.append(value)
            members[key] = value
        return EnumType(name, (cls,) if mixin is None else (mixin, cls), members)

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __iter__(cls):
        # Flags that combine others are no members of their own.
        return (m for m in cls._member_list_ if not cls._combines_ or m._value_ > 0 and m._value_ & (m._value_ - 1) == 0)

    def __reversed__(cls):
        return reversed(list(cls))

    def __len__(cls):
        return len(list(cls))

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(value).__qualname__!r} and {type(cls).__qualname__!r}")
        return isinstance(value, cls)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        type.__delattr__(cls, name)

    def __dir__(cls):
        inherited = () if cls._member_type_ is object else dir(cls._member_type_)
        return sorted({*_class_names, *cls._member_names_, *inherited})

    def __repr__(cls):
        return f"<{'flag' if cls._combines_ and cls.__module__ != 'enum' else 'enum'} {cls.__name__!r}>"


EnumMeta = EnumType
_class_names = ("__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__",
                "__module__", "__name__", "__qualname__")


class Enum(metaclass=EnumType):
    """The base of enumerations."""

    _member_map_ = {}
    _member_list_ = []
    # Whether members can be combined by `|`.
    _combines_ = False

    def __init_subclass__(cls, **keywords):
        namespace = dict(cls.__dict__)
        for base in cls.__mro__[1:]:
            if issubclass(base, Enum) and base._member_list_:
                raise TypeError(f"<enum {cls.__name__!r}> cannot extend <enum {base.__name__!r}>")
        cls._member_list_ = []
        cls._member_type_ = _data_type(cls)
        model = next(base for base in cls.__mro__[1:] if issubclass(base, Enum))
        for name in ("__repr__", "__str__", "__format__"):
            # The text of a mixed-in class does not count, only that of the enumeration.
            if name not in namespace and cls._member_type_ is not object:
                setattr(cls, name, getattr(model, name))
        ignored = namespace.get("_ignore_", ())
        ignored = ignored.replace(",", " ").split() if isinstance(ignored, str) else ignored
        members, values = {}, []
        for name, value in namespace.items():
            if name in ignored:
                delattr(cls, name)
            elif isinstance(value, nonmember):
                setattr(cls, name, value.value)
            elif _is_member(name, value):
                value = cls._resolve(name, value.value if isinstance(value, member) else value, values)
                made = cls._make(name, value)
                values.append(made._value_)
                known = next((m for m in cls._member_list_ if m._value_ == made._value_ and type(m._value_) == type(made._value_)), None)
                if known is None:
                    cls._member_list_.append(made)
                members[name] = known or made
                setattr(cls, name, members[name])
        cls._member_map_ = members
        cls._member_names_ = [member._name_ for member in cls._member_list_]
        cls._value2member_map_ = {member._value_: member for member in cls._member_list_ if _is_hashable(member._value_)}

    @classmethod
    def _resolve(cls, name, value, earlier):
        if isinstance(value, _Combined):
            return value.chosen()
        if isinstance(value, auto):
            value.value = cls._generate_next_value_(name, 1, len(earlier), earlier)
            return value.value
        if isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
            return tuple(cls._generate_next_value_(name, 1, len(earlier), earlier) if isinstance(part, auto) else part for part in value)
        return value

    @classmethod
    def _make(cls, name, value):
        data_type = cls._member_type_
        arguments = value if isinstance(value, tuple) and data_type is not tuple else (value,)
        maker = next((base.__dict__["__new__"] for base in cls.__mro__ if base.__module__ != "enum" and "__new__" in base.__dict__ and base.__module__ != "builtins"), None)
        if maker is not None:
            member = getattr(maker, "__func__", maker)(cls, *arguments)
        elif data_type is object:
            member = object.__new__(cls)
        else:
            member = data_type.__new__(cls, *arguments)
        if "_value_" not in getattr(member, "__dict__", ()):
            member._value_ = value if data_type is object else data_type(*arguments)
        member._name_ = name
        initialise = next((base.__dict__["__init__"] for base in cls.__mro__ if "__init__" in base.__dict__ and base.__module__ not in ("enum", "builtins")), None)
        if initialise is not None:
            initialise(member, *arguments)
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @name.setter
    def name(self, name):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

    def __dir__(self):
        own = {name for base in type(self).__mro__ if base.__module__ not in ("enum", "builtins") for name in base.__dict__ if not name.startswith("_")}
        return sorted((own - set(type(self)._member_map_)) | {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"})

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)


class IntEnum(int, Enum):
    """An enumeration whose members are integers."""

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


class StrEnum(str, Enum):
    """An enumeration whose members are texts."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)
