# contextlib etc.
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext, redirect_stdout, ContextDecorator, AbstractContextManager, redirect_stderr
import io, sys
@contextmanager
def tag(n):
    print(f"<{n}>")
    try: yield n.upper()
    except KeyError as e: print("swallow", e)
    finally: print(f"</{n}>")
with tag("a") as x, tag("b") as y: print(x, y)
with tag("c"): raise KeyError("k")
print("go")
try:
    with tag("d"): raise ValueError("v")
except ValueError as e: print("out", e)
@tag("deco")
def f(a): print("in f", a); return a * 2
print(f(3)); print(f(4), f.__name__)
with suppress(ZeroDivisionError, KeyError): 1/0
with ExitStack() as st:
    a = st.enter_context(tag("s1")); b = st.enter_context(tag("s2"))
    st.callback(print, "cb", sep="!"); st.push(lambda *e: print("push", e[0]) or True)
    raise RuntimeError("inside")
print("after")
st = ExitStack(); st.enter_context(tag("z")); st2 = st.pop_all(); st.close(); print("nothing"); st2.close()
class R:
    def close(self): print("closed")
with closing(R()) as r: pass
with nullcontext(5) as n: print(n)
buf = io.StringIO()
with redirect_stdout(buf): print("hidden"); sys.stdout.write("w\n")
print(repr(buf.getvalue()))
class CD(ContextDecorator):
    def __init__(self, n="x"): self.n = n
    def __enter__(self): print("E", self.n); return self
    def __exit__(self, *a): print("X", a[0] and a[0].__name__); return False
@CD("q")
def h(): return 1
print(h())
@contextmanager
def no_yield():
    if False: yield
try:
    with no_yield(): pass
except RuntimeError as e: print(e)
@contextmanager
def two(): yield 1; yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
try:
    with 3: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
class A(AbstractContextManager):
    def __exit__(self, *a): print("A exit")
with A() as a: print(type(a).__name__)
def ret():
    with tag("r"): return "returned"
print(ret())
for i in range(3):
    with tag(str(i)):
        if i == 0: continue
        if i == 1: break
with (tag("p1") as p, tag("p2") as q,): print(p, q)
try:
    with tag("e1"):
        try: raise KeyError("inner")
        finally: print("fin")
finally: print("done")
class Sup:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print(t, v, tb is not None); return t is ValueError
with Sup(): raise ValueError("x")
try:
    with Sup(): raise TypeError("y")
except TypeError as e: print(e.__context__)
try:
    with CD("1"), CD("2"): raise IndexError
except IndexError as e: print(repr(e))
