# Checks lists, tuples, ranges, slices and unpacking with odd arguments, and their error texts.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


a = [1, 2, 3]
check(
    lambda: a.append(1, 2),
    lambda: a.append(),
    lambda: a.insert(1),
    lambda: a.insert("x", 1),
    lambda: a.pop(10),
    lambda: a.pop("x"),
    lambda: [].pop(),
    lambda: a.remove(99),
    lambda: a.index(99),
    lambda: a.index(2, 2),
    lambda: a.extend(5),
    lambda: a.extend(None),
    lambda: (a.count(1), a.index(3, -1), a.copy(), a.__len__()),
    lambda: a.sort(1),
    lambda: a.sort(key=5),
    lambda: a.sort(foo=1),
    lambda: [1, "a"].sort(),
    lambda: sorted([1, None]),
    lambda: (sorted([3, 1, 2], reverse=True), sorted("bca", key=lambda c: -ord(c)), sorted({3: 1, 1: 2})),
    lambda: sorted(),
    lambda: sorted([1], [2]),
    lambda: sorted(5),
    lambda: [1, 2] + (3,),
    lambda: [1, 2] + "a",
    lambda: (1,) + [2],
    lambda: [1] * "a",
    lambda: [1] * 1.5,
    lambda: "a" * [1],
    lambda: [1, 2] - [1],
    lambda: ([1] < [1, 2], [1, 2] < [1, 3], [] < [1], [1, 2] == [1, 2], [1, 2] == (1, 2)),
    lambda: [1] < (1,),
    lambda: [1] < ["a"],
    lambda: a[5],
    lambda: a["x"],
    lambda: a[1.0],
    lambda: a[None],
    lambda: a[1, 2],
)
try:
    a[5] = 1
except Exception as error:
    print(type(error).__name__, error)
try:
    a["x"] = 1
except Exception as error:
    print(type(error).__name__, error)
try:
    del a[5]
except Exception as error:
    print(type(error).__name__, error)
try:
    del a["x"]
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: (1, 2)[5],
    lambda: (1, 2)["a"],
)
try:
    (1, 2)[0] = 1
except Exception as error:
    print(type(error).__name__, error)
try:
    del (1, 2)[0]
except Exception as error:
    print(type(error).__name__, error)
b = list(range(10))
b[2:5] = [20, 30]
check(
    lambda: b,
)
b[::2] = [0] * 5
check(
    lambda: b,
)
try:
    b[::2] = [0] * 4
except Exception as error:
    print(type(error).__name__, error)
b[1:1] = "xy"
check(
    lambda: b,
)
b[5:2] = [99]
check(
    lambda: b,
)
b[-1:] = []
check(
    lambda: b,
)
del b[::2]
check(
    lambda: b,
)
del b[1:3]
check(
    lambda: b,
)
b[:] = range(3)
check(
    lambda: b,
)
b[::-1] = [7, 8, 9]
check(
    lambda: b,
)
try:
    b[0:2] = 5
except Exception as error:
    print(type(error).__name__, error)
try:
    b[::2] = 5
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: b["a":2],
    lambda: b[1.5:],
    lambda: b[::0],
    lambda: (b[None:None:None], b[True:], b[-100:100], b[::-1], b[100:], b[:-100]),
)
b += (1, 2)
check(
    lambda: b,
)
b += "ab"
check(
    lambda: b,
)
try:
    b += 5
except Exception as error:
    print(type(error).__name__, error)
b *= 2
check(
    lambda: b,
)
b *= -1
check(
    lambda: b,
)
c = [[0] * 2] * 3
c[0][0] = 1
check(
    lambda: c,
    lambda: c.append(c),
    lambda: repr(c),
    lambda: len(5),
    lambda: len(),
    lambda: (min([]),),
    lambda: max([]),
    lambda: max(),
    lambda: max(1),
    lambda: max(1, "a"),
    lambda: max([1, 2], key=len),
    lambda: (max([], default=3), max([1, 5, 3], key=lambda v: -v), max("a", "b"), max([1], [2]), min(3, 1, 2), max(1, 2, default=5) if False else 0),
    lambda: max(1, 2, default=5),
    lambda: min([], key=None),
    lambda: sum([[1], [2]], []),
    lambda: sum(["a"]),
    lambda: sum("ab", ""),
    lambda: (sum([1, 2], start=10), sum([0.1] * 10), sum([True, True])),
    lambda: sum(5),
    lambda: sum([1, "a"]),
    lambda: list(5),
    lambda: list(1, 2),
    lambda: tuple(5),
    lambda: set(5),
    lambda: dict(5),
    lambda: dict([1, 2]),
    lambda: dict([(1, 2, 3)]),
    lambda: dict(["ab", "cd"]),
    lambda: dict([("a",)]),
    lambda: dict(1, 2),
    lambda: (dict({"a": 1}, b=2), dict(a=1), dict([("a", 1)], a=2), dict(zip("ab", [1, 2]))),
    lambda: (list(zip([1, 2], "ab", (True, False))), list(zip()), list(zip([1]))),
    lambda: list(zip([1, 2], [1], strict=True)),
    lambda: list(zip([1], [1, 2], strict=True)),
    lambda: list(zip([1], [1], [1, 2], strict=True)),
    lambda: list(zip([1, 2], [1, 2], [1], strict=True)),
    lambda: zip(1),
    lambda: zip([1], 2),
    lambda: map(len),
    lambda: map(),
    lambda: list(map(len, [1])),
    lambda: list(map(lambda x, y: x + y, [1, 2], [3])),
    lambda: list(filter(None, [0, 1, "", "a"])),
    lambda: filter(None),
    lambda: enumerate(5),
    lambda: enumerate(),
    lambda: (list(enumerate("ab", start=5)), list(enumerate("ab", -1))),
    lambda: enumerate("a", "b"),
    lambda: reversed(5),
    lambda: reversed({1, 2}),
    lambda: (list(reversed({"a": 1, "b": 2})), list(reversed(range(3))), list(reversed("abc"))),
    lambda: iter(5),
    lambda: next(5),
    lambda: next(iter([])),
    lambda: (next(iter([]), None), next(iter([1]))),
    lambda: next([1]),
    lambda: any(5),
    lambda: (all([]), any([]), all([1, 0]), any(x > 2 for x in [1, 3])),
    lambda: range(1, 2, 0),
    lambda: range(),
    lambda: range(1.5),
    lambda: range("a"),
    lambda: range(1, 2, 3, 4),
    lambda: range(5)[10],
    lambda: (range(5)[-1], range(10)[2:5], range(10)[::-1], range(5) == range(0, 5, 1), range(0) == range(2, 2), len(range(10, 0, -3)), 3 in range(5), 3.0 in range(5), "a" in range(5), range(5).index(3), range(5).count(2), range(5).start, range(1, 5, 2).step, hash(range(3)) == hash(range(3))),
    lambda: range(5).index(9),
    lambda: range(5)["a"],
    lambda: len(range(10**20)),
)
try:
    range(5)[0] = 1
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: range(5) + range(3),
    lambda: range(3) < range(4),
    lambda: list(iter(iter([1, 2, 3]).__next__, 3)),
    lambda: (slice(1, 2), slice(5).indices(3), slice(None, None, -1).indices(4), slice(1, 10, 2) == slice(1, 10, 2), slice(1).stop),
    lambda: slice(),
    lambda: slice(1, 2, 0).indices(5),
    lambda: hash([1]),
    lambda: hash(({},)),
    lambda: {[1]: 2},
    lambda: {[1]},
    lambda: {{}},
)
d = {}
try:
    d[[1]] = 2
except Exception as error:
    print(type(error).__name__, error)
try:
    x, y = 1, 2, 3
except Exception as error:
    print(type(error).__name__, error)
try:
    x, y, z = 1, 2
except Exception as error:
    print(type(error).__name__, error)
try:
    x, *y = []
except Exception as error:
    print(type(error).__name__, error)
try:
    x, *y, z = [1]
except Exception as error:
    print(type(error).__name__, error)
try:
    x, y = 5
except Exception as error:
    print(type(error).__name__, error)
try:
    x, y = None
except Exception as error:
    print(type(error).__name__, error)
try:
    x, y = "a"
except Exception as error:
    print(type(error).__name__, error)
(x, y), z = [1, 2], 3
try:
    x, (y, z) = 1, 2
except Exception as error:
    print(type(error).__name__, error)
x, y = {"a": 1, "b": 2}
try:
    x, y = iter([1])
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: [*[1], *5],
    lambda: [*None],
    lambda: (*5,),
    lambda: {*5},
    lambda: {**5},
    lambda: {**[1]},
    lambda: print(*5),
    lambda: dict(**5),
    lambda: dict(**{1: 2}),
    lambda: print(**{"foo": 1}),
    lambda: tuple([1, [2]])[1].append(3),
)
t = (1, [2])
try:
    t[1] += [3]
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: t,
    lambda: (1, 2).index(5),
    lambda: (1, 2, 1).count(1), (1, 2) + (3,), (1,) * 3, (), (1,), ((),), (1, 2) < (1, 3), (1, 2) == [1, 2], hash((1, 2)) == hash((1, 2)),
    lambda: (1, 2).append(3),
    lambda: [1, 2].foo,
    lambda: ([3, 1].sort(), [1].reverse(), [1].clear(), [1].append(2)),
    lambda: (list("abc"), list({"a": 1}), list(range(3)), list((1, 2)), [*"ab", *[1]], [*range(2)]),
    lambda: ([1, 2, 3].__getitem__(slice(1, None)), [1].__contains__(1), [1].__add__([2]), [1].__eq__((1,)), [1].__lt__([2])),
    lambda: ([1, 2] * 2, 2 * [1], [] * 5, [0] * 0),
    lambda: (a is a, [] is [], () == []),
    lambda: ([[1, 2], [3]] == [[1, 2], [3]], [1, [2, [3]]][1][1][0]),
)
