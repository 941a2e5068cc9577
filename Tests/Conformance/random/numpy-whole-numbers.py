# randint and integers: bounds that are arrays, every width, bytes, errors.
import numpy as np

np.random.seed(0)
print(np.random.randint([1, 10], [5, 20]), np.random.randint(1, [5, 10, 100]), np.random.randint(10, size=(2, 2)))
for kind in (bool, np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64):
    print(repr(np.random.randint(0, 2, 5, dtype=kind)))
print(repr(np.random.randint(5)), repr(np.random.randint(5, dtype=np.int32)), repr(np.random.randint(5, dtype=int)), repr(np.random.randint(0, 1, dtype=bool)))
print(np.random.bytes(5), np.random.sample(2))
rng = np.random.default_rng(0)
print(repr(rng.integers(0, 256, 6, dtype=np.uint8)), repr(rng.integers(0, 1000, 3, dtype=np.uint16)), repr(rng.integers(0, 2, 6, dtype=bool)))
print(rng.integers([1, 5], 10), rng.integers(1, 6, size=4, endpoint=True), repr(rng.integers(10)), rng.bytes(3))
print(rng.integers(-5, 5, 4), rng.integers(2 ** 40, size=2), repr(rng.choice(5)), rng.permutation(np.arange(6).reshape(2, 3), axis=1))
for attempt in (lambda: np.random.randint(5, 2), lambda: np.random.randint(0), lambda: np.random.randint(0, 300, dtype=np.uint8),
                lambda: rng.integers(5, 2), lambda: np.random.randint(-1, 3, dtype=np.uint8), lambda: np.random.rand((2, 2)), lambda: np.random.seed(-1)):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
