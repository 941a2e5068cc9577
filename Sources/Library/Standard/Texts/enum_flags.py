# enum: flags, and checks of whole enumerations.
import sys
from enum import Enum, StrEnum, auto


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()

    def __str__(self):
        return f"FlagBoundary.{self._name_}"

    __format__ = Enum.__format__


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


class Flag(Enum):
    """An enumeration whose members can be combined by `|`."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 2 ** max(last_values).bit_length()

    _combines_ = True
    _boundary_ = STRICT
    # How bits without a name are shown.
    _numeric_repr_ = repr

    def __init_subclass__(cls, *, boundary=None, **keywords):
        if boundary is not None:
            cls._boundary_ = boundary
        super().__init_subclass__(**keywords)
        cls._combined_ = {}

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        every = 0
        for member in cls._member_list_:
            every |= member._value_
        if value & ~every and (value >= 0 or cls._boundary_ is STRICT and ~value & ~every):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), every.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given 0b0 {value:0{bits}b}\n  allowed 0b0 {every:0{bits}b}")
            if cls._boundary_ is EJECT:
                return value
            if cls._boundary_ is CONFORM:
                value &= every
        if value < 0:
            value &= every if cls._boundary_ is not KEEP else (1 << max(value.bit_length(), every.bit_length())) - 1
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        if value not in cls._combined_:
            data_type = cls._member_type_
            member = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
            member._value_ = value
            parts = [m for m in cls._member_list_ if m._value_ & value and m._value_ & (m._value_ - 1) == 0]
            unknown = [cls._numeric_repr_(value & ~every)] if value & ~every and parts else []
            member._name_ = "|".join([m._name_ for m in parts] + unknown) or None
            cls._combined_[value] = member
        return cls._combined_[value]

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


class IntFlag(int, Flag, boundary=KEEP):
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


def unique(enumeration):
    """Refuses two names for one value."""
    duplicates = [(alias, member._name_) for alias, member in enumeration.__members__.items() if alias != member._name_]
    if duplicates:
        details = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can see to."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


class verify:
    """A decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        kind = "flag" if issubclass(enumeration, Flag) else "enum"
        values = {member._value_ for member in enumeration._member_list_}
        for check in self.checks:
            if check is UNIQUE:
                unique(enumeration)
            elif check is CONTINUOUS and len(values) > 1:
                steps = [1 << bit for bit in range(min(values).bit_length(), max(values).bit_length() - 1)] if kind == "flag" else range(min(values), max(values))
                missing = [step for step in steps if step not in values]
                if missing:
                    raise ValueError(f"invalid {kind} {name!r}: missing values {', '.join(map(str, missing))}")
        return enumeration


property = property


def global_enum(enumeration, update_str=False):
    """Lets the members be known by the name of their module, where they are put."""
    enumeration.__repr__ = global_flag_repr if issubclass(enumeration, Flag) else global_enum_repr
    if not issubclass(enumeration, (int, str)) or update_str:
        enumeration.__str__ = global_str
    for name, member in enumeration.__members__.items():
        setattr(sys.modules[enumeration.__module__], name, member)
    return enumeration


def global_enum_repr(self):
    """A member by the name of its module."""
    return f"{type(self).__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    """Flags by the name of their module."""
    module = type(self).__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{type(self).__name__}({self._value_})"
    return "|".join(part if part[0].isdigit() else f"{module}.{part}" for part in self._name_.split("|"))


def global_str(self):
    """The name alone."""
    return str(self._value_) if self._name_ is None else self._name_
