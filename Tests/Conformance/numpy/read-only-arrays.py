# Arrays that may not be changed: flags, frombuffer, broadcast_to, views.
import numpy as np


def attempt(action):
    try:
        action()
        print("done")
    except ValueError as error:
        print(error)


a = np.arange(4)
a.flags.writeable = False
attempt(lambda: a.__setitem__(0, 1))
attempt(lambda: a.sort())
attempt(lambda: np.add(a, 1, out=a))
attempt(lambda: a[1:].fill(3))
a.setflags(write=True)
attempt(lambda: a.__setitem__(0, 1))
print(a, a.flags.writeable, a[1:].flags["WRITEABLE"])
b = np.frombuffer(b"\x01\x02", dtype=np.uint8)
attempt(lambda: b.__setitem__(0, 9))
print(b, b.flags.writeable, b.copy().flags.writeable)
c = np.broadcast_to([1, 2], (2, 2))
attempt(lambda: c.__setitem__(0, 9))
attempt(lambda: c.__iadd__(1))
print(c.copy() + 1)
print(a.flags)
