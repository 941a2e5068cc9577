# Checks arrays of numbers: items, slices, conversion to bytes, error texts.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


from array import array
check(
    lambda: (array("i", [1, 2, 3]), array("d", [1.5]), array("i"), array("b", b"ab"), array("f", [0.1]), array("u", "abc")),
)
a = array("i", [1, 2])
check(
    lambda: a.append(3),
    lambda: a.extend([4, 5]),
    lambda: a.insert(0, 9),
    lambda: (a, a[0], a[-1], a[1:3], len(a), a.tolist(), a.itemsize, a.typecode, sum(a), 3 in a, list(reversed(a)), a.index(3), a.count(9), a.pop(), a.tobytes()[:8]),
)
a[0] = 7
check(
    lambda: a.remove(2),
    lambda: a.reverse(),
    lambda: (a, a + array("i", [1]), a * 2, a == array("i", [5]), a < array("i", [100]), max(a)),
    lambda: a[10],
    lambda: a["x"],
)
try:
    a[0] = "x"
except Exception as error:
    print(type(error).__name__, error)
check(
    lambda: a.append(1.5),
    lambda: a.append(2 ** 40),
    lambda: array("x", [1]),
    lambda: array("B", [256]),
    lambda: array(5),
    lambda: a + [1],
    lambda: array("i", [1]) == [1],
    lambda: a.remove(99),
    lambda: array("d", [1, 2]).tobytes() == bytes(array("d", [1, 2]).tobytes()),
)
