# numpy.testing: assertions on arrays.
import numpy as np


def _fail(message, actual, desired):
    raise AssertionError(f"\n{message}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True):
    if not np.allclose(actual, desired, rtol, atol, equal_nan):
        _fail(f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}", actual, desired)


def assert_array_equal(actual, desired, err_msg='', verbose=True):
    if not np.array_equal(actual, desired, equal_nan=True):
        _fail("Arrays are not equal", actual, desired)


def assert_equal(actual, desired, err_msg='', verbose=True):
    if isinstance(actual, (np.ndarray, list, tuple)):
        assert_array_equal(actual, desired)
    elif actual != desired:
        _fail("Items are not equal:", actual, desired)


def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
    if np.any(abs(np.asarray(actual) - np.asarray(desired)) >= 1.5 * 10.0 ** -decimal):
        _fail(f"Arrays are not almost equal to {decimal} decimals", actual, desired)


assert_array_almost_equal = assert_almost_equal
