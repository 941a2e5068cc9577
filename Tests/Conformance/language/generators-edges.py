# generators corners
def g():
    x = yield 1
    print("got", x)
    try:
        y = yield 2
    except ValueError as e:
        print("caught", e); y = yield 99
    finally: print("cleanup")
    return "done"
it = g(); print(next(it)); print(it.send("a")); print(it.throw(ValueError("bad")))
try: it.send(None)
except StopIteration as e: print("stop", e.value)
try: next(it)
except StopIteration as e: print("stop2", e.value)
it = g()
try: it.send(5)
except TypeError as e: print(e)
print(it.gi_frame is not None, it.gi_running, it.gi_yieldfrom, it.gi_code.co_name)
it.close(); print(it.gi_frame)
def outer():
    r = yield from inner()
    print("inner returned", r)
    r2 = yield from [10, 20]
    print(r2)
def inner():
    try: yield 1; yield 2
    except GeneratorExit: print("inner exit"); raise
    return 42
print(list(outer()))
o = outer(); next(o); o.close()
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def stopper():
    yield 1
    raise StopIteration("x")
try: list(stopper())
except RuntimeError as e: print(e, repr(e.__cause__))
def rec(t):
    if isinstance(t, list):
        for x in t: yield from rec(x)
    else: yield t
print(list(rec([1,[2,[3,[4]],5]])))
ge = (x*y for x in range(3) for y in range(x) if y)
print(list(ge), type(ge), ge.__name__)
try:
    gg = (1/x for x in [1,0]); print(next(gg)); next(gg)
except ZeroDivisionError as e: print(e)
print(next(gg, "exhausted"))
def selfrun():
    yield next(me)
me = selfrun()
try: next(me)
except ValueError as e: print(e)
import inspect, types
print(inspect.isgenerator(me), inspect.isgeneratorfunction(selfrun), isinstance(me, types.GeneratorType))
from collections.abc import Generator, Iterator, Iterable
print(isinstance(me, Generator), isinstance(me, Iterator), issubclass(Generator, Iterable))
class Tree:
    def __init__(s, v, l=None, r=None): s.v, s.l, s.r = v, l, r
    def __iter__(s):
        if s.l: yield from s.l
        yield s.v
        if s.r: yield from s.r
print(*Tree(2, Tree(1), Tree(3)), sep="->")
def coro():
    total = 0; n = 0; avg = None
    while True:
        v = yield avg
        total += v; n += 1; avg = total / n
c = coro(); next(c); print(c.send(10), c.send(20), c.send(60))
@types.coroutine
def tc(): yield 1
print(list(tc()))
def gen_in_with():
    class C:
        def __enter__(s): print("enter"); return s
        def __exit__(s, *a): print("exit", a[0]); return False
    with C():
        yield 1
        yield 2
for v in gen_in_with():
    print(v); break
print("end")
