# Three-dimensional charts: their class, their third axis, where they are seen from.
import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d import Axes3D

ax = plt.figure().add_subplot(projection="3d")
print(type(ax).__name__, ax.name, isinstance(ax, Axes3D), ax.elev, ax.azim)
ax.plot([0, 1], [0, 1], [0, 1])
ax.scatter([0, 1], [0, 1], [0, 1], c=[0.1, 0.9])
print(ax.set_zlim(0, 2), ax.get_zlim())
ax.set_zlabel("height")
print(ax.get_zlabel())
ax.view_init(elev=20, azim=45)
print(ax.elev, ax.azim)
