# Checks generic classes, protocols, named tuples and typed dicts, and the texts of annotations.
from typing import *

T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value
    def get(self) -> T:
        return self.value
print(Box(5).get(), Box[int](6).value, Box[int], isinstance(Box[str]("a"), Box), T, List[T])
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Tuple[int, ...], Callable[[int], str], Literal["a", 1], Any, Iterable[int])
@runtime_checkable
class HasArea(Protocol):
    def area(self) -> float: ...
class Square:
    def area(self):
        return 4.0
class Line:
    length = 3
print(isinstance(Square(), HasArea), isinstance(Line(), HasArea))
class Runner(Protocol):
    def run(self) -> int: ...
try:
    isinstance(3, Runner)
except TypeError as error:
    print(error)
class Pair(NamedTuple):
    first: int
    second: str = "none"
    def both(self):
        return f"{self.first}-{self.second}"
print(Pair(1), Pair(1, "a").both(), Pair(2)._replace(second="z"), Pair._fields, Pair(1) == (1, "none"), Pair.__annotations__)
try:
    Pair()
except TypeError as error:
    print(error)
class Movie(TypedDict):
    title: str
    year: int
print(Movie(title="x", year=1999), Movie.__annotations__, Movie.__total__)
def scale(x: float, by: "int" = 2, *rest: int, **options: Any) -> List[float]:
    """Scales."""
    return [x * by]
print(scale.__annotations__, get_type_hints(Box.get) is not None, cast(int, "a"), get_origin(List[int]), get_args(Dict[str, int]), NewType("Id", int)(5))
