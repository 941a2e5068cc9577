# uint8 to uint64: promotion, wrapping, sums, limits, text.
import numpy as np

types = [np.uint8, np.uint16, np.uint32, np.uint64]
for kind in types:
    info = np.iinfo(kind)
    print(np.dtype(kind), info.min, info.max, np.dtype(kind).itemsize, np.dtype(kind).char, np.dtype(kind).str)
for kind in types:
    print([str(np.promote_types(kind, other)) for other in ("i1", "i2", "i4", "i8", "f2", "f4", "u2", "?")])
a = np.array([250, 5], dtype=np.uint8)
print(a + 10, a * 2, -a, ~a, a - np.uint8(6), a.sum(), repr(a.sum()), a.mean())
b = np.array([65535, 1], dtype=np.uint16)
print(repr(b + np.uint16(1)), repr(b + np.int8(1)), repr(b / 2), repr(b.astype(np.uint8)), repr(np.cumsum(b)))
print(repr(np.array([-1, 70000]).astype(np.uint16)), repr(np.array([3.7]).astype(np.uint32)))
print(repr(np.array([2 ** 63])), repr(np.array([2 ** 64 - 1, 1], dtype=np.uint64)), int(np.uint64(2 ** 64 - 1)))
print(np.uint16(7), repr(np.uint32(7)), isinstance(np.uint16(1), np.unsignedinteger), np.issubdtype(np.uint64, np.integer))
print(np.array([258, 1], dtype=np.uint16).view(np.uint8), np.array([258], dtype=np.uint16).byteswap(), np.frombuffer(b"\x01\x02\x03\x04", dtype="<u4"))
for attempt in (lambda: np.uint16(70000), lambda: np.array([1], dtype=np.uint16) + 70000, lambda: np.array([-1], dtype=np.uint32)):
    try:
        print(attempt())
    except OverflowError as error:
        print(error)
x = np.array([5], dtype=np.uint32)
try:
    x += np.array([1])
except TypeError as error:
    print(error)
