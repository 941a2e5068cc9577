# Checks generators; NAME.out holds what CPython 3.11 prints.
def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = f"caught {error}"
        finally:
            pass
g = echo()
print(next(g), g.send(1), g.send("x"), g.throw(ValueError("v")))
g.close()
try:
    next(g)
except StopIteration as error:
    print("stopped", error.value)
def inner():
    x = yield 1
    print("inner got", x)
    return "result"
def outer():
    result = yield from inner()
    yield result
    yield from [7, 8]
o = outer()
print(next(o), o.send("hello"), list(o))
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")
for item in cleanup():
    break
c = cleanup(); next(c); c.close()
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from_fib = fib()
print([next(from_fib) for _ in range(10)], sum(x * x for x in range(5)), dict((k, k * 2) for k in "ab"))
def bad():
    yield 1
    raise StopIteration
try:
    list(bad())
except RuntimeError as error:
    print(error, type(error.__cause__).__name__)
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
print(list(tree(6)))
def returns():
    return 5
    yield
try:
    next(returns())
except StopIteration as error:
    print(error.value)
print(list(x for x in range(4) if x % 2), [*map(lambda p: p + 1, (i for i in range(3)))])
