# Weights of quantiles, covariance and histograms; unique with named results.
import numpy as np

print(np.quantile([1, 2, 3], [0.1, 0.9], weights=[1, 2, 3], method="inverted_cdf"))
print(np.percentile([[1, 2], [3, 4]], 50, axis=0, weights=[1, 3], method="inverted_cdf"))
try:
    np.quantile([1, 2], 0.5, weights=[1, 2])
except ValueError as error:
    print(error)
print(np.histogram([1, 2, 1], bins=2, weights=[1, 2, 3]), np.histogram([1, 2, 1], bins=2, weights=[0.5, 2, 3]))
print(np.histogram2d([1, 2, 3], [1, 2, 3], bins=[2, 3], range=[[0, 4], [0, 4]]))
print(np.histogramdd(np.array([[1, 2], [3, 4], [5, 6]]), bins=2))
for options in ({"bins": 0}, {"bins": [3, 1]}, {"range": (3, 1)}):
    try:
        np.histogram([1, 2], **options)
    except ValueError as error:
        print(error)
try:
    np.histogram([1, np.nan])
except ValueError as error:
    print(error)
print(np.unique_counts([2, 1, 1]), np.unique_all([3, 1, 1]), np.unique([1, np.nan, np.nan], equal_nan=False))
print(np.polyfit([0, 1, 2, 3], [1, 3, 5, 7.5], 1, cov=True)[1], np.polyfit([0, 1, 2, 3], [1, 3, 5, 7.5], 1, full=True)[2])
