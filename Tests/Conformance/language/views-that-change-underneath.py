# Reading an index or a value may run code that changes, views or lets go of the bytes.
class Index:
    def __init__(self, value, act):
        self.value, self.act = value, act

    def __index__(self):
        self.act()
        return self.value


def attempt(action):
    try:
        return action()
    except (ValueError, BufferError, IndexError) as error:
        return f"{type(error).__name__}: {error}"


def released(action, value=1):
    array = bytearray(8)
    view = memoryview(array)

    def let_go():
        view.release()
        array.clear()

    return attempt(lambda: action(view, Index(value, let_go))), len(array)


def shrunk(sequence, action):
    return attempt(lambda: action(sequence, Index(5, sequence.clear))), sequence


def viewed(action):
    array, views = bytearray(b"abcdefgh"), []
    index = Index(98, lambda: views.append(memoryview(array)))
    return attempt(lambda: action(array, index)), bytes(views[0]) if views else None


print(released(lambda view, i: view.__setitem__(0, i)))
print(released(lambda view, i: view.__setitem__(i, 1)))
print(released(lambda view, i: view.__setitem__(slice(0, i), b"a")))
print(released(lambda view, i: view[i]))
print(isinstance(released(lambda view, i: view[0:i].tolist(), 8)[0], str))

for make in (lambda: bytearray(8), lambda: [0] * 8):
    print(shrunk(make(), lambda s, i: s[i]))
    print(shrunk(make(), lambda s, i: s[0:i]))
    print(shrunk(make(), lambda s, i: s.__setitem__(i, 1)))
    print(shrunk(make(), lambda s, i: s.__setitem__(slice(0, i), [1, 2])))
    print(shrunk(make(), lambda s, i: s.__delitem__(i)))
    print(shrunk(make(), lambda s, i: s.__delitem__(slice(0, i))))

print(viewed(lambda array, i: array.__delitem__(Index(1, i.act))))
print(viewed(lambda array, i: array.__delitem__(slice(Index(1, i.act), 3))))
print(viewed(lambda array, i: array.append(i)))
print(viewed(lambda array, i: array.extend([i])))
print(viewed(lambda array, i: array.insert(0, i)))
print(viewed(lambda array, i: array.remove(i)))


class Clearing:
    def __eq__(self, other):
        elements.clear()
        return True


elements = [1, 2]
elements.remove(Clearing())
print(elements)

# Steps that lead beyond every position.
numbers = memoryview(bytearray(8)).cast("I")
print(numbers[0:1:2**62].tolist(), numbers[1::2**63][1:1].tolist())
numbers[1::2**62] = numbers[:1]
print(numbers[::2**62].c_contiguous, numbers[::-1].c_contiguous)

gone = memoryview(b"abc")
gone.release()
for name in ("format", "itemsize", "nbytes", "readonly", "ndim", "c_contiguous", "shape", "obj", "hex", "__enter__"):
    print(name, attempt(lambda: getattr(gone, name)() if name in ("hex", "__enter__") else getattr(gone, name)))
