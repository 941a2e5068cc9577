# Checks that each NaN is itself alone in containers, and that kinds of objects only the interpreter makes refuse to be called.
import math
import types

a, b = float("nan"), float("nan")
print(a in [a], a in [b], [a] == [a], [a] == [b], {a: 1} == {a: 1}, len({a, b, a}), [a, b].index(b), a == a, (a,) == (b,), math.nan in [math.nan])
print(types.MethodType(lambda self, x: (self, x), 5)(6), types.MethodType(len, "abc")())
for kind in (type(iter([])), type(iter(range(3))), type(x for x in []), type(len)):
    try:
        kind()
    except TypeError as error:
        print(error)
for arguments in ((), (len,), (5, 6), (len, None)):
    try:
        types.MethodType(*arguments)
    except TypeError as error:
        print(error)
