# Checks the order in which sets of small integers print: displays, unions, differences, copies, pops.
print({7, 15, 23, 31}, frozenset((7, 15, 23, 31)), set([7, 15, 23, 31]), {33, 1, 65, 17}, set((33, 1, 65, 17)))
s = set()
for v in (7, 15, 23, 31):
    s.add(v)
print(s, s | {200}, s & {7, 15, 31}, {200} | s, s - {7}, s ^ {200}, s.copy(), set(s), frozenset(s))
print({0, 4, 5, 6, 7, 8, 9, 100} ^ {1, 200}, s.union([40, 8], {3}), s.intersection([31, 7]), s.difference([7]), s.symmetric_difference([7, 9]))
s = set(range(10))
s.remove(3)
s.add(100)
print(s, s ^ {1, 200}, s | {200}, s - {200}, s & s, [s.pop(), s.pop()], s)
s.add(0)
print(s.pop(), s)
s.update([64, 33], {5: 0, 1: 0}, {200})
print(s, set({9: 1, 1: 2, 33: 3}), {i * i for i in range(12)}, {*range(3), 9, *[33]})
s |= s
s -= {64}
s ^= {5, 77}
s &= set(range(50))
print(s)
