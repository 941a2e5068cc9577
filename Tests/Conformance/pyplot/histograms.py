# Counts and edges of histograms: of several lists, by weights, from either end, by rules for bins.
import numpy as np
import matplotlib.pyplot as plt

print(*plt.hist([1, 2, 2, 3, 3, 3], bins=3))
print(*plt.hist([[1, 2, 3], [2, 3, 4]], bins=4, stacked=True))
print(*plt.hist(np.array([[1, 2], [3, 4], [5, 6]]), bins=3))
print(*plt.hist([1, 2, 2, 3], bins=[0, 2, 4], density=True, cumulative=True)[:2])
print(plt.hist([1, 2, 3], cumulative=-1, bins=3)[0], plt.hist([1, 2, 2, 3, 5], weights=[1, 2, 3, 4, 5], bins=2, range=(0, 6))[:2])
for rule in ("auto", "fd", "sturges", "sqrt", "scott"):
    print(rule, plt.hist(np.arange(100) ** 0.5, bins=rule)[0])
for wrong in (lambda: plt.hist([1, 2], bins=0), lambda: plt.hist([1, 2], bins=[3, 2, 1]), lambda: plt.hist([1, 2], bins="foo"),
              lambda: plt.hist([1, 2], histtype="foo"), lambda: plt.hist([1, 2], foo=2), lambda: plt.hist([1, 2], weights=[1])):
    try:
        wrong()
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
