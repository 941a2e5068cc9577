# np.pad with dictionaries and odd reflection; np.block of any depth; np.r_ with directives.
import numpy as np

a = np.arange(4).reshape(2, 2)
print(np.pad([1, 2, 3], 2, mode="reflect", reflect_type="odd"), np.pad([1, 2, 3], 5, mode="symmetric", reflect_type="odd"))
print(np.pad(a, {0: (1, 0)}), np.pad(a, {-1: 1}), np.pad(a, 1, mode="empty").shape)
print(np.block([[np.eye(2), np.ones((2, 1))], [np.zeros((1, 2)), 5]]))
print(np.block([1, 2, 3]), np.block([[1, 2], [3, 4]]), np.block([np.ones(2), np.zeros(1)]), np.block(7))
try:
    np.block([1, 2, [3]])
except ValueError as error:
    print(error)
print(np.r_["0,2", [1, 2], [3, 4]], np.r_[1:4, 0, 9], np.r_[0:1:3j], np.c_[[1, 2], [3, 4]], np.index_exp[1:3])
print(np.geomspace(1, 256, 5, dtype=int), np.geomspace(-1, -1000, 4), np.indices((2, 2), sparse=True))
