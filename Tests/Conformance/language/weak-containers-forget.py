# What weak containers hold goes with its object at once, and the end of a program finalizes from last to first.
import gc
import weakref
log = []
class K:
    def __init__(s, n=0): s.n=n
    def __del__(s): log is not None and log.append(s.n)
k=K(1); d=weakref.WeakKeyDictionary(); d[k]=K(2)
del k; gc.collect(); print(log, len(d))
d=weakref.WeakValueDictionary(); v=K(3); d['a']=v; key=K(4); d[key]=v; del key; print(log)
del v; gc.collect(); print(log, len(d), list(d.items()))
v=K(5); d['a']=v; w=K(6); d['a']=w; del v; print(len(d), d['a'].n); del w; print(len(d), 'a' in d)
s=weakref.WeakSet(); a=K(7); b=K(8); s.add(a); s.add(b); s.add(a); print(len(s)); del a; print(len(s), [x.n for x in s])
for x in s: b=None; del x
print(len(s)); 
ks=[K(i) for i in range(20,25)]; d=weakref.WeakKeyDictionary((k,k.n) for k in ks)
for i,k in enumerate(d.keys()):
    if i==1: ks.clear()
del k; gc.collect(); print(len(d))
d2=weakref.WeakValueDictionary(); r=weakref.ref(d2); x=K(9); d2[1]=x; del d2; gc.collect(); print(r() is None); del x
o=K(30); d=weakref.WeakKeyDictionary(); d[o]=o.n; d[o]=31; print(dict((k.n,v) for k,v in d.items())); print(d.pop(o), len(d)); del o
keep=[K(40),K(41),K(42)]
fail = lambda: print("second")
f0=weakref.finalize(keep[0], print, "first"); f1=weakref.finalize(keep[1], fail); f2=weakref.finalize(keep[2], lambda: weakref.finalize(keep[0], print, "late")); f3=weakref.finalize(keep[2], print, "never"); f3.atexit=False
print(f0.atexit, f3.atexit, f0.alive)
