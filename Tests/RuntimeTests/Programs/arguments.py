# Checks arguments; NAME.out holds what CPython 3.11 prints.
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs): return a, b, c, args, d, e, kwargs
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(1, c=9, d=0))
def g(x, y): pass
def h(*, key): pass
def k(a, b, c): pass
for call in (lambda: g(), lambda: g(1), lambda: g(1, 2, 3), lambda: g(1, x=2), lambda: g(1, 2, z=3), lambda: h(), lambda: h(1),
             lambda: k(), lambda: f(d=1), lambda: f(1), lambda: f(1, b=2, d=3), lambda: g(*[1], **{"q": 1})):
    try:
        print(call())
    except TypeError as error:
        print(error)
def collect(first, *rest, **named): return first, rest, named
print(collect(*"abc", **{"x": 1}, y=2), collect(1))
first, *middle, last = range(5)
(a, (b, *c)), d = (1, (2, 3, 4)), 5
print(first, middle, last, a, b, c, d)
for bad in ("a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = 5"):
    try:
        if bad == "a, b = 1, 2, 3": p, q = (1, 2, 3)
        elif bad == "a, b = [1]": p, q = [1]
        elif bad == "a, *b, c = [1]": p, *q, r = [1]
        else: p, q = 5
    except (ValueError, TypeError) as error:
        print(error)
def defaults(x, seen=[]):
    seen.append(x)
    return seen
defaults(1)
print(defaults(2), defaults.__defaults__)
def annotated(x: int, y: str = "s") -> bool:
    "Says."
print(annotated.__annotations__, annotated.__doc__, annotated.__name__)
def deco(times):
    def wrap(fn):
        def run(*args):
            return [fn(*args) for _ in range(times)]
        return run
    return wrap
@deco(2)
@deco(1)
def hello(name): return "hi " + name
print(hello("x"))
