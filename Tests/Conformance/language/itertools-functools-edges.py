# Checks itertools, functools, operator, heapq and bisect at their edges.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


import itertools as it, functools as ft, operator as op
check(
    lambda: (list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], op.mul)), list(it.accumulate([1, 2], initial=10)), list(it.accumulate([], initial=1)), list(it.accumulate([3, 1, 2], max)), list(it.accumulate("abc"))),
    lambda: (list(it.chain([1], "ab")), list(it.chain.from_iterable([[1], [2, 3]])), list(it.chain())),
    lambda: (list(it.combinations("abc", 2)), list(it.combinations([1], 2)), list(it.combinations_with_replacement("ab", 2)), list(it.permutations([1, 2, 3], 2)), list(it.permutations("ab")), list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product())),
    lambda: it.combinations("ab", -1),
    lambda: it.permutations("ab", -1),
    lambda: it.product("ab", repeat=-1),
    lambda: (list(it.compress("abcd", [1, 0, 1])), list(it.count(5, 2).__iter__().__next__() for _ in range(2)), list(it.islice(it.count(10, -3), 3)), list(it.islice(it.count(0.5, 0.25), 3)), it.count(3), it.count(1, 2), it.repeat(5), it.repeat(5, 2), list(it.repeat("a", 3))),
    lambda: (list(it.islice(it.cycle("ab"), 5)), list(it.cycle([])), list(it.dropwhile(lambda v: v < 3, [1, 4, 2])), list(it.takewhile(lambda v: v < 3, [1, 4, 2])), list(it.filterfalse(None, [0, 1, 2])), list(it.filterfalse(lambda v: v % 2, range(5)))),
    lambda: ([(k, list(g)) for k, g in it.groupby("aabbca")], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], key=lambda v: v % 2)], [k for k, g in it.groupby([])]),
    lambda: (list(it.islice("abcdef", 2)), list(it.islice("abcdef", 2, 4)), list(it.islice("abcdef", 1, None, 2)), list(it.islice("abc", 0))),
    lambda: it.islice("abc", -1),
    lambda: it.islice("abc", 1, 2, 0),
    lambda: it.islice("abc", "a"),
    lambda: it.islice("abc"),
    lambda: (list(it.pairwise([1, 2, 3])), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest([1, 2], "a", fillvalue="-")), list(it.zip_longest([1], [2, 3])), [list(t) for t in it.tee([1, 2], 2)], [list(t) for t in it.tee("ab", 3)]),
    lambda: list(it.chain(5)),
    lambda: it.accumulate(5),
    lambda: it.repeat(),
    lambda: it.repeat(1, -5),
    lambda: list(it.starmap(pow, [(1,)])),
    lambda: it.groupby(5),
    lambda: it.cycle(5),
    lambda: it.zip_longest(1),
    lambda: it.count("a"),
    lambda: (next(it.count()), next(it.chain([1])), type(it.chain()), it.count.__name__),
    lambda: (ft.reduce(op.add, [1, 2, 3]), ft.reduce(lambda a, b: a * b, [1, 2, 3], 10), ft.reduce(op.add, [], 5), ft.reduce(op.add, [7])),
    lambda: ft.reduce(op.add, []),
)
def f(a, b=2, *args, c=3, **kw):
    "doc f"
    return a, b, args, c, kw
p = ft.partial(f, 1, c=9)
check(
    lambda: (p(), p(5, 6), p(c=1, z=2), p.func is f, p.args, p.keywords, ft.partial(p, 7)(), ft.partial(int, base=2)("101")),
    lambda: ft.partial(5),
    lambda: p(1, c=2, b=3),
)
@ft.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
check(
    lambda: (fib(50), fib.cache_info(), fib.cache_clear(), fib.cache_info(), fib.__name__, fib.__wrapped__(1)),
)
@ft.lru_cache(maxsize=2)
def sq(n): print("calc", n); return n * n
check(
    lambda: ([sq(1), sq(2), sq(1), sq(3), sq(2), sq(1)], sq.cache_info(), sq.cache_parameters()),
    lambda: sq([1]),
)
@ft.lru_cache
def bare(x, y=1): return x + y
check(
    lambda: (bare(1), bare(1, y=1), bare(1, 1), bare.cache_info()),
)
@ft.cache
def ca(x): return x
check(
    lambda: (ca(1), ca(1), ca.cache_info()),
)
def deco(fn):
    @ft.wraps(fn)
    def wrapper(*a, **k):
        "wrapper doc"
        return fn(*a, **k)
    return wrapper
@deco
def named(x: int) -> str:
    "named doc"
    return x
check(
    lambda: (named.__name__, named.__doc__, named.__wrapped__(1), named.__annotations__, named.__qualname__, named.__module__),
)
@ft.singledispatch
def show(v): return "default"
@show.register(int)
def _(v): return "int"
@show.register
def _(v: str): return "str"
@show.register(list)
@show.register(tuple)
def _(v): return "seq"
check(
    lambda: (show(1), show("a"), show([]), show(()), show(1.5), show(True), show.dispatch(int)(5), list(show.registry)[:2]),
    lambda: show(),
)
class SD:
    @ft.singledispatchmethod
    def go(self, v): return "d"
    @go.register(int)
    def _(self, v): return "i"
check(
    lambda: (SD().go(1), SD().go("a")),
)
class CP:
    n = 0
    @ft.cached_property
    def v(self): self.n += 1; return self.n
c = CP()
check(
    lambda: (c.v, c.v, c.__dict__, c.n),
)
c.v = 10
check(
    lambda: c.v,
)
del c.v
check(
    lambda: c.v,
    lambda: (sorted([3, 1, 2], key=ft.cmp_to_key(lambda a, b: b - a)), max("abc", key=ft.cmp_to_key(lambda a, b: (a < b) - (a > b)))),
)
class PM:
    def setv(self, v, k=0): return (v, k)
    on = ft.partialmethod(setv, True)
    off = ft.partialmethod(setv, False, k=5)
check(
    lambda: (PM().on(), PM().off(), PM().on(k=2)),
)
try:
    @ft.total_ordering
    class TB:
        pass
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: (op.itemgetter(1)([1, 2]), op.itemgetter(0, 2)("abc"), op.itemgetter("a")({"a": 5}), op.attrgetter("real")(5), op.attrgetter("real", "imag")(5), op.methodcaller("upper")("a"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.itemgetter(slice(1, 3))("abcd")),
    lambda: op.itemgetter(5)([1]),
    lambda: op.attrgetter("foo")(5),
    lambda: op.itemgetter(),
    lambda: op.attrgetter("a.b")(type("T", (), {"a": type("U", (), {"b": 3})})),
    lambda: (op.setitem([1], 0, 2), op.delitem([1], 0)),
    lambda: op.index(1.5),
    lambda: op.indexOf([1], 5),
    lambda: (op.itemgetter(1), op.attrgetter("a.b"), op.methodcaller("x", 1, k=2)),
)
reduce = ft.reduce
check(
    lambda: reduce(lambda a, c: a + ord(c), "ab", 0),
    lambda: ft.update_wrapper(lambda: 0, f).__name__,
)
import heapq, bisect
h = [5, 1, 4]
check(
    lambda: heapq.heapify(h),
    lambda: (h, heapq.heappush(h, 0), h, heapq.heappop(h), h, heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 1, 3], key=lambda v: -v), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True))),
    lambda: heapq.heappop([]),
    lambda: heapq.heappush((1,), 2),
    lambda: heapq.heappush([1], "a"),
    lambda: (bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3), bisect.bisect_right([1, 3], 9), bisect.bisect([1, 3, 5], 4, 0, 1), bisect.bisect_left([{"a": 1}, {"a": 5}], 3, key=lambda d: d["a"])),
)
l = [1, 3]
check(
    lambda: bisect.insort(l, 2),
    lambda: bisect.insort_left(l, 2),
    lambda: l,
    lambda: bisect.bisect([1], "a"),
    lambda: bisect.bisect([1, 2], 1, -1),
)
