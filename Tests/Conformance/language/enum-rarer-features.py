import enum
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    def describe(self): return f"{self.name}={self.value}"
    @classmethod
    def fav(cls): return cls.GREEN
    @property
    def lower(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color["GREEN"], list(Color), Color.CRIMSON is Color.RED, Color.__members__, len(Color), Color.RED.describe(), Color.fav(), Color.GREEN.lower)
for bad in (lambda: Color(5), lambda: Color["X"], lambda: Color.BLUE, lambda: setattr(Color, "RED", 3), lambda: Color.RED < Color.GREEN):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(Color.RED == 1, Color.RED in Color, hash(Color.RED) == hash("RED"), isinstance(Color.RED, Color), Color.RED.name, type(Color.RED))
class N(IntEnum):
    A = auto(); B = auto(); C = 10; D = auto()
print(list(N), N.A + 1, N.B > N.A, N.C == 10, f"{N.A}", f"{N.A:>5}", str(N.A), repr(N.A), "%d" % N.D, [1,2,3][N.A])
class S(StrEnum):
    X = auto(); Y = "why"
print(S.X, S.Y, repr(S.X), S.X == "x", S.Y.upper(), f"{S.X!r}")
class F(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.X, repr(F.RW), F.RW & F.R, ~F.R, bool(F.R & F.W), F(0), F(7), list(F.RW), F.R in F.RW, F.RW.name, F.R ^ F.RW, len(F.RW))
try: F(16)
except ValueError as e: print(e)
class IF(IntFlag):
    A = 1; B = 2; C = 4
print(IF.A | IF.B, IF.A | 8, IF(9), repr(IF(9)), IF.A + 1, ~IF.A, IF.A | 2)
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Planet.EARTH.g, Planet.MARS.value, Planet((6.4e23, 3.39e6)))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    A = auto(); B = auto()
print(list(Auto))
class M(Enum):
    @classmethod
    def _missing_(cls, v): return cls.DEF
    DEF = 0
print(M(99))
Animal = Enum("Animal", "CAT DOG"); print(list(Animal)); print(Enum("Z", {"a": 5, "b": 6}).b, Enum("Y", ["q","r"], start=5).r.value)
class Op(Enum):
    ADD = staticmethod(lambda a, b: a + b) if False else "+"
    SUB = "-"
    def __call__(self, a, b): return {"+": a + b, "-": a - b}[self.value]
print(Op.ADD(1, 2), Op("-")(5, 3))
try:
    class Ext(Color): pass
except TypeError as e: print(e)
print(Color.RED.__class__, Color.__name__, dir(Color)[-4:], Color.RED._value_, Color._member_names_, Color._value2member_map_)
class W(Enum):
    A = "a"
    _ignore_ = ["t"]; t = 3
    @enum.member
    def fn(self): pass
    x = enum.nonmember(4)
print(list(W)[0], W.x)
match Color.RED:
    case Color.GREEN: print("g")
    case Color.RED: print("r")
class T(tuple, Enum):
    A = (1, 2)
print(T.A, T.A[0], T.A == (1,2))
class D(str, Enum):
    A = "a"
print(D.A, f"{D.A}", D.A == "a", "%s" % D.A, D.A.upper(), format(D.A))
import json; print(json.dumps({"n": N.A, "d": D.A, "s": S.X}))
import pickle, copy
print(copy.deepcopy(Color.RED) is Color.RED)
print(enum.CONTINUOUS, enum.EnumType, Color.__doc__)
@enum.verify(enum.UNIQUE)
class V(Enum): A = 1
print(enum.global_enum is not None)
class Bd(Flag, boundary=enum.KEEP):
    A = 1
print(Bd(5))
