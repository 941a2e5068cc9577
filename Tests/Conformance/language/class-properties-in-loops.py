# properties read again and again from one place: changed classes, errors inside, recursion, __getattr__, generators
class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def area(self):
        return 3 * self.radius ** 2

    @property
    def double(self):
        return Circle(self.radius * 2)

    @property
    def depth(self):
        return 0 if self.radius < 1 else 1 + Circle(self.radius / 2).depth

    @property
    def points(self):
        yield self.radius
        yield -self.radius

    @property
    def broken(self):
        return self.missing


def read(shape):
    return shape.area


print([read(Circle(r)) for r in range(4)])
print(Circle(1).double.double.double.area, Circle(100).depth, [list(Circle(r).points) for r in (1, 2)])

before = read(Circle(2))
Circle.area = property(lambda self: "replaced")
print(before, read(Circle(2)))
del Circle.area
try:
    read(Circle(2))
except AttributeError as error:
    print(error)

for _ in range(3):
    try:
        Circle(1).broken
    except AttributeError as error:
        print(error, error.__traceback__ is not None)


class Lenient(Circle):
    def __getattr__(self, name):
        return f"no {name}"


for _ in range(2):
    print(Lenient(1).broken, Lenient(1).double.radius)


class Overriding(Circle):
    double = 5


print([shape.double if isinstance(shape.double, int) else shape.double.radius for shape in (Circle(1), Overriding(1), Circle(2))])


class Endless:
    @property
    def value(self):
        return self.value


try:
    Endless().value
except RecursionError as error:
    print(error)

instance = Circle(7)
instance.__dict__["double"] = "hidden"
print(instance.double.radius)
