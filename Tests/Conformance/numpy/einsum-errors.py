# what einsum, tensordot and linear systems say about sizes that do not fit
import numpy as np

a = np.ones((2, 3))
for bad in (lambda: np.einsum('ij,jk', a, a), lambda: np.einsum('ii', a), lambda: np.einsum('i', a), lambda: np.einsum('ij->k', a), lambda: np.einsum('i?', a),
            lambda: np.tensordot(a, a, 1), lambda: np.linalg.solve(np.eye(2), [1, 2, 3]), lambda: np.linalg.eig([[np.nan, 1], [1, 1]]),
            lambda: np.swapaxes(a, 0, 3), lambda: np.moveaxis(a, 0, 5), lambda: np.broadcast_to([1, 2, 3], (2, 2)), lambda: np.interp([1], [1, 2], [1]),
            lambda: np.digitize([1], [3, 1, 2]), lambda: np.vectorize(lambda x: x)([]), lambda: np.sum(a, foo=1), lambda: np.zeros()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
