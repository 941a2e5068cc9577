# Checks flags combined in class bodies, unknown bits of integer flags, tables of members, and errors of enumerations.
from enum import Enum, Flag, IntFlag, auto

class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(F.R | F.W, F.RW, ~F.R, F(0), F(5), list(F), list(F.RW), str(F.R | F.X), len(F.RW), F(7), F.RW.value, F.__members__)
try: F(8)
except ValueError as e: print(e)
class IF(IntFlag):
    A = 1
    B = 2
print(repr(IF.A | IF.B), repr(IF.A | 4), repr(IF(3)), IF.A + 1, str(IF.A), f"{IF.A|IF.B}", repr(~IF.A), repr(IF(8)), IF.A == 1)
class Color(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1
print(Color.__members__, Color._member_map_, Color._member_names_, Color._value2member_map_, Color(1), list(Color))
for f in (lambda: Color(5), lambda: Color["X"], lambda: Color(), lambda: setattr(Color.RED, "value", 3), lambda: setattr(Color, "RED", 3)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class P(Enum):
    E = (1, 2)
    def __init__(self, m, r): self.m = m; self.r = r
print(P.E.m, P((1, 2)), P.E)
