# np.errstate raises, warnings record what arithmetic could not do
import warnings
import numpy as np

cases = [lambda: np.array([1.0, 0.0]) / 0, lambda: np.float64(1) / 0, lambda: np.log(np.array([0.0, -1.0])), lambda: np.exp(np.array(1000.0)),
         lambda: np.sqrt(-1.0), lambda: np.float64(1e308) * 10, lambda: np.array([1]) // 0]
for case in cases:
    try:
        with np.errstate(all='raise'):
            case()
        print('nothing')
    except FloatingPointError as error:
        print(error)
with np.errstate(divide='ignore', invalid='ignore'):
    print(np.array([1.0, -1.0, 0.0]) / 0)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    np.array([1.0]) / 0
    np.log(np.array([-1.0]))
print([(w.category.__name__, str(w.message)) for w in log])
print(np.geterr(), np.seterr(all='ignore')['over'], np.geterr()['divide'])
