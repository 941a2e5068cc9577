import numpy as np

numbers = np.array([3, 1, 2])
for function in (np.floor, np.ceil, np.trunc, np.round, np.positive, np.abs, np.nan_to_num, np.sort, np.unique, np.copy, np.conj):
    result = function(numbers)
    result[0] = 9
    print(function.__name__, result, numbers)
result = numbers.round()
result[0] = 9
holes = np.array([1.0, np.nan])
print(numbers, np.nan_to_num(holes, copy=False), holes)
same = [np.asarray(numbers), np.squeeze(numbers), np.atleast_1d(numbers), np.ascontiguousarray(numbers), np.array(numbers), numbers.reshape(3), numbers.view()]
print([array is numbers for array in same], [np.shares_memory(array, numbers) for array in same])
for view in (np.diag(np.eye(2)), np.eye(2).diagonal(), np.broadcast_to(numbers, (2, 3))):
    try:
        view[0] = 1
    except ValueError as error:
        print(error)
