# arrays that do not fit are refused before memory is taken
import numpy as np

for make in (lambda: np.zeros(10**15), lambda: np.arange(10**15), lambda: np.eye(10**8), lambda: np.linspace(0, 1, 10**14), lambda: np.zeros((10**10, 10**10)),
             lambda: np.tile([1], -1), lambda: np.identity(-1), lambda: np.random.rand(10**14), lambda: np.arange(0, 1e18, 1e-3)):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)
print(np.tri(-1).shape, np.tri(2, -1).shape)
