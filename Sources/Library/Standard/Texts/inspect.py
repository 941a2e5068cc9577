# inspect: a little about functions and classes.
from collections import namedtuple
from enum import IntEnum
from types import FunctionType, MethodType, BuiltinFunctionType, GeneratorType, ModuleType


def isfunction(object): return isinstance(object, FunctionType)
def ismethod(object): return isinstance(object, MethodType)
def isclass(object): return isinstance(object, type)
def ismodule(object): return isinstance(object, ModuleType)
def isbuiltin(object): return isinstance(object, BuiltinFunctionType)
def isgenerator(object): return isinstance(object, GeneratorType)
def isgeneratorfunction(object): return isfunction(object) and bool(object.__code__.co_flags & 32)
def isabstract(object): return isinstance(object, type) and bool(object.__abstractmethods__)
def isroutine(object): return isfunction(object) or ismethod(object) or isbuiltin(object)


def getdoc(object):
    """What an object says about itself, without the indent."""
    return cleandoc(object.__doc__) if object.__doc__ else None


def cleandoc(doc):
    """A doc string without its indent."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def getmembers(object, predicate=None):
    """The attributes of an object with their values, by name."""
    return [(name, getattr(object, name)) for name in dir(object) if predicate is None or predicate(getattr(object, name))]


def getmro(cls):
    """The classes in which attributes are looked up."""
    return cls.__mro__


class _empty:
    pass


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name


def _annotation(value):
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    return repr(value)


class Parameter:
    """One parameter of a function."""

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind

    def __init__(self, name, kind, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def __str__(self):
        text = {2: "*", 4: "**"}.get(self.kind, "") + self.name
        if self.annotation is not _empty:
            text += f": {_annotation(self.annotation)}"
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


class Signature:
    """The parameters of a function and what it returns."""

    empty = _empty

    def __init__(self, parameters, return_annotation=_empty):
        self.parameters = {p.name: p for p in parameters}
        self.return_annotation = return_annotation

    def __str__(self):
        parts, was_only, had_star = [], False, False
        for p in self.parameters.values():
            if was_only and p.kind != Parameter.POSITIONAL_ONLY:
                parts.append("/")
            was_only = p.kind == Parameter.POSITIONAL_ONLY
            if p.kind == Parameter.KEYWORD_ONLY and not had_star:
                parts.append("*")
                had_star = True
            had_star = had_star or p.kind == Parameter.VAR_POSITIONAL
            parts.append(str(p))
        if was_only:
            parts.append("/")
        result = f"({', '.join(parts)})"
        if self.return_annotation is not _empty:
            result += f" -> {_annotation(self.return_annotation)}"
        return result

    def __repr__(self):
        return f"<Signature {self}>"

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by parameter name."""
        return self._bound(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bound(args, kwargs, True)

    def _bound(self, args, kwargs, partial):
        found, rest = {}, list(args)
        kwargs = dict(kwargs)
        for p in self.parameters.values():
            if p.kind == Parameter.VAR_POSITIONAL:
                if rest:
                    found[p.name] = tuple(rest)
                rest = []
            elif p.kind == Parameter.VAR_KEYWORD:
                if kwargs:
                    found[p.name] = kwargs
                kwargs = {}
            elif rest and p.kind != Parameter.KEYWORD_ONLY:
                if p.name in kwargs and p.kind != Parameter.POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {p.name!r}")
                found[p.name] = rest.pop(0)
            elif p.name in kwargs and p.kind != Parameter.POSITIONAL_ONLY:
                found[p.name] = kwargs.pop(p.name)
            elif p.default is _empty and not partial:
                kind = "keyword-only " if p.kind == Parameter.KEYWORD_ONLY else ""
                raise TypeError(f"missing a required {kind}argument: {p.name!r}")
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, found)


class BoundArguments:
    """The arguments of a call by parameter name."""

    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    def apply_defaults(self):
        filled = {}
        for p in self.signature.parameters.values():
            if p.name in self.arguments:
                filled[p.name] = self.arguments[p.name]
            elif p.default is not _empty:
                filled[p.name] = p.default
            elif p.kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
                filled[p.name] = () if p.kind == Parameter.VAR_POSITIONAL else {}
        self.arguments = filled

    def _given(self):
        return [(p, self.arguments[p.name]) for p in self.signature.parameters.values() if p.name in self.arguments]

    @property
    def args(self):
        result = []
        for p, value in self._given():
            if p.kind == Parameter.VAR_POSITIONAL:
                result += value
            elif p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
                result.append(value)
        return tuple(result)

    @property
    def kwargs(self):
        result = {}
        for p, value in self._given():
            if p.kind == Parameter.VAR_KEYWORD:
                result.update(value)
            elif p.kind == Parameter.KEYWORD_ONLY:
                result[p.name] = value
        return result

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


def signature(callable):
    """The signature of something that can be called."""
    return _signature(callable, 1)


def _signature(callable, bound):
    # Of the parameter that a method or a class fills, `bound` are left out.
    skip = 0
    function = callable
    if isinstance(function, type):
        function, skip = function.__init__, bound
    if isinstance(function, MethodType):
        function, skip = function.__func__, bound
    code = function.__code__
    names = code.co_varnames
    positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    annotations = function.__annotations__
    parameters = []
    for index in range(positional):
        default = index - (positional - len(defaults))
        kind = Parameter.POSITIONAL_ONLY if index < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        parameters.append(Parameter(names[index], kind, defaults[default] if default >= 0 else _empty, annotations.get(names[index], _empty)))
    rest = positional + keyword_only
    if code.co_flags & 4:
        parameters.append(Parameter(names[rest], Parameter.VAR_POSITIONAL, annotation=annotations.get(names[rest], _empty)))
        rest += 1
    for name in names[positional:positional + keyword_only]:
        parameters.append(Parameter(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty), annotations.get(name, _empty)))
    if code.co_flags & 8:
        parameters.append(Parameter(names[rest], Parameter.VAR_KEYWORD, annotation=annotations.get(names[rest], _empty)))
    return Signature(parameters[skip:], annotations.get("return", _empty))


FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")


def getfullargspec(func):
    """The parameters of a function by their kinds, in the older form."""
    parameters = list(_signature(func, 0).parameters.values())

    def named(*kinds):
        return [p.name for p in parameters if p.kind in kinds]

    only = {p.name: p.default for p in parameters if p.kind == Parameter.KEYWORD_ONLY and p.default is not _empty}
    positional = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    defaults = tuple(p.default for p in parameters if p.kind in positional and p.default is not _empty)
    return FullArgSpec(
        named(*positional), next(iter(named(Parameter.VAR_POSITIONAL)), None), next(iter(named(Parameter.VAR_KEYWORD)), None),
        defaults or None, named(Parameter.KEYWORD_ONLY), only or None, dict(getattr(func, "__annotations__", {})))
