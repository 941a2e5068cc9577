# Checks metaclasses: __new__, __init__, __call__, __prepare__, operators and attributes of classes, and their conflicts.
class Meta(type):
    def __new__(mcs, name, bases, names, **options):
        cls = super().__new__(mcs, name, bases, names)
        cls.tag = name.lower()
        return cls

    def __init__(cls, name, bases, names, **options):
        super().__init__(name, bases, names)
        print("made", name, options, [n for n in names if not n.startswith("__")])

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls): return 42
    def __iter__(cls): return iter([1, 2])
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def __getitem__(cls, key): return key * 2
    def __contains__(cls, key): return key == 1
    def __getattr__(cls, name): return "dynamic " + name

    @property
    def shown(cls): return "property of " + cls.__name__

    @classmethod
    def __prepare__(mcs, name, bases, **options): return {"prepared": name}

class Base(metaclass=Meta):
    x = 1

class Derived(Base, option=3):
    def __init__(self, a): self.a = a
    def cls(self): return __class__

print(Derived(5).a, Derived.tag, len(Derived), list(Derived), Derived, Derived.shown, Derived[3], 1 in Derived, 2 in Derived)
print(Derived.zzz, Derived.prepared, Derived.x, Derived(1).cls() is Derived, type(Derived), isinstance(Derived, Meta), Meta.__mro__)
print(type("Dynamic", (Base,), {"y": 2}).y, Meta("Made", (), {"z": 3}).z)

class Singleton(type):
    instances = {}
    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]

class Config(metaclass=Singleton):
    def __init__(self, value): self.value = value

print(Config(1) is Config(2), Config(3).value)

class Registry(type):
    known = {}
    def __init__(cls, name, bases, names):
        super().__init__(name, bases, names)
        if bases: cls.known[name] = cls

class Plugin(metaclass=Registry): pass
class Csv(Plugin): pass
class Json(Plugin): pass
print(sorted(Registry.known), Registry.known["Csv"])

class Checked(type):
    def __instancecheck__(cls, other): return hasattr(other, "quack")
    def __subclasscheck__(cls, other): return hasattr(other, "quack")
    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)

class Duck(metaclass=Checked): pass
class Robot: quack = True
Duck.volume = 3
print(isinstance(Robot(), Duck), issubclass(Robot, Duck), isinstance(5, Duck), Duck.volume)

class Ordered(type):
    def __lt__(cls, other): return cls.__name__ < other.__name__
    def __add__(cls, other): return cls.__name__ + other.__name__

class Q(metaclass=Ordered): pass
class P(metaclass=Ordered): pass
print([c.__name__ for c in sorted([Q, P])], P + Q)

class Scaled:
    def __init_subclass__(cls, scale=1, **options):
        super().__init_subclass__(**options)
        cls.scale = scale

class Big(Scaled, scale=10): pass
print(Big.scale, (lambda method: method())(type(Big().__init_subclass__)(lambda self: self, "bound")))

def conflict():
    class C(Base, Plugin): pass

def unknown_keyword():
    class C(Scaled, other=1): pass

def no_class():
    class C(5): pass

for attempt in (conflict, unknown_keyword, no_class, lambda: type("D", 5, {}), lambda: type("D", (), 5), lambda: type(1, (), {}), lambda: type(1, 2)):
    try:
        attempt()
    except TypeError as error:
        print(error)
