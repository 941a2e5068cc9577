# __closure__ and its cells: what functions capture, shared and changed through the cells
def counter():
    count, label = 0, "n"

    def step():
        nonlocal count
        count += 1
        return f"{label}{count}"

    def peek():
        return count

    return step, peek


step, peek = counter()
print(step(), step(), peek())
print(step.__code__.co_freevars, [cell.cell_contents for cell in step.__closure__])
print(peek.__closure__[0] is step.__closure__[0], type(peek.__closure__[0]).__name__)
step.__closure__[0].cell_contents = 40
print(step(), peek())
print(counter.__closure__, counter.__code__.co_freevars)


def late():
    def inner():
        return value
    try:
        print(inner.__closure__[0].cell_contents)
    except ValueError as error:
        print(error)
    value = 3
    print(inner.__closure__[0].cell_contents)


late()
adders = [lambda x, n=n: x + n for n in range(3)]
makers = [(lambda n: lambda x: x + n)(n) for n in range(3)]
print([f.__closure__ for f in adders], [f.__closure__[0].cell_contents for f in makers])


class Shape:
    def area(self):
        return __class__.__name__, super().__repr__


print(Shape.area.__code__.co_freevars, Shape.area.__closure__[0].cell_contents is Shape)
