# numpy: averages, quantiles, covariance and histograms.
import numpy as np
from numpy.lib.array_utils import normalize_axis_index as _axis


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The mean, with weights if given."""
    a = np.asarray(a)
    if weights is None:
        result = a.mean(axis, keepdims=keepdims)
        scale = a.size / np.asarray(result).size
    else:
        weights = np.asarray(weights)
        if weights.shape != a.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if weights.ndim != 1 or weights.shape[0] != a.shape[axis]:
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            shape = [1] * a.ndim
            shape[axis] = weights.size
            weights = np.broadcast_to(weights.reshape(shape), a.shape)
        scale = weights.sum(axis=axis, keepdims=keepdims)
        if np.any(scale == 0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = np.multiply(a, weights).sum(axis, keepdims=keepdims) / scale
    return (result, scale + np.zeros_like(result)) if returned else result


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """The covariances of variables, which are the rows unless told."""
    rows = np.atleast_2d(np.asarray(m, dtype=dtype or np.result_type(m, np.float64)))
    if not rowvar and rows.shape[0] != 1:
        rows = rows.T
    if y is not None:
        other = np.atleast_2d(np.asarray(y, dtype=np.float64))
        rows = np.vstack([rows, other if rowvar or other.shape[0] == 1 else other.T])
    if ddof is None:
        ddof = 0 if bias else 1
    weights = None
    if fweights is not None:
        weights = np.asarray(fweights, dtype=np.float64)
    if aweights is not None:
        weights = np.asarray(aweights, dtype=np.float64) * (1 if weights is None else weights)
    if weights is None:
        centred = rows - rows.mean(axis=1, keepdims=True)
        result = centred @ np.conj(centred.T) / (rows.shape[1] - ddof)
    else:
        total = weights.sum()
        centred = rows - (rows * weights).sum(axis=1, keepdims=True) / total
        free = total - ddof * (weights * (aweights if aweights is not None else 1)).sum() / total
        result = (centred * weights) @ np.conj(centred.T) / free
    return result.squeeze()


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """The correlations of variables, which are the rows unless told."""
    c = np.cov(x, y, rowvar, dtype=dtype)
    if c.ndim == 0:
        return c / c
    deviation = np.sqrt(np.diag(c))
    return np.clip(c / deviation[:, None] / deviation[None, :], -1, 1)


_picking = ('lower', 'higher', 'nearest', 'inverted_cdf', 'closest_observation')

# The two numbers that place the quantiles of continuous methods between the sorted elements.
_placing = {
    'interpolated_inverted_cdf': (0, 1), 'hazen': (0.5, 0.5), 'weibull': (0, 0), 'linear': (1, 1),
    'median_unbiased': (1 / 3, 1 / 3), 'normal_unbiased': (3 / 8, 3 / 8),
}


_names = ['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation', 'interpolated_inverted_cdf', 'hazen', 'weibull', 'linear',
          'median_unbiased', 'normal_unbiased', 'lower', 'higher', 'midpoint', 'nearest']


def _quantiles(a, q, axis, method, keepdims, skip_nan, weights=None):
    if weights is not None:
        return _weighted_quantiles(a, q, axis, method, keepdims, weights)
    a = np.asarray(a)
    kind = a.dtype if method in _picking else np.float64 if a.dtype.kind != 'f' else a.dtype
    a = a if a.dtype.kind == 'f' else a.astype(np.float64)
    q = np.asarray(q, dtype=np.float64)
    if q.size and (q.min() < 0 or q.max() > 1):
        raise ValueError("Quantiles must be in the range [0, 1]")
    ndim = a.ndim
    if axis is None:
        lines, kept = a.reshape(1, -1), [1] * ndim
        shape = ()
    else:
        axes = [_axis(k, ndim) for k in (axis if isinstance(axis, (tuple, list)) else [axis])]
        rest = [k for k in range(ndim) if k not in axes]
        shape = tuple(a.shape[k] for k in rest)
        kept = [1 if k in axes else a.shape[k] for k in range(ndim)]
        moved = a.transpose(rest + axes)
        count = 1
        for size in shape:
            count *= size
        lines = moved.reshape(count, -1)
    lines = [_sorted_line(line, skip_nan) for line in lines]
    results = [[_quantile_of(line, p, method) for line in lines] for p in q.ravel().tolist()]
    result = np.array(results, dtype=kind).reshape(q.shape + (tuple(kept) if keepdims else shape))
    return result[()]


def _weighted_quantiles(a, q, axis, method, keepdims, weights):
    """The first element at which the weights up to it reach the share q of all weights."""
    if method != 'inverted_cdf':
        raise ValueError(f"Only method 'inverted_cdf' supports weights. Got: {method}.")
    a, weights = np.asarray(a), np.asarray(weights)
    if axis is None:
        a, weights, axis = a.ravel(), weights.ravel(), 0
    lines = np.moveaxis(a, axis, -1)
    heavy = np.broadcast_to(weights if weights.shape != a.shape else np.moveaxis(weights, axis, -1), lines.shape)
    order = np.argsort(lines, -1, kind='stable')
    lines = np.take_along_axis(lines, order, -1)
    reached = np.cumsum(np.take_along_axis(heavy, order, -1), -1, dtype=np.float64)
    q = np.asarray(q, dtype=np.float64)
    rows = []
    for p in q.ravel().tolist():
        place = np.argmax(reached >= p * reached[..., -1:], -1)
        rows.append(np.take_along_axis(lines, np.asarray(place)[..., None], -1)[..., 0])
    result = np.stack(rows).reshape(q.shape + lines.shape[:-1])
    return np.asarray(np.expand_dims(result, axis + q.ndim) if keepdims else result)


def _sorted_line(line, skip_nan):
    """The elements in order; none where a quantile is not defined."""
    missing = np.isnan(line)
    if skip_nan:
        line = line[~missing]
    elif np.any(missing):
        return line[:0]
    return np.sort(line)


def _quantile_of(line, p, method):
    n = line.size
    if n == 0:
        return np.nan
    place = _place_of(p, n, method)
    place = min(max(place, 0), n - 1)
    low = int(np.floor(place))
    high = low + 1 if low + 1 < n else n - 1
    t = place - low
    if method == 'halves':
        return (line[low] + line[high]) / 2 if t > 0 else line[low]
    t = (0.5 if t > 0 else 0) if method == 'midpoint' else t
    step = line[high] - line[low]
    return line[high] - step * (1 - t) if t >= 0.5 else line[low] + step * t


def _place_of(p, n, method):
    """Where the quantile lies among n sorted elements, counted from 0."""
    if method in ('linear', 'midpoint', 'halves'):
        return (n - 1) * p
    if method in _placing:
        alpha, beta = _placing[method]
        return n * p + (alpha + p * (1 - alpha - beta)) - 1
    if method == 'lower':
        return np.floor((n - 1) * p)
    if method == 'higher':
        return np.ceil((n - 1) * p)
    if method == 'nearest':
        return np.rint((n - 1) * p)
    if method == 'inverted_cdf':
        return np.ceil(n * p - 1)
    if method == 'averaged_inverted_cdf':
        place = n * p - 1
        return place + 0.5 if place == np.floor(place) else np.ceil(place)
    if method == 'closest_observation':
        place = n * p - 1.5
        low = np.floor(place)
        return low if place == low and low % 2 == 1 else low + 1
    raise ValueError(f"{method!r} is not a valid method. Use one of: dict_keys({_names})")


def _hundredths(q):
    q = np.asarray(q, dtype=np.float64)
    if q.size and (q.min() < 0 or q.max() > 100):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return q / 100


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """The value below which a share of the elements lies."""
    return np._written('quantile', _quantiles(a, q, axis, method, keepdims, False, weights), out)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """As `quantile`, with shares of a hundred."""
    return np._written('percentile', _quantiles(a, _hundredths(q), axis, method, keepdims, False, weights), out)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The element in the middle, or the mean of the two there."""
    return np._written('median', _quantiles(a, 0.5, axis, 'halves', keepdims, False), out)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """`quantile` of the elements that are not nan."""
    return np._written('nanquantile', _quantiles(a, q, axis, method, keepdims, True, weights), out)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """`percentile` of the elements that are not nan."""
    return np._written('nanpercentile', _quantiles(a, _hundredths(q), axis, method, keepdims, True, weights), out)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """`median` of the elements that are not nan."""
    return np._written('nanmedian', _quantiles(a, 0.5, axis, 'halves', keepdims, True), out)


def _width(x, rule):
    """The width of intervals that a rule finds good for the numbers x."""
    n = x.size
    spread = np.ptp(x)
    if rule == 'sqrt':
        return spread / np.sqrt(n)
    if rule == 'sturges':
        return spread / (np.log2(n) + 1.0)
    if rule == 'rice':
        return spread / (2.0 * n ** (1.0 / 3))
    if rule == 'scott':
        return (24.0 * np.pi ** 0.5 / n) ** (1.0 / 3.0) * np.std(x)
    if rule == 'fd':
        quartiles = np.percentile(x, [75, 25])
        return 2.0 * (quartiles[0] - quartiles[1]) * n ** (-1.0 / 3.0)
    if rule == 'doane':
        deviation = np.std(x)
        if n <= 2 or deviation == 0:
            return 0.0
        skew = np.mean(((x - np.mean(x)) / deviation) ** 3)
        error = np.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)))
        return spread / (1.0 + np.log2(n) + np.log2(1.0 + abs(skew) / error))
    if rule == 'auto':
        near, general = _width(x, 'fd'), _width(x, 'sturges')
        return min(near, general) if near else general
    raise ValueError(f"{rule!r} is not a valid estimator for `bins`")


def estimated_bins(a, rule, range=None):
    """How many intervals a rule asks for."""
    x = np.ravel(a)
    if range is not None:
        x = x[(x >= range[0]) & (x <= range[1])]
    if x.size == 0:
        return 1
    width = _width(x, rule)
    if x.dtype.kind in 'iu' and width < 1:
        width = 1
    low, high = range if range is not None else (x.min(), x.max())
    return int(np.ceil((high - low) / width)) if width else 1


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges of the intervals that `histogram` counts in."""
    return np.histogram(a, bins, range)[1]


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """How many points fall into each rectangle of a grid."""
    bins = [bins, bins] if not isinstance(bins, (tuple, list)) and np.ndim(bins) == 1 and len(bins) != 2 else bins
    counts, edges = np.histogramdd(np.stack([np.ravel(x), np.ravel(y)], axis=1), bins, range, density, weights)
    return counts, edges[0], edges[1]


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    """How many points fall into each box of a grid."""
    columns = list(np.atleast_2d(np.asarray(sample)).T) if isinstance(sample, np.ndarray) else [np.asarray(c) for c in sample]
    bins = [bins] * len(columns) if np.ndim(bins) == 0 and not isinstance(bins, (tuple, list)) else bins
    if len(bins) != len(columns):
        raise ValueError("The dimension of bins must be equal to the dimension of the sample x.")
    spans = range if range is not None else [None] * len(columns)
    edges = [np.histogram_bin_edges(c, b, s) for c, b, s in zip(columns, bins, spans)]
    shape = tuple(e.size - 1 for e in edges)
    inside = np.ones(columns[0].shape, dtype=bool)
    place = np.zeros(columns[0].shape, dtype=np.int64)
    for column, e in zip(columns, edges):
        inside = inside & (column >= e[0]) & (column <= e[-1])
        place = place * (e.size - 1) + np.clip(np.searchsorted(e, column, 'right') - 1, 0, e.size - 2)
    size = 1
    for n in shape:
        size *= n
    amounts = None if weights is None else np.asarray(weights)[inside]
    counts = np.bincount(place[inside], amounts, size).reshape(shape).astype(np.float64)
    if density:
        total = counts.sum()
        for axis, e in enumerate(edges):
            counts = counts / np.diff(e).reshape([-1 if k == axis else 1 for k in np.arange(len(edges)).tolist()])
        counts = counts / total
    return counts, edges


def digitize(x, bins, right=False):
    """The number of the interval each element falls into."""
    bins = np.asarray(bins)
    steps = np.diff(bins)
    if not (np.all(steps >= 0) or np.all(steps <= 0)):
        raise ValueError("bins must be monotonically increasing or decreasing")
    side = 'left' if right else 'right'
    if bins.size > 1 and bins[0] > bins[-1]:
        return bins.size - np.searchsorted(np.flip(bins), x, 'right' if right else 'left')
    return np.searchsorted(bins, x, side)
