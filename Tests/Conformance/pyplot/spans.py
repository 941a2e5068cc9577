# Stairs, shares, events, broken bars, matrices of dots, mosaics: what they are and what they cover.
import numpy as np
import matplotlib.pyplot as plt

plt.stairs([1, 2, 3])
print(plt.xlim(), plt.ylim())
plt.figure()
print(type(plt.ecdf([3, 1, 2, 2])).__name__, plt.xlim(), plt.ylim())
plt.figure()
print(len(plt.eventplot([[1, 2], [3]])), plt.xlim())
plt.figure()
plt.broken_barh([(1, 2), (4, 1)], (0, 1), facecolors="r")
print(plt.xlim(), plt.ylim())
plt.figure()
plt.spy(np.eye(3))
print(plt.xlim(), plt.ylim())
fig, axes = plt.subplot_mosaic("AB;CC")
print(list(axes), axes["C"].get_position().bounds[2] > axes["A"].get_position().bounds[2])
print(list(plt.subplot_mosaic([["x", "y"], ["x", "."]])[1]))
counts, across, up, image = plt.hist2d([0, 1, 2, 2], [0, 1, 1, 3], bins=[2, 3], range=[[0, 2], [0, 3]], weights=[1, 2, 3, 4])
print(counts, across, up)
print(plt.hist2d([0, 1, 2, 2], [0, 1, 1, 3], bins=2, density=True)[0])
try:
    plt.stairs([1, 2], [0, 1])
except ValueError as e:
    print(e)
try:
    plt.subplot_mosaic("AB;BA")
except ValueError as e:
    print(type(e).__name__)
