# objects that come back in __del__, weak references to them, generators that do not want to end, generators in cycles
import gc
import weakref

kept = []


class Returning:
    def __del__(self):
        print("deleted")
        kept.append(self)


x = Returning()
x = None
reference = weakref.ref(kept[0], lambda r: print("told"))
print(reference() is kept[0])
kept.clear()
print(reference())


def stubborn():
    try:
        yield 1
    finally:
        print("finally")


g = stubborn()
next(g)
g = None
print("gone")


class Node:
    pass


def inner(node):
    try:
        yield 1
    finally:
        print("closed in a cycle")


node = Node()
node.generator = inner(node)
next(node.generator)
node = None
gc.collect()
print("collected")


class Ordered:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


first = Ordered("first")
_private = Ordered("private")
last = Ordered("last")
