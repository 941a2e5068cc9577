# every method of quantiles, quantiles over axes and past nan
import numpy as np

x = [1, 2, 3, 4, 9]
for method in ['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation', 'interpolated_inverted_cdf', 'hazen', 'weibull', 'linear',
               'median_unbiased', 'normal_unbiased', 'lower', 'higher', 'midpoint', 'nearest']:
    print(method, np.quantile(x, [0.1, 0.3, 0.75], method=method))
a = np.arange(12.0).reshape(3, 4)
print(np.percentile(a, [25, 50], axis=1, keepdims=True))
print(np.nanpercentile([1, np.nan, 3], 50), np.nanmedian(np.array([[1, np.nan], [3, 4]]), axis=1))
for bad in (lambda: np.percentile(x, 101), lambda: np.quantile(x, 2)):
    try:
        bad()
    except ValueError as error:
        print(error)
