# Checks dicts, sets and the containers of collections with odd arguments, and their error texts.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


d = {"a": 1, "b": 2}
check(
    lambda: d["c"],
    lambda: d[1],
    lambda: d[(1, 2)],
    lambda: d[None],
)
try:
    del d["zz"]
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: d.pop("zz"),
    lambda: (d.pop("zz", None), d.pop("zz", 5)),
    lambda: d.pop(),
    lambda: d.pop(1, 2, 3),
    lambda: {}.popitem(),
    lambda: (d.popitem(), d),
    lambda: (d.get(),),
    lambda: (d.get("x"), d.get("x", 0), d.get("a")),
    lambda: d.get(1, 2, 3),
    lambda: d.get([1]),
    lambda: (d.setdefault("n", []), d.setdefault("n", 5), d.setdefault("q")),
    lambda: d.update(5),
    lambda: d.update([1]),
    lambda: d.update([(1, 2, 3)]),
    lambda: (d.update({"z": 1}, y=2), d),
    lambda: d.update(1, 2),
    lambda: (d | {"k": 1}, {"k": 0} | d),
    lambda: d | [1],
)
d |= [("m", 1)]
check(
    lambda: d,
)
try:
    d |= 5
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: (dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict.fromkeys({})),
    lambda: dict.fromkeys(5),
    lambda: (list(d), list(d.items()), list(d.values()), d.keys(), d.items(), d.values()),
    lambda: (d.keys() == {"a"}, {"a": 1}.keys() == {"a"}, "a" in d.keys(), ("a", 1) in d.items(), 1 in d.values()),
    lambda: d.keys()[0],
    lambda: d.values()[0],
    lambda: d.keys().mapping if False else 0,
    lambda: ({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], {"a": 1} != {"a": 2}),
    lambda: {"a": 1} < {"b": 2},
    lambda: {"a": 1} + {"b": 2},
    lambda: {1: "a", 1.0: "b", True: "c"},
    lambda: {**{"a": 1}, "b": 2, **{"a": 3}},
    lambda: (len({}), bool({}), {}.copy(), dict(), {"x": {"y": {"z": 1}}}),
    lambda: {"a": 1}.foo,
    lambda: {"a": 1}.a,
)
d2 = {"a": 1}
try:
    for k in d2: d2[k + "x"] = 1
except Exception as error:
    print(type(error).__name__, error)
for k in {"a": 1, "b": 2}: pass
d3 = {1: 2, 3: 4}
try:
    for k in d3: del d3[k]
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: d3,
)
s3 = {1, 2}
try:
    for k in s3: s3.add(k + 10)
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: ({k: v for k, v in zip("ab", range(2))}, {v: k for k, v in {"a": 1}.items()}, {k for k in "aab"} == {"a", "b"}),
    lambda: ({"a": 1}.items() == {"a": 1}.items(), list({"a": 1}.items())[0]),
    lambda: ("a" in {"a": 1}, 1 not in {"a": 1}),
    lambda: [1] in {"a": 1},
    lambda: ({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} <= {1, 2}, {1} < {1}, {1, 2} >= {1}, {1} == {1}, {1} != {2}, {1}.isdisjoint({2})),
    lambda: {1} | [2],
    lambda: {1} & "a",
    lambda: {1} + {2},
    lambda: {1} - [1],
    lambda: {1} < [1],
    lambda: ({1}.union([2], "a") == {1, 2, "a"}, {1, 2}.intersection([1], (1,)), {1, 2}.difference([1]), {1}.symmetric_difference([2]), {1}.issubset([1, 2]), {1, 2}.issuperset([1])),
    lambda: {1}.union(5),
    lambda: {1}.remove(5),
    lambda: {1}.remove("a"),
    lambda: ({1}.discard(5), {1}.add(1)),
    lambda: {1}.add([1]),
    lambda: {1}.add({1}),
    lambda: set().pop(),
    lambda: ({1}.pop(), set(), frozenset(), frozenset([1]), frozenset("a"), {frozenset([1])}),
    lambda: frozenset([1]).add(2),
    lambda: (frozenset([1]) | {2}, {1} | frozenset([2]), frozenset([1]) == {1}, hash(frozenset([1])) == hash(frozenset([1]))),
)
s = {1, 2, 3}
s |= {4}
s &= {1, 4, 5}
s -= {5}
s ^= {9}
check(
    lambda: sorted(s),
)
try:
    s |= [1]
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: s.update([1], {2}),
    lambda: s.intersection_update([1, 2]),
    lambda: s.difference_update([2]),
    lambda: s.symmetric_difference_update({7}),
    lambda: sorted(s),
    lambda: s[0],
    lambda: s.foo,
    lambda: ({1, 1.0, True}, {0, False}),
    lambda: (set("hello") == set("ohel"), len(set([1, 1, 2]))),
    lambda: set([[1]]),
    lambda: (set({"a": 1}), {*[1], *(2,)}),
    lambda: (s.copy() == s, s is s.copy()),
)
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple, ChainMap
od = OrderedDict(a=1, b=2, c=3)
check(
    lambda: od.move_to_end("a"),
    lambda: od,
    lambda: od,
    lambda: od.move_to_end("c", last=False),
    lambda: (od, list(od), od.popitem(last=False), od.popitem(), od),
    lambda: od.move_to_end("zz"),
    lambda: (OrderedDict([("a", 1)]) == {"a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(), repr(OrderedDict({"a": [1]}))),
    lambda: OrderedDict().popitem(),
)
dd = defaultdict(list)
check(
    lambda: dd["a"].append(1),
    lambda: dd,
    lambda: (dd, defaultdict(int), defaultdict(None), defaultdict(lambda: 5)["x"], defaultdict(int, {"a": 1}), defaultdict(int, a=1)),
    lambda: defaultdict(None)["x"],
    lambda: defaultdict(5),
    lambda: (dd.default_factory, dd.get("zz"), "zz" in dd, dd["q"], dd, dd.copy(), dd | {"w": 1}),
)
c = Counter("abracadabra")
check(
    lambda: (c, c.most_common(), c.most_common(2), c["zz"], list(c.elements())[:6], sum(c.values()), c.total()),
    lambda: (Counter(a=1, b=2) + Counter(a=2, c=-1), Counter(a=3) - Counter(a=1, b=2), Counter(a=1, b=2) & Counter(a=2), Counter(a=1) | Counter(a=2, b=1), +Counter(a=-1, b=1), -Counter(a=-1, b=1)),
    lambda: (Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=3) > Counter(a=2), Counter(), Counter([1, 1, 2]), Counter({"a": 2}), Counter({"a": "x"}) if False else 0),
    lambda: c.update("zz"),
    lambda: c.subtract({"a": 2}),
    lambda: c,
    lambda: c,
    lambda: c.update({"a": 5}, b=2),
    lambda: (c["a"], c["b"]),
)
del c["nope"]
check(
    lambda: (c.pop("a"), c.copy() == c, dict(c), c.most_common(0), c.most_common(100)[-1]),
    lambda: Counter(5),
    lambda: Counter.fromkeys("a"),
    lambda: Counter("a") + 5,
)
c += Counter(q=5)
check(
    lambda: c,
)
q = deque([1, 2, 3], maxlen=3)
check(
    lambda: q.append(4),
    lambda: q,
    lambda: (q, q.maxlen, deque("abc"), deque(), deque([1]) == deque([1]), len(q), q[0], q[-1], 3 in q),
    lambda: q.appendleft(0),
    lambda: q.rotate(1),
    lambda: q,
    lambda: (q, q.rotate(-2), q),
    lambda: q[10],
    lambda: q["a"],
    lambda: deque().pop(),
    lambda: deque().popleft(),
    lambda: deque([1]).remove(5),
    lambda: deque([1]).index(5),
    lambda: deque(maxlen=-1),
    lambda: deque(5),
    lambda: q.extend([7, 8]),
    lambda: q.extendleft([9]),
    lambda: q.insert(0, 5) if False else None,
    lambda: q,
    lambda: (q, q.count(8), q.reverse(), q, q.copy(), q.clear(), q),
    lambda: deque([1, 2], maxlen=2).insert(0, 5),
    lambda: (deque([1, 2]) + deque([3]), deque([1, 2]) * 2, deque([1]) < deque([2]), list(reversed(deque([1, 2]))), deque(range(3))),
    lambda: deque([1]) + [1],
    lambda: deque([1, 2, 3])[1:2],
)
dq = deque([1, 2])
dq[0] = 5
del dq[1]
check(
    lambda: dq,
)
try:
    for z in dq: dq.append(1)
except Exception as error:
    print(type(error).__name__, error)
Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
check(
    lambda: (p, p.x, p[1], p._asdict(), p._replace(x=5), p._fields, Point._make([3, 4]), p == (1, 2), p + (3,), len(p), tuple(p), [*p], hash(p) == hash((1, 2))),
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: Point(1, 2, x=3),
    lambda: Point(z=1, x=2),
)
try:
    p.x = 5
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: p.z,
    lambda: p._replace(z=1),
    lambda: Point._make([1]),
    lambda: (namedtuple("P", "a b, c")(1, 2, 3), namedtuple("P", "a b", defaults=[5])(1), namedtuple("P", ["a", "a"], rename=True)._fields if False else 0),
    lambda: namedtuple("P", "a a"),
    lambda: namedtuple("P", "class b"),
    lambda: namedtuple("P", "_a b"),
    lambda: namedtuple("P", "a class _b a", rename=True)._fields,
    lambda: namedtuple("P", "1a"),
    lambda: namedtuple("P", "a b", defaults=[1, 2, 3]),
    lambda: namedtuple("1P", "a"),
    lambda: (Point.__name__, Point.__doc__, Point._field_defaults, Point.x.__doc__, repr(Point), Point.__mro__[1], isinstance(p, tuple)),
)
x, y = p
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
check(
    lambda: (cm, cm["a"], cm["b"], list(cm), len(cm), dict(cm), cm.maps, cm.new_child({"z": 0}), cm.parents, "b" in cm, cm.get("q", 9)),
    lambda: cm["zz"],
)
cm["b"] = 10
check(
    lambda: cm,
)
try:
    del cm["zz"]
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: (cm, cm.pop("b"), cm.items(), cm.keys(), cm.values()),
)
