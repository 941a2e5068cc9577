# enum: classes whose members are constants.
from types import MappingProxyType

from _source import class_hooks, fix_members


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


class nonmember:
    """A value in the body of an enumeration that becomes no member."""

    def __init__(self, value):
        self.value = value


def _is_member(name, value):
    if name.startswith("_") or isinstance(value, (property, classmethod, staticmethod, nonmember)):
        return False
    return not (callable(value) and not isinstance(value, type) and hasattr(type(value), "__get__")) and not isinstance(value, type(_is_member))


def _mixed_in(cls):
    """The classes of numbers or texts that members are at the same time."""
    return [base for base in cls.__mro__[1:] if base.__module__ == "builtins" and base is not object]


def _iterate(cls):
    # Flags that combine others are no members of their own.
    return iter([m for m in cls._member_list_ if not isinstance(m, Flag) or m._value_ & (m._value_ - 1) == 0 and m._value_])


def _item(cls, name):
    if name not in cls.__members__:
        raise KeyError(name)
    return cls.__members__[name]


_absent = nonmember(None)


def _is_hashable(value):
    try:
        hash(value)
    except TypeError:
        return False
    return True


class Enum:
    """The base of enumerations."""

    __members__ = MappingProxyType({})
    _member_list_ = []
    _member_init_ = None

    def __init_subclass__(cls, **keywords):
        namespace = dict(cls.__dict__)
        cls._member_map_ = {}
        cls._member_list_ = []
        for base in cls.__mro__[1:]:
            if issubclass(base, Enum) and base._member_list_:
                raise TypeError(f"<enum {cls.__name__!r}> cannot extend <enum {base.__name__!r}>")
        model = next(base for base in cls.__mro__[1:] if issubclass(base, Enum))
        for name in ("__repr__", "__str__", "__format__"):
            # The text of a mixed-in class does not count, only that of the enumeration.
            if name not in namespace and _mixed_in(cls):
                setattr(cls, name, getattr(model, name))
        if "__init__" in namespace:
            cls._member_init_ = namespace["__init__"]
            del cls.__init__
        own_new = namespace.get("__new__")
        if own_new is not None:
            cls._member_new_ = own_new
            del cls.__new__
        values = []
        for name, value in namespace.items():
            if isinstance(value, nonmember):
                setattr(cls, name, value.value)
            if not _is_member(name, value):
                continue
            value = cls._resolve(name, value, values)
            values.append(value)
            member = next((m for m in cls._member_list_ if m._value_ == value and type(m._value_) == type(value)), None)
            if member is None:
                member = cls._make(name, value)
                cls._member_list_.append(member)
            cls._member_map_[name] = member
            setattr(cls, name, member)
        cls.__members__ = MappingProxyType(cls._member_map_)
        cls._member_names_ = [member._name_ for member in cls._member_list_]
        cls._value2member_map_ = {member._value_: member for member in cls._member_list_ if _is_hashable(member._value_)}
        fix_members(cls, list(cls._member_map_))

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
        arguments = value if isinstance(value, tuple) else (value,)
        if hasattr(cls, "_member_new_"):
            member = cls._member_new_(cls, *arguments)
            if not hasattr(member, "_value_"):
                member._value_ = value
        else:
            member = cls._blank(value)
            member._value_ = value
        member._name_ = name
        if cls._member_init_ is not None:
            cls._member_init_(member, *arguments)
        return member

    @classmethod
    def _blank(cls, value):
        for base in (int, str, float):
            if issubclass(cls, base):
                return base.__new__(cls, value)
        return object.__new__(cls)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    def __new__(cls, value=_absent, names=None, **options):
        if value is _absent:
            raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
        if names is not None:
            return _functional(cls, value, names)
        for member in cls._member_list_:
            if member._value_ == value or member is value:
                return member
        result = cls._missing_(value)
        if result is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        return result

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

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _functional(cls, name, names):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, dict):
        names = list(names.items())
    members = {}
    for index, entry in enumerate(names):
        if isinstance(entry, str):
            members[entry] = index + 1
        else:
            members[entry[0]] = entry[1]
    return type(name, (cls,), members)


def _contains(cls, value):
    if not isinstance(value, Enum):
        raise TypeError(f"unsupported operand type(s) for 'in': {type(value).__qualname__!r} and {'EnumType'!r}")
    return isinstance(value, cls)


def _text(cls):
    return f"<{'flag' if issubclass(cls, Flag) and cls is not Flag else 'enum'} {cls.__name__!r}>"


class_hooks(Enum, _iterate, _item, _contains, _text)


class IntEnum(int, Enum):
    """An enumeration whose members are integers."""

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __eq__(self, other):
        return int.__eq__(self, other)

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, Enum):
    """An enumeration whose members are texts."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)

    def __eq__(self, other):
        return str.__eq__(self, other)

    def __hash__(self):
        return hash(self._value_)


class Flag(Enum):
    """An enumeration whose members can be combined by `|`."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        every = 0
        for member in cls._member_list_:
            every |= member._value_
        if value < 0:
            value = every & value
        if value & ~every and not issubclass(cls, int):
            bits = max(value.bit_length(), every.bit_length())
            raise ValueError(f"{cls!r} invalid value {value!r}\n    given 0b0 {value:0{bits}b}\n  allowed 0b0 {every:0{bits}b}")
        combined = cls.__dict__.get("_combined_")
        if combined is None:
            combined = {}
            cls._combined_ = combined
        if value not in combined:
            member = cls._blank(value)
            member._value_ = value
            parts = [m for m in cls._member_list_ if m._value_ & value and m._value_ & (m._value_ - 1) == 0]
            unknown = [str(value & ~every)] if value & ~every and parts else []
            member._name_ = "|".join([m._name_ for m in parts] + unknown) or None
            combined[value] = member
        return combined[value]

    def _partner(self, other):
        return other._value_ if isinstance(other, type(self)) else None

    def __or__(self, other):
        value = self._partner(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._partner(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._partner(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    def __invert__(self):
        return type(self)(~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def __iter__(self):
        return iter([m for m in type(self)._member_list_ if m._value_ & self._value_ and m._value_ & (m._value_ - 1) == 0])

    def __len__(self):
        return bin(self._value_).count("1")

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        name = self._name_
        return f"<{type(self).__name__}: {self._value_}>" if name is None else f"<{type(self).__name__}.{name}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}({self._value_})" if self._name_ is None else f"{type(self).__name__}.{self._name_}"


class IntFlag(int, Flag):
    """Flags that are integers."""

    def _partner(self, other):
        return int(other) if isinstance(other, int) else None

    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__

    def __str__(self):
        return str(self._value_)

    def __eq__(self, other):
        return int.__eq__(self, other)

    def __hash__(self):
        return hash(self._value_)


def unique(enumeration):
    """Refuses two names for one value."""
    duplicates = [(alias, member._name_) for alias, member in enumeration.__members__.items() if alias != member._name_]
    if duplicates:
        details = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration
