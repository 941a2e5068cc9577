# Checks exceptions; NAME.out holds what CPython 3.11 prints.
def flow(kind):
    log = []
    for i in range(3):
        try:
            log.append(i)
            if kind == "continue" and i == 1: continue
            if kind == "break" and i == 1: break
            if kind == "return" and i == 1: return log
            if kind == "raise" and i == 1: raise KeyError(i)
        except KeyError as error:
            log.append(repr(error))
        else:
            log.append("else")
        finally:
            log.append("f")
    return log
for kind in ("none", "continue", "break", "return", "raise"):
    print(kind, flow(kind))
def override():
    try:
        return 1
    finally:
        return 2
print(override())
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("second") from error
except ValueError as error:
    print(error, repr(error.__cause__), error.__context__ is error.__cause__)
try:
    try:
        {}["k"]
    except KeyError:
        int("x")
except ValueError as error:
    print(error, repr(error.__context__), error.__cause__)
try:
    try:
        raise TypeError("a")
    except TypeError:
        raise
except TypeError as error:
    print("again", error)
class Custom(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code
try:
    raise Custom(7, "oops")
except (KeyError, Custom) as error:
    print(error.code, error, error.args, isinstance(error, Exception))
try:
    error
except NameError as missing:
    print(missing)
def nested():
    try:
        try:
            raise ValueError(1)
        finally:
            print("inner finally")
    except ValueError:
        print("outer except")
        return "value"
    finally:
        print("outer finally")
print(nested())
class Manager:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print("enter", self.name); return self.name
    def __exit__(self, kind, value, trace): print("exit", self.name, kind and kind.__name__); return self.swallow
with Manager("a") as a, Manager("b", True) as b:
    raise IndexError("lost")
print("after", a, b)
def leave():
    with Manager("c"):
        return "returned"
print(leave())
try:
    raise "text"
except TypeError as error:
    print(error)
try:
    assert 1 == 2, "unequal"
except AssertionError as error:
    print(error)
def deep(n): return deep(n + 1)
try:
    deep(0)
except RecursionError as error:
    print(error)
