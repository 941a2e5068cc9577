# Checks closures; NAME.out holds what CPython 3.11 prints.
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    return up, lambda: n
up, read = counter()
up(); up(4)
print(read(), [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
def outer():
    def fact(k):
        return 1 if k == 0 else k * fact(k - 1)
    return fact
print(outer()(20), outer()(25))
x = "global"
def shadow():
    try:
        print(x)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    x = 1
shadow()
def late():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(error)
    value = 2
    return inner()
print(late())
total = 0
def add(n):
    global total
    total += n
add(3); add(4)
print(total, [y for y in range(3)], "y" in globals())
print([(last := k) for k in range(3)], last)
class Scope:
    items = [1, 2]
    pairs = [i * 2 for i in items]
    def get(self):
        return __class__.__name__
print(Scope.pairs, Scope().get())
