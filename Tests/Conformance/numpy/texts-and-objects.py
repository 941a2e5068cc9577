# arrays of texts and objects: sums, broadcasting, methods of str
import numpy as np

names = np.array(['ada', 'bob'])
print(np.char.upper(names), np.char.add(names, '!'), np.strings.str_len(names), np.char.replace(names, 'b', 'v'), np.char.startswith(names, 'a'))
print(names + '_x', np.array(['a', 'b']) + np.array(['c', 'd']), np.sort(names)[::-1], np.where(names == 'bob', 1, 0), np.isin(names, ['bob']))
objects = np.array([1, 2.5, 3], dtype=object)
print(objects * 2, objects.sum(), np.array([[1], [2]], dtype=object) * np.array([1, 2]), np.array([None, 1]) == None)
print(np.mgrid[-1:1:5j], np.ogrid[0:1:3j, 0:2][0].T, np.r_[0:1:5j, 7], np.searchsorted([3, 1, 2], 2, sorter=[1, 2, 0]))
