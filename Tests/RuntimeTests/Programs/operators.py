# Checks operators; NAME.out holds what CPython 3.11 prints.
class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"V({self.x})"
    def __add__(self, o):
        if isinstance(o, V): return V(self.x + o.x)
        if isinstance(o, int): return V(self.x + o)
        return NotImplemented
    __radd__ = __add__
    def __iadd__(self, o): self.x += 100; return self
    def __mul__(self, o): return NotImplemented
    def __rmul__(self, o): return V(self.x * o)
    def __lt__(self, o): return self.x < o.x
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __neg__(self): return V(-self.x)
    def __bool__(self): return self.x != 0
class W(V):
    def __radd__(self, o): return "W first"
print(V(1) + V(2), V(1) + 5, 5 + V(1), V(1) + W(2), 3 * V(2), -V(4), sorted([V(3), V(1)]))
v = V(1); w = v; v += 1
print(v, w, v is w, V(1) == V(1), V(1) != V(2), not V(0))
for bad in (lambda: V(1) + "s", lambda: V(1) * V(2), lambda: "a" < 1, lambda: [] - 1, lambda: hash(V(1)), lambda: -"s"):
    try:
        print(bad())
    except TypeError as error:
        print(error)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 2 ** 100, 7 // -2, -7 % 3, 7.5 // 2, 2 ** -1, 10 ** 20 // 3, 1 << 70)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500 * 3037000500, -(-9223372036854775808))
x = 5
x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x |= 8; x ^= 3; x <<= 2
print(x, 0.1 + 0.2, 1e16, 1 / 3, True + True, 3 & 5 | 2)
