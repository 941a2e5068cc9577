import numpy as np

print(np.bitwise_count([0, 1, 255, -3]), np.bitwise_count(7))
bits = np.array([[1, 0, 1], [0, 1, 1]])
print(np.packbits(bits), np.packbits(bits, axis=1), np.packbits([1, 1], bitorder='little'))
print(np.unpackbits(np.array([5, 128], np.uint8)), np.unpackbits(np.array([[2], [7]], np.uint8), axis=1), np.unpackbits(np.array([7], np.uint8), count=4))
print(np.sort([2 + 1j, 1 + 5j, 1 - 1j]), np.sort(['b', 'c', 'a', 'b']), np.argsort(['b', 'a', 'b'], kind='stable'))
print(np.zeros((2, 3), order='F').strides, np.ones((2, 3)).T.copy().strides, np.full((2, 2), 1, order='F').flags.f_contiguous)
print(np.sum(5, axis=0), np.add.reduce(5), np.float64(3).sum(axis=0))
for wrong in (lambda: np.exp.reduce([1]), lambda: np.add.at(np.zeros(1), [0]), lambda: np.can_cast(1, 'i1'), lambda: np.rot90(np.ones(3)),
              lambda: np.lexsort(([1, 2], [1])), lambda: np.array([1.5]).astype(int, casting='safe'), lambda: np.add(1.5, 2, dtype=int)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(error)
