# Checks f-strings and str.format with nested fields, conversions and errors.
def show(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


x, y, name, w, p = 3.14159, 42, "bob", 10, 3
d = {"a": 1, "b": [1, 2]}
show(
    lambda: (f"{x:{w}.{p}f}", f"{x:{w}.{p}}", f"{y:0{w}d}", f"{name:>{w}}", f"{name:{'*'}^{w}}", f"{name:{'>'}{w}}"),
    lambda: (f"{x=}", f"{x = }", f"{x=:.2f}", f"{name=}", f"{name=!s}", f"{name = !r:>10}", f"{y+1=}", f"{ y =}", f"{d['a']=}", f"{y=:>5}"),
    lambda: (f"{name!r}", f"{name!s}", f"{name!a}", f"{'é'!a}", f"{name!r:>8}", f"{d}", f"{d['a']}", f"{d['b'][0]}"),
    lambda: (f"{{}}", f"{{{x}}}", f"{{{{", f"}}}}", f"{'a' if x > 3 else 'b'}", f"{(lambda v: v * 2)(3)}", f"{ {'a': 1}['a'] }", f"{[i for i in range(3)]}"),
)
f'{"a" + "b"}', f"{'nested ' + f'{name}'}", f"""{name}
{x:.1f}"""
show(
    lambda: (f"a" "b" f"{x:.1f}" "{x}", rf"\n{x:.0f}\d", fr"{name}\t", F"{y}", "a" f"{y}" 'c'),
    lambda: (f"{y:,}", f"{y:b}", f"{y:#x}", f"{y:e}", f"{y!r:>5}", f"{True:d}", f"{None}", f"{x!r}", f"{1e10}", f"{10**20:,}", f"{y:>+8.1f}"),
    lambda: (f"{x:%}", f"{x!s:.3}", f"{'%'}", f"{x:.{1+1}f}", f"{x:{p+w}.{p-1}f}|"),
    lambda: (f"{name[0]}", f"{name.upper()}", f"{name.upper():*^9}", f"{len(name)}", f"{name * 2}", f"{*[1, 2],}", f"{1, 2}", f"{y!r}"),
    lambda: (f"{y:{'d'}}", f"{y:{''}}", f"{3:{'0'}>{5}}", f"{y if y else 0:05d}", f"{y == 42}", f"{y != 42}", f"{y >= 42}", f"{x:>{w}}|{x:<{w}}|"),
    lambda: f"{x:d}",
    lambda: f"{name:d}",
    lambda: f"{undefined_name}",
    lambda: f"{d['zz']}",
    lambda: f"{name:{'q'}}",
    lambda: f"{y:.2s}",
    lambda: f"{lambda_}" if False else 1,
    lambda: ("{} {}".format(1, 2), "{0} {1} {0}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{0[1]} {1[k]}".format([1, 2], {"k": "v"}), "{0.real}".format(3), "{:>{}}".format("a", 5), "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{!r} {!s} {!a}".format("a", "b", "é")),
    lambda: ("{0:{1}}".format(5, "05"), "{{}} {}".format(1), "{:,}".format(1234567), "{:%}".format(0.5), "{:+}".format(5), "{0!r:>10}".format("a"), "{a[0]}{a[1]}".format(a=(1, 2)), "{a.b}".format(a=type("T", (), {"b": 5}))),
    lambda: "{} {}".format(1),
    lambda: "{0} {}".format(1, 2),
    lambda: "{} {0}".format(1, 2),
    lambda: "{a}".format(1),
    lambda: "{".format(1),
    lambda: "}".format(1),
    lambda: "{0".format(1),
    lambda: "{!x}".format(1),
    lambda: "{!}".format(1),
    lambda: "{0[}".format([1]),
    lambda: "{0[x]}".format([1]),
    lambda: "{0.foo}".format(1),
    lambda: "{:d}".format("a"),
    lambda: "{:.2f}".format("a"),
    lambda: "{:x}".format(1.5),
    lambda: ("{0[a]}".format({"a": 1}), "{0[-1]}".format({"-1": 2}), "{:}".format(1), "{0:}".format(1), "{:s}".format("a")),
    lambda: "{5}".format(1),
    lambda: "{:{}{}}".format("a", "*^", 9),
    lambda: "{a!r:^{w}}".format(a="z", w=7),
    lambda: "{:>10}".format(None),
    lambda: "{:10}".format([1]),
    lambda: "{0[5]}".format([1]),
    lambda: "{.real} {.imag}".format(1, 2),
)
class P:
    def __init__(self): self.v = 2
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
class Q:
    def __repr__(self): return "Qrepr"
class R:
    def __str__(self): return "Rstr"
show(
    lambda: (f"{P()}", f"{P():abc}", f"{P()!s}", f"{P()!r:>6}", f"{P():{w}}", "{:x y}".format(P()), format(P()), format(P(), "zz"), f"{P()=}", f"{P()=!s}"),
    lambda: (f"{Q()}", f"{Q()!s}", str(Q()), "%s" % Q(), "%r" % Q(), f"{R()}", "%s" % R()),
    lambda: f"{Q():>10}",
    lambda: f"{'a':{'>'}{5}}|{'b':^{3}}|{'c':<{2}}|",
    lambda: f"{x:10}|{name:10}|{y:10}|{True:10}|{name!r:10}|",
    lambda: f"{-7 // 2} {-7 % 3} {7 // -2} {2 ** -1} {not x} {~y} {x if False else y}",
    lambda: print(f"{name!r}: {y:>5} | {x:8.3f} | {y/3:.2%} | {y:05} | {1e-5:g} | {10**6:_}"),
    lambda: f"{x:.3}" f"{100000.0:.3}" f"{x:.0f}",
    lambda: f"\u00e9 \x41 \N{GREEK SMALL LETTER ALPHA} {name}",
    lambda: f"{name}'s \"quoted\" {name!r}",
    lambda: f"{d!r:>30}",
    lambda: f"{1_000_000:,} {0x1F} {0b11} {1.5e3}",
    lambda: f"{chr(10).join(['a', 'b'])}",
)
f"{y:^{w}d}|{y:^{w}}|{-y:=+{w}}"
