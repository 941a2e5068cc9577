# Checks complex numbers.
def check(*attempts):
    for number, attempt in enumerate(attempts, 1):
        try:
            print(number, repr(attempt()))
        except Exception as error:
            print(number, type(error).__name__, error)


check(
    lambda: (1+2j, (1+2j) * (3-1j), abs(3+4j), (1+2j).real, (1+2j).conjugate(), complex(1, 2), complex("1+2j"), 2j ** 2, (1+2j) / (1-1j), -1j, 1j == 1j, complex(0), (-8) ** (1/3), complex(1.5, -0.0), 1j * 1j, f"{1+2j:.2f}", str(1.5+0j), hash(1+0j) == hash(1), bool(0j), sum([1j, 2]), isinstance(1j, complex), type(1j), complex("j"), complex(" -1.5e3-2j "), 3 + 0j == 3),
    lambda: 1j < 2j,
    lambda: int(1j),
    lambda: 1j // 2,
    lambda: complex("a"),
    lambda: complex("1", 2),
    lambda: 1j / 0,
    lambda: round(1j),
    lambda: [1j, 2].sort(),
    lambda: (isinstance(1, int), isinstance(True, int), isinstance(1.0, (int, float)), type(1) is int, type("").__name__, isinstance([], list), issubclass(bool, int), callable(print), hasattr("", "upper"), getattr("a", "upper")(), getattr(1, "zz", None), id(1) == id(1), hash("a") == hash("a"), repr("a"), ascii("é"), bin(5), oct(8), hex(255), chr(97), ord("a"), round(3.14159, 2), int("ff", 16), float("2.5"), str(5), bool(""), list("ab"), tuple([1]), set([1]), dict(a=1), bytes(2), frozenset([1]), complex(1), object is object, vars() is not None, dir([])[:2], len(dir("")) > 40),
)
