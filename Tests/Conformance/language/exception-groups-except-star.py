# item 2 list
try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
    except* ValueError as e:
        print("V", repr(e), e.exceptions)
    except* (KeyError, TypeError) as e:
        print("KT", repr(e))
except BaseException as e:
    print("left", repr(e))
try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), OSError(3)])
    except* ValueError:
        print("v")
except ExceptionGroup as e:
    print("rest", repr(e))
try:
    raise ValueError("naked")
except* ValueError as e:
    print(repr(e))
else:
    print("no")
finally:
    print("fin")
try:
    pass
except* ValueError:
    pass
else:
    print("else ran")
try:
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise RuntimeError("new")
except BaseException as e:
    print(repr(e))
    for x in e.exceptions: print(repr(x), repr(x.__cause__), repr(x.__context__))
def f():
    for i in range(3):
        try:
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as e:
            print(i, e.exceptions)
            if i == 1: raise
try: f()
except ExceptionGroup as e: print("out", repr(e))
eg = ExceptionGroup("msg", [ValueError(1), TypeError(2)])
print(eg, eg.message, eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, TypeError)))
print(eg.derive([KeyError(1)]))
try:
    try:
        raise ExceptionGroup("a", [ValueError(1)])
    except* ValueError as e:
        raise RuntimeError("new")
except BaseException as e:
    print(repr(e), repr(e.__context__), repr(e.__cause__))
try:
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise RuntimeError("new")
except BaseException as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise
except BaseException as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2), ExceptionGroup("b", [ValueError(3), OSError(4)])])
    except* ValueError as e:
        raise
    except* TypeError as e:
        raise e
except BaseException as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise
    except* TypeError as e:
        raise
except BaseException as e:
    print(repr(e), repr(e.__context__))
try:
    try: raise ValueError
    except* 3: pass
except TypeError as e: print(e)
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as e: print(e)
import sys
try: raise ExceptionGroup("x", [KeyError(1)])
except* KeyError as e:
    print(sys.exc_info()[1] is e, repr(e))
print(sys.exc_info())
