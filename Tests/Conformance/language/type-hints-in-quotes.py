import enum
import sys
import types
from typing import Optional, get_args, get_origin, get_type_hints


def f(a: int, b: "str", c: "Foo", d: Optional[int] = None) -> None: pass


class Foo:
    x: "int"
    y: "Foo"
    z: None


print(get_type_hints(f), get_type_hints(Foo))
print(get_origin(int | str) is types.UnionType, get_args(int | None), get_origin(dict[str, int]))


def g(a: "Nope"): pass


try:
    get_type_hints(g)
except NameError as error:
    print(error)


@enum.global_enum
class Direction(enum.IntFlag):
    NORTH = 1
    WEST = 2


print(repr(Direction.NORTH | Direction.WEST), repr(WEST), "sys" in sys.modules, "__main__" in sys.modules)
