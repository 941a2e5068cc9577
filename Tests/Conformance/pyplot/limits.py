# The shown ranges: set ones as Python's numbers, asked ones as numpy's.
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
print(ax.get_xlim(), plt.ylim())
ax.plot([1, 2], [3, 4])
print(ax.get_xlim(), plt.ylim())
print(ax.set_xlim(0, 5), ax.get_xlim())
print(plt.axis())
print(plt.xlim(1, 2), ax.get_xbound())
print(ax.set_ylim([0, 1]))
print(ax.axis([0, 1, 2, 3]))
fig, ax = plt.subplots()
ax.stackplot([0, 1, 4], [1, 2, 3])
print(ax.get_ylim())
