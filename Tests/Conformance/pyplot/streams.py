# Streamlines: what a field must be, and what is told about the chart.
import numpy as np
import matplotlib.pyplot as plt

Y, X = np.mgrid[-3:3:20j, -3:3:20j]
s = plt.streamplot(X, Y, -1 - X**2 + Y, 1 + X - Y**2, color=X, linewidth=np.abs(Y), density=[0.5, 1])
print(type(s).__name__, type(s.lines).__name__, plt.xlim(), plt.ylim())
plt.colorbar(s.lines)
for wrong in (lambda: plt.streamplot(X, Y, X[:3], Y), lambda: plt.streamplot(X**2, Y, X, Y),
              lambda: plt.streamplot(X, Y, X, Y, integration_direction="up")):
    try:
        wrong()
    except ValueError as e:
        print(e)
