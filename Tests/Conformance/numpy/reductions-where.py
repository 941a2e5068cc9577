# reductions of chosen elements, starting values, differences with ends, indices out of range
import numpy as np

a = np.array([[1, 2, 3], [4, 5, 6]])
print(np.sum(a, where=a > 2), np.mean(a, where=a > 2), np.prod(a, where=a < 4))
print(np.max(a, where=a < 4, initial=0), a.min(axis=0, where=[[True], [False]], initial=9))
print(np.std(a, axis=1, where=[True, True, False]), np.any(a > 5, where=[False, False, True]))
try:
    np.max(a, where=a > 2)
except ValueError as error:
    print(error)
out = np.zeros(3)
print(np.sum(a, axis=0, out=out) is out, out)
print(np.diff([1, 4, 9], prepend=0), np.diff(a, append=[[0], [0]]), np.ediff1d([1, 4, 9], to_begin=0))
print(np.take([10, 20, 30], [-1, 5], mode='clip'), np.take([10, 20, 30], [-1, 5], mode='wrap'))
print(np.add.reduceat([1, 2, 3, 4], [0, 2, 1]), np.add.identity, np.maximum.identity)
