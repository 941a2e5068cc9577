# typing: annotations that mean nothing at run time.
from collections import _namedtuple_class


class _Special:
    """A form such as `Optional`, with or without arguments in brackets."""

    def __init__(self, name, arguments=None, origin=None):
        self._name = name
        self.__args__ = arguments
        self.__origin__ = origin
        self.__name__ = name

    def __getitem__(self, arguments):
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        if self._name == "Optional":
            return Union[arguments[0], None]
        if self._name == "Union":
            flat = []
            for argument in arguments:
                for part in (argument.__args__ if isinstance(argument, _Special) and argument._name == "Union" else (argument,)):
                    part = type(None) if part is None else part
                    if part not in flat:
                        flat.append(part)
            if len(flat) == 1:
                return flat[0]
            arguments = tuple(flat)
        if self._name != "Literal":
            arguments = tuple([type(None) if argument is None else argument for argument in arguments])
        return _Special(self._name, arguments, self.__origin__)

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate typing.{self._name}")
        return self.__origin__(*args, **keywords)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        return isinstance(other, _Special) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self._name)

    def __instancecheck__(self, instance):
        if self._name == "Any":
            raise TypeError("typing.Any cannot be used with isinstance()")
        if self._name == "Union":
            return isinstance(instance, self.__args__)
        if self.__origin__ is not None and self.__args__ is None:
            return isinstance(instance, self.__origin__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        if self.__args__ is None:
            return f"typing.{self._name}"
        if self._name == "Union" and len(self.__args__) == 2 and type(None) in self.__args__:
            other = [a for a in self.__args__ if a is not type(None)][0]
            return f"typing.Optional[{_text(other)}]"
        return f"typing.{self._name}[{', '.join(_text(a) for a in self.__args__)}]"


def _text(argument):
    if argument is ...:
        return "..."
    if isinstance(argument, list):
        return "[" + ", ".join(_text(a) for a in argument) + "]"
    if isinstance(argument, type):
        return argument.__qualname__ if argument.__module__ == "builtins" else f"{argument.__module__}.{argument.__qualname__}"
    return repr(argument)


Any = _Special("Any")
Optional = _Special("Optional")
Union = _Special("Union")
Callable = _Special("Callable")
Literal = _Special("Literal")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Annotated = _Special("Annotated")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
TypeAlias = _Special("TypeAlias")
Concatenate = _Special("Concatenate")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
Unpack = _Special("Unpack")
TypeGuard = _Special("TypeGuard")
List = _Special("List", None, list)
Tuple = _Special("Tuple", None, tuple)
Dict = _Special("Dict", None, dict)
Set = _Special("Set", None, set)
FrozenSet = _Special("FrozenSet", None, frozenset)
Type = _Special("Type", None, type)
Iterable = _Special("Iterable")
Iterator = _Special("Iterator")
Sequence = _Special("Sequence")
MutableSequence = _Special("MutableSequence")
Mapping = _Special("Mapping")
MutableMapping = _Special("MutableMapping")
Generator = _Special("Generator")
Collection = _Special("Collection")
Container = _Special("Container")
Hashable = _Special("Hashable")
Sized = _Special("Sized")
Reversible = _Special("Reversible")
Text = str
IO = _Special("IO")
DefaultDict = _Special("DefaultDict")
OrderedDict = _Special("OrderedDict")
Counter = _Special("Counter")
Deque = _Special("Deque")
SupportsFloat = _Special("SupportsFloat")
SupportsInt = _Special("SupportsInt")
SupportsIndex = _Special("SupportsIndex")
TYPE_CHECKING = False


class TypeVar:
    """A name that stands for a type in annotations."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound

    def __or__(self, other):
        return Union[self, other]

    def __repr__(self):
        return "~" + self.__name__


AnyStr = TypeVar("AnyStr", bytes, str)


class ParamSpec(TypeVar):
    """Stands for the parameters of a function."""

    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    """Stands for any number of types."""


class _GenericAlias:
    """A class with arguments in brackets; it makes instances of the class."""

    def __init__(self, origin, arguments):
        self.__origin__ = origin
        self.__args__ = arguments if isinstance(arguments, tuple) else (arguments,)

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __getitem__(self, arguments):
        return _GenericAlias(self.__origin__, arguments)

    def __eq__(self, other):
        return isinstance(other, _GenericAlias) and self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        return f"{_text(self.__origin__)}[{', '.join(_text(a) for a in self.__args__)}]"


def _parameters(bases):
    """The type variables in brackets behind base classes, in order."""
    found = []
    for base in bases:
        for argument in getattr(base, "__args__", None) or ():
            for variable in (argument,) if isinstance(argument, TypeVar) else _parameters((argument,)):
                if variable not in found:
                    found.append(variable)
    return tuple(found)


class Generic:
    """The base of classes with type parameters."""

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls.__parameters__ = _parameters(cls.__dict__.get("__orig_bases__", ()))

    def __class_getitem__(cls, arguments):
        return _GenericAlias(cls, arguments)


class Protocol:
    """The base of protocols: classes that say which methods an object needs."""

    _is_runtime = False

    def __class_getitem__(cls, arguments):
        return _GenericAlias(cls, arguments)

    @classmethod
    def _members(cls):
        names = []
        for base in cls.__mro__:
            if Protocol in base.__bases__:
                own = list(base.__dict__) + list(base.__dict__.get("__annotations__", {}))
                names += [name for name in own if name not in ("__module__", "__doc__", "__annotations__", "_is_runtime", "__init__", "__qualname__", "__orig_bases__", "__parameters__")]
        return names

    def __init__(self, *args, **keywords):
        if Protocol in type(self).__bases__:
            raise TypeError("Protocols cannot be instantiated")

    @classmethod
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(instance)

    @classmethod
    def __subclasscheck__(cls, other):
        if Protocol not in cls.__bases__:
            return False
        if not cls._is_runtime:
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return all(hasattr(other, name) for name in cls._members())


class NamedTuple(tuple):
    """The base of named tuples with annotated fields."""

    def __new__(cls, typename, fields=(), /, **keywords):
        if cls is not NamedTuple:
            return tuple.__new__(cls, typename)
        pairs = list(fields) + list(keywords.items())
        result = _namedtuple_class(typename, tuple(name for name, _ in pairs), {}, {})
        result.__annotations__ = dict(pairs)
        return result

    def __init_subclass__(cls, **keywords):
        annotations = cls.__dict__.get("__annotations__")
        if annotations is None:
            return
        names = tuple(annotations)
        own = cls.__dict__
        defaults = {name: own[name] for name in names if name in own}
        model = _namedtuple_class(cls.__name__, names, defaults, {})
        for name, member in model.__dict__.items():
            if name in names or name in ("__new__", "_fields", "_field_defaults", "_make", "_replace", "_asdict", "__match_args__") \
                    or name == "__repr__" and name not in own:
                setattr(cls, name, member)


class TypedDict(dict):
    """A dict with known keys."""

    def __init_subclass__(cls, total=True, **keywords):
        cls.__total__ = total
        names = frozenset(cls.__annotations__)
        cls.__required_keys__ = names if total else frozenset()
        cls.__optional_keys__ = frozenset() if total else names

    def __new__(cls, *args, **keywords):
        return dict(*args, **keywords)


def NewType(name, tp):
    """A name for a type, taken for another by checkers only."""
    def new(value):
        return value
    new.__name__ = name
    new.__supertype__ = tp
    return new


def cast(typ, val):
    """The value itself."""
    return val


def overload(func):
    """One of several forms of a function."""
    return func


def final(f):
    """Marks what is not to be overridden."""
    return f


def override(f):
    """Marks a method that overrides another."""
    return f


def no_type_check(arg):
    """Marks what checkers leave alone."""
    return arg


def runtime_checkable(cls):
    """Lets `isinstance` ask for the methods of a protocol."""
    cls._is_runtime = True
    return cls


def assert_type(val, typ, /):
    """The value itself."""
    return val


def assert_never(arg, /):
    """Refuses to be reached."""
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, function or module."""
    hints = {}
    for base in reversed(getattr(obj, "__mro__", (obj,))):
        hints.update(getattr(base, "__annotations__", {}) if base is not object else {})
    return {name: type(None) if hint is None else _resolved(hint, obj, globalns, localns) for name, hint in hints.items()}


def _resolved(hint, obj, *namespaces):
    """What an annotation in quotes names, where that is a plain name."""
    if isinstance(hint, str) and hint.isidentifier():
        import sys
        module = sys.modules.get(getattr(obj, "__module__", "__main__"))
        if hasattr(module, hint):
            return getattr(module, hint)
        known = {cls.__name__: cls for cls in (int, float, complex, bool, str, bytes, list, tuple, dict, set, frozenset, object, type)}
        for names in (*namespaces, known):
            if names and hint in names:
                return names[hint]
        raise NameError(f"name {hint!r} is not defined")
    return hint


def get_origin(tp):
    """The class behind a type with parameters."""
    if isinstance(tp, _Special) and tp.__origin__ is None:
        import collections.abc
        return None if tp.__args__ is None else getattr(collections.abc, tp._name, None) or _forms[tp._name]
    return type(tp) if isinstance(tp, type(int | str)) else getattr(tp, "__origin__", None)


_forms = {form._name: form for form in (Union, Literal, ClassVar, Final, Annotated, Concatenate, Required, NotRequired, Unpack, TypeGuard)}


def get_args(tp):
    """The parameters of a type."""
    args = getattr(tp, "__args__", None) or ()
    return tuple(type(None) if arg is None else arg for arg in args) if isinstance(tp, type(int | str)) else args
