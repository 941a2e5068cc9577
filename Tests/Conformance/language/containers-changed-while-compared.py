# Checks that keys and elements may change their own container while they are compared.
class Clearing:
    def __init__(self, number, container):
        self.number, self.container = number, container
    def __hash__(self):
        return self.number % 3
    def __eq__(self, other):
        self.container.clear()
        return False

for kind in (set, dict):
    container = kind()
    for i in range(100):
        key = Clearing(i, container)
        if kind is set:
            container.add(key)
        else:
            container[key] = i
    print(kind.__name__, len(container) < 4)
for name in ("index", "count", "remove", "__contains__"):
    items = []
    items.extend([Clearing(i, items) for i in range(3)])
    try:
        print(name, getattr(items, name)(5), items)
    except ValueError as error:
        print(name, "ValueError", error, items)
numbers = {1, 2}
def clearing():
    for i in range(3):
        numbers.clear()
        yield i
numbers.update(clearing())
print(len(numbers))
items = [3, 1, 2]
items[0:2] = (items.clear() or v for v in (7, 8))
print(items)
