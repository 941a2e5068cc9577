# numpy: equality of arrays within tolerances, and sets.
import numpy as np
from collections import namedtuple as _namedtuple


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Where two arrays are equal within a tolerance."""
    a, b = np.asarray(a), np.asarray(b)
    near = np.abs(a - b) <= atol + rtol * np.abs(b)
    result = np.where(np.isfinite(b), near & np.isfinite(a), a == b)
    if equal_nan:
        result = result | (np.isnan(a) & np.isnan(b))
    return result[()]


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether two arrays are equal within a tolerance everywhere."""
    return bool(np.all(np.isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2, equal_nan=False):
    """Whether two arrays have the same shape and elements."""
    a1, a2 = np.asarray(a1), np.asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    if equal_nan:
        same = same | (np.isnan(a1) & np.isnan(a2))
    return bool(np.all(same))


def array_equiv(a1, a2):
    """Whether two arrays have the same elements once one is stretched to the other."""
    try:
        return bool(np.all(np.asarray(a1) == np.asarray(a2)))
    except ValueError:
        return False


def isposinf(x, out=None):
    """Where elements are positive infinity."""
    return np._written('isposinf', np.asarray(x) == np.inf, out)


def isneginf(x, out=None):
    """Where elements are negative infinity."""
    return np._written('isneginf', np.asarray(x) == -np.inf, out)


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """Where elements are among others."""
    element = np.asarray(element)
    members = set(np.asarray(test_elements).ravel().tolist())
    found = np.array([x in members for x in element.ravel().tolist()], dtype=bool).reshape(element.shape)
    return ~found if invert else found


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """The sorted elements that both arrays have."""
    values, places = np.unique(ar1, return_index=True)
    common = np.isin(values, ar2)
    if not return_indices:
        return values[common]
    others, other_places = np.unique(ar2, return_index=True)
    return values[common], places[common], other_places[np.isin(others, values)]


def union1d(ar1, ar2):
    """The sorted elements that either array has."""
    return np.unique(np.concatenate([np.ravel(ar1), np.ravel(ar2)]))


def unique_values(x):
    """The different elements."""
    return np.unique(x, equal_nan=False)


UniqueAllResult = _namedtuple('UniqueAllResult', ['values', 'indices', 'inverse_indices', 'counts'])
UniqueCountsResult = _namedtuple('UniqueCountsResult', ['values', 'counts'])
UniqueInverseResult = _namedtuple('UniqueInverseResult', ['values', 'inverse_indices'])


def unique_all(x):
    """The different elements, where each is first, which of them each element is, and how often each occurs."""
    return UniqueAllResult(*np.unique(x, True, True, True, equal_nan=False))


def unique_counts(x):
    """The different elements and how often each occurs."""
    return UniqueCountsResult(*np.unique(x, return_counts=True, equal_nan=False))


def unique_inverse(x):
    """The different elements and which of them each element is."""
    return UniqueInverseResult(*np.unique(x, return_inverse=True, equal_nan=False))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The sorted elements of the first array that the second lacks."""
    values = np.ravel(ar1) if assume_unique else np.unique(ar1)
    return values[np.isin(values, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    """The sorted elements that only one of two arrays has."""
    return np.union1d(np.setdiff1d(ar1, ar2), np.setdiff1d(ar2, ar1))
