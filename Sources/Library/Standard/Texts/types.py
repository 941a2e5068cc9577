# types: the classes of functions, modules and the like.
import math

from _source import show_module


@show_module
class SimpleNamespace:
    """An object whose attributes are given by name."""

    def __init__(self, /, **keywords):
        self.__dict__.update(keywords)

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __repr__(self):
        return "namespace(" + ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()]) + ")"


FunctionType = type(lambda: None)
LambdaType = FunctionType
BuiltinFunctionType = type(len)
BuiltinMethodType = type(len)
MethodType = type(SimpleNamespace().__init__)
GeneratorType = type((lambda: (yield))())
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
ModuleType = type(math)
GenericAlias = type(list[int])
UnionType = type(int | str)


class MappingProxyType(dict):
    """A dict that cannot be changed."""

    def __setitem__(self, key, value):
        raise TypeError("'mappingproxy' object does not support item assignment")

    def __delitem__(self, key):
        raise TypeError("'mappingproxy' object does not support item deletion")

    def __str__(self):
        return str(dict(self))

    def __repr__(self):
        return f"mappingproxy({dict(self)!r})"


def coroutine(func):
    """The function itself: generators serve as coroutines."""
    return func
