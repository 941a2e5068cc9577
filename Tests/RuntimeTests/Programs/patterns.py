# Checks patterns; NAME.out holds what CPython 3.11 prints.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def describe(value):
    match value:
        case 0: return "zero"
        case 1 | 2: return "small"
        case -1.5: return "negative"
        case "text": return "str"
        case None: return "none"
        case True: return "true"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [x, y] if x == y: return "twins"
        case [first, *rest]: return f"{first} then {rest}"
        case {"kind": "circle", "r": r, **others}: return f"circle {r} {others}"
        case {"kind": kind}: return f"kind {kind}"
        case Point(0, 0): return "origin"
        case Point(x, y=0): return f"on axis {x}"
        case Point() as p: return f"point {p.x},{p.y}"
        case int(n) if n > 100: return f"big {n}"
        case str() | bytes(): return "texty"
        case (float() as f): return f"float {f}"
        case _: return "other"
samples = [0, 2, -1.5, "text", None, True, [], [5], [3, 3], (1, 2, 3), {"kind": "circle", "r": 2, "c": 1}, {"kind": "k"},
           Point(0, 0), Point(4, 0), Point(1, 2), 500, "zzz", b"q", 2.5, 50, {1}]
for sample in samples:
    print(describe(sample))
if (n := len(samples)) > 20:
    print("many", n)
for i in range(5):
    if i == 3: break
else:
    print("no break")
while i > 0:
    i -= 1
else:
    print("ended")
print([a if a > 1 else -a for a in range(4)], 1 if [] else 2, "x" and 0 or "y", not 1)
