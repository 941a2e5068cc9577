# Checks data classes and enumerations with their options and errors.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


from dataclasses import dataclass, field, replace, asdict, astuple, fields, is_dataclass, FrozenInstanceError, InitVar, KW_ONLY, make_dataclass, MISSING
from typing import ClassVar, Optional, List
import enum
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)
    total: int = field(init=False, default=9)
    K: ClassVar[int] = 5
    def __post_init__(self): self.total = self.x + self.y
p = P(1, 2)
check(
    lambda: (p, P(1) == P(1), P(1) == P(1, secret="zz"), P(1) != P(2), P(1) == 5),
    lambda: P(),
    lambda: P(1, 2, [], "a", 5),
    lambda: P(1, z=3),
    lambda: (replace(p, x=10), asdict(p), astuple(p), [f.name for f in fields(p)], is_dataclass(p), is_dataclass(P), is_dataclass(5), is_dataclass(int)),
    lambda: replace(p, total=3),
    lambda: replace(p, q=3),
    lambda: replace(5, q=3),
    lambda: asdict(5),
    lambda: fields(5),
    lambda: hash(P(1)),
    lambda: P(1) < P(2),
    lambda: (P.__match_args__, P.__annotations__, P.__doc__),
    lambda: (fields(P)[0].type, fields(P)[0].default is MISSING, fields(P)[2].default_factory, fields(P)[1].default),
)
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = "x"
check(
    lambda: (V(1) < V(2), V(1, "b") > V(1, "a"), V(1) <= V(1), sorted([V(3), V(1)]), hash(V(1)) == hash(V(1)), {V(1): 2}, V(1) == V(1)),
)
v = V(1)
try:
    v.a = 5
except Exception as error:
    print(type(error).__name__, error)
try:
    v.zz = 5
except Exception as error:
    print(type(error).__name__, error)
try:
    del v.a
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: V(1) < 5,
    lambda: FrozenInstanceError.__mro__[1].__name__,
)
@dataclass
class Base:
    a: int = 1
@dataclass
class Derived(Base):
    b: int = 2
    a: int = 5
check(
    lambda: (Derived(), Derived(1, 2), [f.name for f in fields(Derived)], Derived(7) == Base(7)),
)
@dataclass(eq=False, repr=False)
class NE:
    a: int = 1
check(
    lambda: (NE() == NE(), type(repr(NE())).__name__, hash(NE()) is not None),
)
@dataclass(kw_only=True)
class KW:
    a: int
    b: int = 0
check(
    lambda: KW(a=1),
    lambda: KW(1),
)
@dataclass
class KW2:
    a: int
    _: KW_ONLY
    b: int = 3
check(
    lambda: (KW2(1, b=5),),
    lambda: KW2(1, 5),
)
@dataclass
class IV:
    a: int
    scale: InitVar[int] = 2
    def __post_init__(self, scale): self.a *= scale
check(
    lambda: (IV(3), IV(3, 5), [f.name for f in fields(IV)]),
)
class Bad1: pass
try:
    @dataclass
    class BB:
        a: int = 1
        b: int
except TypeError as e: print(e)
try:
    @dataclass
    class BC:
        a: list = []
except ValueError as e: print(e)
try:
    @dataclass(frozen=False)
    class BD(V): pass
except TypeError as e: print(e)
try:
    @dataclass(frozen=True)
    class BE(Base): pass
except TypeError as e: print(e)
try:
    @dataclass(order=True)
    class BF:
        a: int
        def __lt__(self, o): return True
except TypeError as e: print(e)
try:
    field(default=1, default_factory=list)
except ValueError as e: print(e)
@dataclass(slots=True)
class SL:
    a: int = 0
check(
    lambda: (SL(4), SL.__slots__),
    lambda: SL(4).b,
)
@dataclass(unsafe_hash=True)
class UH:
    a: int = 0
check(
    lambda: (hash(UH(1)) == hash(UH(1)), {UH(1)} == {UH(1)}),
)
@dataclass
class Node:
    val: int
    next: Optional["Node"] = None
    kids: List["Node"] = field(default_factory=list)
n = Node(1, Node(2))
check(
    lambda: n,
    lambda: asdict(Node(1, Node(2), [Node(3)])),
)
n.next = n
check(
    lambda: repr(n),
)
C = make_dataclass("C", [("x", int), ("y", int, field(default=5)), "z"][:2])
check(
    lambda: (C(1), C.__name__),
)
@dataclass
class WithProp:
    _v: int = 1
    @property
    def v(self): return self._v
    @classmethod
    def build(cls, n): return cls(n)
check(
    lambda: (WithProp.build(3).v, WithProp.build(3)),
)
@dataclass
class CustomRepr:
    a: int
    def __repr__(self): return "custom"
    def __eq__(self, o): return True
check(
    lambda: (CustomRepr(1), CustomRepr(1) == 5),
)
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = "b"
    CRIMSON = 1
    def describe(self): return f"{self.name}:{self.value}"
    @classmethod
    def default(cls): return cls.RED
check(
    lambda: (Color.RED, str(Color.RED), Color.RED.name, Color.RED.value, Color(1), Color["GREEN"], list(Color), len(Color), Color.CRIMSON, Color.RED is Color.CRIMSON, Color.RED.describe(), Color.default(), Color.RED == 1, Color.RED == Color.RED, Color.RED in Color, hash(Color.RED) == hash(Color.RED)),
    lambda: Color(5),
    lambda: Color["PINK"],
)
try:
    Color.RED = 5
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: Color.RED < Color.GREEN,
    lambda: Color.RED.value.foo,
    lambda: 1 in Color,
)
class Num(IntEnum):
    A = 1
    B = auto()
    C = auto()
check(
    lambda: (Num.A + 1, Num.B > Num.A, list(Num), str(Num.A), repr(Num.A), f"{Num.B}", Num(2), sorted([Num.C, Num.A]), Num.A == 1, [10, 20, 30][Num.A], "%d" % Num.C, int(Num.B)),
)
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
check(
    lambda: (Perm.R | Perm.W, Perm.R & Perm.W, ~Perm.R, Perm.R in (Perm.R | Perm.W), (Perm.R | Perm.W).value, Perm(5), bool(Perm.R & Perm.W), Perm.R ^ Perm.W, list(Perm.R | Perm.X), Perm(0), str(Perm.R | Perm.W), str(Perm.R)),
)
class IP(IntFlag):
    A = 1
    B = 2
class S(StrEnum):
    FOO = auto()
    BAR = "bar!"
check(
    lambda: (S.FOO, str(S.FOO), S.FOO == "foo", S.BAR.upper(), f"{S.BAR}", repr(S.BAR)),
)
class SS(str, Enum):
    A = "a"
check(
    lambda: (SS.A, str(SS.A), SS.A == "a", f"{SS.A}", SS.A.upper(), "x" + SS.A),
)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(self.mass / self.radius, 3)
check(
    lambda: (Planet.EARTH.mass, Planet.MARS.g, Planet((5.97, 6.37)), Planet.EARTH),
)
Fn = Enum("Fn", "A B C")
check(
    lambda: (list(Fn), Fn.A.value, Enum("Q", {"X": 5}).X, Enum("Z", ["P", "Q"]).Q),
)
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class Sub(Color): pass
except TypeError as e: print(e)
class Auto2(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = auto()
    B = auto()
check(
    lambda: (list(Auto2), Auto2.A.value),
)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A
check(
    lambda: (Miss(55), Color.RED != Color.GREEN, Color.RED is not None, bool(Color.RED), Color._member_names_ if False else 0),
)
