# statistics: means, medians, spreads.
import math
from collections import namedtuple

from fractions import Fraction


class StatisticsError(ValueError):
    """Data for which a statistic means nothing."""


def _exact_sum(data):
    total = Fraction(0)
    count = 0
    kind = int
    for value in data:
        count += 1
        if isinstance(value, float):
            if kind is int:
                kind = float
            if not math.isfinite(value):
                return float, sum(data), len(data)
        elif not isinstance(value, int):
            if not hasattr(value, "as_integer_ratio"):
                raise TypeError(f"can't convert type {type(value).__name__!r} to numerator/denominator")
            kind = type(value)
        total += Fraction(value)
    return kind, total, count


def _as_kind(value, kind):
    if not isinstance(value, Fraction):
        return value
    if kind is int:
        return value.numerator if value.denominator == 1 else value.numerator / value.denominator
    if kind is Fraction:
        return value
    return kind(value.numerator / value.denominator)


def mean(data):
    """The arithmetic mean, exact for whole numbers and fractions."""
    kind, total, count = _exact_sum(list(data))
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _as_kind(total / count, kind)


def fmean(data, weights=None):
    """The arithmetic mean in floats, with weights if given."""
    data = [float(x) for x in data]
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    return math.fsum(x * w for x, w in zip(data, weights)) / math.fsum(weights)


def geometric_mean(data):
    """The nth root of the product."""
    data = list(data)
    if not data:
        raise StatisticsError("must have a non-empty dataset containing positive numbers")
    return math.exp(fmean([math.log(x) for x in data]))


def harmonic_mean(data, weights=None):
    """The number whose reciprocal is the mean of reciprocals."""
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if any(x == 0 for x in data):
        return 0
    weights = list(weights) if weights is not None else [1] * len(data)
    kind, total, count = _exact_sum([Fraction(w) / Fraction(x) for x, w in zip(data, weights)])
    result = Fraction(sum(weights)) / total
    return result.numerator / result.denominator


def median(data):
    """The element in the middle, or the mean of the two there."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The element in the middle, the smaller of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The element in the middle, the larger of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of numbers that stand for intervals."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    middle = data[len(data) // 2]
    below = sum(1 for x in data if x < middle)
    equal = sum(1 for x in data if x == middle)
    return float(middle) - interval / 2 + interval * (len(data) / 2 - below) / equal


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    """The most frequent element, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    best = max(counts.values())
    return next(value for value, count in counts.items() if count == best)


def multimode(data):
    """The most frequent elements."""
    counts = _counts(data)
    best = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == best]


def _squares(data, center):
    kind, total, count = _exact_sum(data)
    middle = total / count if center is None else Fraction(center)
    squares = Fraction(0)
    for value in data:
        squares += (Fraction(value) - middle) ** 2
    return kind, squares, count


def variance(data, xbar=None):
    """The variance of a sample."""
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    kind, squares, count = _squares(data, xbar)
    return _as_kind(squares / (count - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    data = list(data)
    if not data:
        raise StatisticsError("pvariance requires at least one data point")
    kind, squares, count = _squares(data, mu)
    return _as_kind(squares / count, kind)


def _root(value):
    # Correctly rounded square root of a fraction.
    n, d = value.numerator, value.denominator
    shift = max(0, 110 - n.bit_length() + d.bit_length())
    shift += shift % 2
    root = math.isqrt((n << shift) // d)
    if root * root * d != n << shift:
        root |= 1
    return root / (1 << shift // 2)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    kind, squares, count = _squares(data, xbar)
    return _root(squares / (count - 1))


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    data = list(data)
    if not data:
        raise StatisticsError("pstdev requires at least one data point")
    kind, squares, count = _squares(data, mu)
    return _root(squares / count)


def quantiles(data, *, n=4, method="exclusive"):
    """The values that cut the data into equal parts."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    if len(data) < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        m = len(data) - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    m = len(data) + 1
    for i in range(1, n):
        j = min(max(i * m // n, 1), len(data) - 1)
        delta = i * m - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def covariance(x, y, /):
    """How two samples vary together."""
    if len(x) != len(y):
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    mx, my = math.fsum(x) / len(x), math.fsum(y) / len(y)
    return math.fsum((a - mx) * (b - my) for a, b in zip(x, y)) / (len(x) - 1)


def correlation(x, y, /):
    """Pearson's correlation of two samples."""
    if len(x) != len(y):
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    mx, my = math.fsum(x) / len(x), math.fsum(y) / len(y)
    sxy = math.fsum((a - mx) * (b - my) for a, b in zip(x, y))
    sxx = math.fsum((a - mx) ** 2 for a in x)
    syy = math.fsum((b - my) ** 2 for b in y)
    if sxx * syy == 0:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / math.sqrt(sxx * syy)


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line closest to points."""
    if len(x) != len(y):
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError("linear regression requires at least two data points")
    mx, my = (0.0, 0.0) if proportional else (math.fsum(x) / len(x), math.fsum(y) / len(y))
    sxx = math.fsum((a - mx) ** 2 for a in x)
    if sxx == 0:
        raise StatisticsError("x is constant")
    slope = math.fsum((a - mx) * (b - my) for a, b in zip(x, y)) / sxx
    return LinearRegression(slope=slope, intercept=0.0 if proportional else my - slope * mx)
