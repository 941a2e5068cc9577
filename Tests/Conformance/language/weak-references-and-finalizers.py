import gc
import weakref
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"A({self.n})"
    def __del__(self): print("del", self.n)
a = A(1)
r = weakref.ref(a, lambda ref: print("callback", ref() is None))
print(r() is a, r().n)
del a
print(r())
d = weakref.WeakValueDictionary()
b = A(2); d["b"] = b; print(len(d), list(d.items()), "b" in d)
del b
print(len(d), "b" in d, d.get("b"))
k = weakref.WeakKeyDictionary()
c = A(3); k[c] = "v"; print(len(k), k[c]); del c; print(len(k), list(k))
w = weakref.WeakSet(); e = A(4); w.add(e); print(len(w), e in w); e = None; print(len(w))
x = A(5); p = weakref.proxy(x); print(p.n, p); p.n = 6; print(x.n); del x
try: p.n
except ReferenceError as er: print(er)
def gen():
    try:
        yield 1
        yield 2
    finally: print("gen finally")
g = gen(); print(next(g)); del g
print("after")
g = gen(); next(g); g = None; print("after2")
class F:
    def __del__(self): print("F del")
def fun():
    f = F(); print("in fun")
fun(); print("out fun")
l = [F()]; l.pop(); print("popped"); l = [F(), F()]; l.clear(); print("cleared")
d = {"a": F()}; d["a"] = 1; print("replaced")
fin = weakref.finalize(A(7), print, "finalized"); print("x", fin.alive)
y = A(8)
class B: 
    def m(self): return "m"
bb = B(); wm = weakref.WeakMethod(bb.m); print(wm()()); del bb; print(wm())
try: weakref.ref(3)
except TypeError as er: print(er)
print(weakref.getweakrefcount(y), r() is None)
z = F(); z = F(); print("end")
class Node:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("free", self.name)
one, two = Node("one"), Node("two")
one.other, two.other = two, one
del one, two
print("cycle", gc.collect() > 0)
class Counter:
    alive = 0
    def __init__(self):
        Counter.alive += 1
    def __del__(self):
        Counter.alive -= 1
def work():
    items = [Counter() for _ in range(3)]
    print("inside", Counter.alive)
    items = None
    print("let go", Counter.alive)
work()
a = Counter(); b = a
del a
print(Counter.alive)
b = 5
print(Counter.alive)
saved = []
class Phoenix:
    def __del__(self):
        saved.append(self)
p = Phoenix(); p.colour = "red"; del p
print(saved[0].colour); saved.clear(); print("once", saved)
class Loud:
    def __del__(self):
        raise ValueError("unheard")
Loud(); print("goes on")
import atexit
atexit.register(print, "at exit")
