# What one element, a row or a mask cannot take.
import numpy as np


def attempt(array, key, value):
    try:
        array[key] = value
        print(repr(array))
    except (ValueError, TypeError, OverflowError, IndexError) as error:
        print(type(error).__name__, error)


attempt(np.zeros(2), 0, [1, 2])
attempt(np.zeros(2, int), 0, [1, 2])
attempt(np.zeros(2, bool), 0, [1, 2])
attempt(np.zeros(2), 0, np.array([5]))
attempt(np.zeros(2), 0, 1j)
attempt(np.zeros(2, int), 0, None)
attempt(np.zeros(2), 0, None)
attempt(np.zeros(2), 0, "a")
attempt(np.zeros(2), 0, "1.5")
attempt(np.zeros(2, int), 0, {})
attempt(np.zeros((2, 3)), 0, [1, 2])
attempt(np.zeros((2, 3)), (slice(None), 0), [[1], [2]])
attempt(np.zeros((2, 3)), 0, np.array([[1], [2]]))
attempt(np.zeros(3, np.int8), slice(None), [1, 2, 200])
attempt(np.zeros(3, np.int8), slice(None), np.array([1, 2, 200]))
attempt(np.zeros(3, np.uint8), [0, 1], [1, -1])
attempt(np.arange(4), np.arange(4) > 1, [7, 8, 9])
attempt(np.arange(4), [0, 9], 1)
