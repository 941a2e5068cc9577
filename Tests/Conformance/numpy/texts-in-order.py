import numpy as np

words = np.array(['b', 'a', 'c', 'a'])
print(np.searchsorted(['a', 'b', 'd'], 'c'), np.searchsorted(['a', 'b'], ['b', 'a'], side='right'))
print(np.argmax(words), np.argmin(words), np.array([3, 1, 4], dtype=object).argmax(), np.argmax([1j, 2]), np.sort(words), np.argsort(words, kind='stable'), np.unique(words, return_inverse=True), np.lexsort((words,)))
print(np.triu(np.array([[1j, 2], [3, 4j]])), np.tril(np.array([[1, 2], [3, 4]], dtype=object)))
print(np.cov(np.array([[1j, 2], [3, 4j]])))
