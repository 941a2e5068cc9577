# Scattered points joined to triangles.
import numpy as np
import matplotlib.pyplot as plt
import matplotlib.tri as tri

x, y = np.array([0, 1, 1, 0, 0.5]), np.array([0, 0, 1, 1, 0.4])
net = tri.Triangulation(x, y)
print(net.triangles.shape, sorted(sorted(map(int, row)) for row in net.triangles), sorted(sorted(map(int, e)) for e in net.edges))
print(tri.Triangulation(x, y, [[0, 1, 4], [1, 2, 4]]).triangles)
print(len(plt.triplot(x, y)), plt.triplot(net, "r-o")[0].get_color())
print(type(plt.tricontour(x, y, x + 2 * y, levels=[0.5, 1, 2])).__name__, plt.tricontour(net, x + y, levels=[0.5, 1]).levels, plt.xlim())
faces = plt.tripcolor(x, y, x + 2 * y)
print(type(faces).__name__, faces.get_array().shape, faces.get_clim())
rng = np.random.RandomState(3)
px, py = rng.rand(2, 40)
net = tri.Triangulation(px, py)
print(sorted(sorted(map(int, row)) for row in net.triangles))
for wrong in (lambda: plt.triplot([0, 1], [0, 1]), lambda: plt.triplot([0, 1, 2], [0, 1]), lambda: plt.tricontour(x, y, x[:2]), lambda: tri.Triangulation([0, 1, 2], [0, 1, 2]),
              lambda: plt.tricontour(x, y, x, foo=1)):
    try:
        wrong()
    except (AttributeError, RuntimeError, ValueError) as e:
        print(type(e).__name__, str(e)[:40])
