r = range(10**20, 10**20 + 10, 3)
print(r, len(r), list(r), r[1], r[-1], 10**20 + 3 in r, 10**20 + 4 in r, r.index(10**20 + 6))
print(r == range(10**20, 10**20 + 10, 3), r == range(10**20, 10**20 + 12, 3), r[1:3], r[::-1], r.start, r.stop, r.step)
print(range(0, 10**30, 10**29)[3], list(range(2**63 - 2, 2**63 + 2)), list(range(-2**64, -2**64 - 4, -2)))
print(range(0, 10**20, 10**20) == range(1), hash(range(0, 10**20, 10**20)) == hash(range(0, 10**21, 10**21)))
print(list(reversed(range(10**20, 10**20 + 3))), bool(range(10**20, 10**20)), r.count(10**20), r.count(0), 1e20 in r)
print(range(10**6)[::10**19], range(5)[-10**30:10**30], 10**20 in range(10))
for make in (lambda: len(range(10**30)), lambda: r[5], lambda: r["a"], lambda: range(1, 2, 0), lambda: r.index(7), lambda: range(1.5)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
print(sum(range(10**18, 10**18 + 10**5)), max(range(10**25, 10**25 + 5)), sorted(range(10**25 + 2, 10**25, -1)))
