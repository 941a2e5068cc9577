# Points counted and numbers reduced in hexagons.
import numpy as np
import matplotlib.pyplot as plt

rng = np.random.RandomState(0)
x = rng.randn(200)
y = rng.randn(200) * 2 + x
h = plt.hexbin(x, y, gridsize=5)
print(type(h).__name__, h.get_array())
print(h.get_offsets()[:4], h.get_offsets().shape)
print(plt.xlim(), plt.ylim())
plt.figure()
h = plt.hexbin(x, y, gridsize=(4, 3), mincnt=1, extent=(-2, 2, -4, 4))
print(h.get_array(), plt.xlim(), plt.ylim())
h = plt.hexbin(x, y, C=x + y, gridsize=4)
print(h.get_array(), h.get_clim(), h.get_cmap().name)
print(plt.hexbin(x, y, C=x + y, gridsize=4, reduce_C_function=np.max).get_array())
h = plt.hexbin(x, y, gridsize=4, bins="log")
print(h.get_clim(), type(h.norm).__name__)
print(plt.hexbin(x, y).get_array().shape)
for wrong in (lambda: plt.hexbin(x, y, foo=2), lambda: plt.hexbin(x, y[:3])):
    try:
        wrong()
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
