# Checks classes; NAME.out holds what CPython 3.11 prints.
class Meta:
    registry = []
    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append((cls.__name__, tag))
class One(Meta, tag="a"): pass
class Two(One): pass
print(Meta.registry)
class Named:
    def __set_name__(self, owner, name):
        self.label = f"{owner.__name__}.{name}"
    def __get__(self, instance, owner):
        return self.label if instance is None else (self.label, instance.base)
    def __set__(self, instance, value):
        instance.base = value * 2
class Holder:
    field = Named()
    base = 1
h = Holder()
print(Holder.field, h.field)
h.field = 21
print(h.field, h.__dict__)
class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super().who()
class C(A):
    def who(self): return "C" + super(C, self).who()
class D(B, C):
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def two(): return 2
    @property
    def name(self): return "d"
    def __getattr__(self, key): return "missing " + key
d = D.make()
print(d.who(), [k.__name__ for k in D.__mro__], d.two(), d.name, d.other)
try:
    d.name = 1
except AttributeError as error:
    print(error)
class Slotted:
    __slots__ = ("x",)
s = Slotted()
s.x = 1
try:
    s.y = 2
except AttributeError as error:
    print(error)
class Private:
    def __init__(self): self.__secret = 1
    def reveal(self): return self.__secret
print(Private().__dict__, Private().reveal())
class Callable:
    def __call__(self, *args, **kwargs): return args, kwargs
print(Callable()(1, *[2], k=3))
class Single:
    made = None
    def __new__(cls, *args):
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made
print(Single(1) is Single(2))
class Stack(list):
    def push(self, item): self.append(item); return self
    def __getitem__(self, i): return ("item", super().__getitem__(i))
stack = Stack([1]).push(2)
print(stack, stack[1], len(stack), isinstance(stack, list), type(stack).__name__)
try:
    class X(A, object, B): pass
except TypeError as error:
    print(str(error).replace("\n", " "))
