# numpy.testing: assertions on arrays.
import numpy as np
import re as _re


def _short(value):
    """The repr of a value, cut after three lines."""
    lines = repr(value).split('\n')
    return '\n'.join(lines) if len(lines) <= 4 else '\n'.join(lines[:3]) + '...'


def _message(header, remarks, values, err_msg='', names=('ACTUAL', 'DESIRED'), verbose=True):
    text = f"\n{header}"
    body = '\n'.join([str(err_msg)] + remarks) if remarks else str(err_msg)
    if body or remarks:
        text += '\n' + body
    if verbose:
        for name, value in zip(names, values):
            text += f"\n {name}: {_short(value)}"
    return text


def _mismatches(bad, x, y, names):
    """What to say about the elements that differ."""
    count, total = int(np.count_nonzero(bad)), bad.size
    remarks = [f"Mismatched elements: {count} / {total} ({100 * count / total:.3g}%)"]
    places = np.argwhere(bad) if bad.ndim else []
    if len(places):
        remarks.append("Mismatch at index:" if count == 1 else f"First 5 mismatches are at indices:" if count > 5 else "Mismatch at indices:")
        left, right = np.broadcast_to(x, bad.shape), np.broadcast_to(y, bad.shape)
        for place in places[:5].tolist():
            remarks.append(f" {place}: {left[tuple(place)]} ({names[0]}), {right[tuple(place)]} ({names[1]})")
    return remarks


def _errors(bad, x, y):
    """The largest absolute and relative differences of the elements that differ."""
    if x.dtype.kind not in 'iuf' or y.dtype.kind not in 'iuf':
        return []
    distance = abs(x - y)
    if distance.ndim:
        bad = np.broadcast_to(bad, distance.shape)
        distance, size = distance[bad], np.broadcast_to(abs(y), bad.shape)[bad]
    else:
        distance, size = distance.reshape(1), abs(y).reshape(1)
    remarks = [f"Max absolute difference among violations: {np.array2string(distance.max())}"]
    known = size != 0
    relative = (distance[known] / size[known]).max() if np.any(known) else np.array(np.inf)
    return remarks + [f"Max relative difference among violations: {np.array2string(relative)}"]


def _compare(test, actual, desired, header, err_msg='', verbose=True, equal_nan=True, names=('ACTUAL', 'DESIRED')):
    x, y = np.asarray(actual), np.asarray(desired)

    def fail(remarks):
        raise AssertionError(_message(header, remarks, (x, y), err_msg, names, verbose))

    if x.shape != y.shape and x.shape != () and y.shape != ():
        fail([f"(shapes {x.shape}, {y.shape} mismatch)"])
    counted = np.ones(np.broadcast_shapes(x.shape, y.shape), dtype=bool)
    if x.dtype.kind in 'iufb' and y.dtype.kind in 'iufb':
        for name, special in (('nan', np.isnan), ('inf', lambda v: v == np.inf), ('inf', lambda v: v == -np.inf)):
            if name == 'nan' and not equal_nan:
                continue
            left, right = special(x), special(y)
            if np.any(left != right):
                fail([f"{name} location mismatch:"])
            counted = counted & ~(left & right)
    bad = counted & ~test(x, y)
    if np.any(bad):
        fail(_mismatches(bad, x, y, names) + _errors(bad, x, y))


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True, *, strict=False):
    """Refuses arrays that are not equal within a tolerance."""
    _compare(lambda x, y: np.isclose(x, y, rtol, atol, equal_nan), actual, desired,
             f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}", err_msg, verbose, equal_nan)


def assert_array_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
    """Refuses arrays that are not equal."""
    _compare(lambda x, y: x == y, actual, desired, "Arrays are not equal", err_msg, verbose)


def assert_array_less(x, y, err_msg='', verbose=True, *, strict=False):
    """Refuses elements that are not less than others."""
    _compare(lambda x, y: x < y, x, y, "Arrays are not strictly ordered `x < y`", err_msg, verbose, names=('x', 'y'))


def assert_array_almost_equal(actual, desired, decimal=6, err_msg='', verbose=True):
    """Refuses arrays that differ in the first decimals."""
    _compare(lambda x, y: abs(x - y) < 1.5 * 10.0 ** -decimal, actual, desired,
             f"Arrays are not almost equal to {decimal} decimals", err_msg, verbose)


def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
    """Refuses numbers or arrays that differ in the first decimals."""
    if isinstance(actual, (np.ndarray, list, tuple)) or isinstance(desired, (np.ndarray, list, tuple)):
        return assert_array_almost_equal(actual, desired, decimal, err_msg)
    if actual != actual and desired != desired:
        return
    if not abs(desired - actual) < 1.5 * 10.0 ** -decimal:
        raise AssertionError(_message(f"Arrays are not almost equal to {decimal} decimals", [], (actual, desired), err_msg))


def assert_approx_equal(actual, desired, significant=7, err_msg='', verbose=True):
    """Refuses numbers that differ in the first significant digits."""
    if actual == desired:
        return
    scale = 10.0 ** np.floor(np.log10(0.5 * (abs(actual) + abs(desired))))
    if abs(desired / scale - actual / scale) >= 10.0 ** -(significant - 1):
        raise AssertionError(_message(f"Items are not equal to {significant} significant digits:", [], (actual, desired), err_msg))


def assert_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
    """Refuses objects, nested ones too, that are not equal."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for key in desired:
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], desired[key], f"key={key!r}\n{err_msg}", verbose)
    elif isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for k in range(len(desired)):
            assert_equal(actual[k], desired[k], f"item={k!r}\n{err_msg}", verbose)
    elif isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        assert_array_equal(actual, desired, err_msg, verbose)
    elif not (actual == desired) and not (actual != actual and desired != desired):
        raise AssertionError(_message("Items are not equal:", [], (actual, desired), err_msg))


def assert_string_equal(actual, desired):
    """Refuses texts that are not equal."""
    if actual != desired:
        raise AssertionError(f"Differences in strings:\n- {actual}+ {desired}")


def assert_(val, msg=''):
    """Refuses what is false."""
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


class _Expected:
    def __init__(self, kinds, pattern=None):
        self.kinds, self.pattern = kinds, pattern

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            name = self.kinds.__name__ if isinstance(self.kinds, type) else str(self.kinds)
            raise AssertionError(f"{name} not raised")
        if not isinstance(error, self.kinds):
            return False
        if self.pattern is not None and not _re.search(self.pattern, str(error)):
            raise AssertionError(f'"{self.pattern}" does not match "{error}"')
        self.exception = error
        return True


def _expect(expected, function, args, kwargs):
    try:
        with expected:
            function(*args, **kwargs)
    except AssertionError as error:
        if str(error).endswith(" not raised"):
            raise AssertionError(f"{error} by {function.__name__}") from None
        raise


def assert_raises(exception_class, callable=None, *args, **kwargs):
    """Refuses a call or a block that does not raise an exception."""
    if callable is None:
        return _Expected(exception_class)
    _expect(_Expected(exception_class), callable, args, kwargs)


def assert_raises_regex(exception_class, expected_regexp, callable=None, *args, **kwargs):
    """As `assert_raises`; the message must match a pattern."""
    if callable is None:
        return _Expected(exception_class, expected_regexp)
    _expect(_Expected(exception_class, expected_regexp), callable, args, kwargs)
