# messages of numpy.testing
import numpy as np

T = np.testing
cases = [lambda: T.assert_allclose([1, 2, 3], [1, 2, 3.1]), lambda: T.assert_array_equal([[1, 2], [3, 4]], [[1, 2], [4, 4]], err_msg='rows'),
         lambda: T.assert_array_equal([1, 2], [1, 2, 3]), lambda: T.assert_array_equal([1.0, np.nan], [1.0, 2]), lambda: T.assert_equal({'a': [1, 2]}, {'a': [1, 3]}),
         lambda: T.assert_almost_equal(1.0, 1.1), lambda: T.assert_array_less([1, 2], [2, 2]), lambda: T.assert_allclose(np.arange(8.0), np.arange(8.0) + 0.5)]
for case in cases:
    try:
        case()
    except AssertionError as error:
        print(error)
T.assert_raises(ZeroDivisionError, lambda: 1 / 0)
T.assert_allclose([np.nan, 1.0], [np.nan, 1.0 + 1e-9])
