# A polar chart: its limits, its ticks, where its angles begin.
import numpy as np
import matplotlib.pyplot as plt

ax = plt.subplot(projection="polar")
angle = np.linspace(0, 2 * np.pi, 50)
ax.plot(angle, 1 + np.cos(3 * angle))
print(ax.name, ax.get_ylim(), ax.get_xlim())
print([float(r) for r in ax.get_yticks()])
print([t.get_text() for t in ax.get_xticklabels()])
print(ax.get_rmax(), ax.get_rmin(), ax.get_theta_offset(), ax.get_theta_direction(), ax.get_rlabel_position())
ax.set_theta_zero_location("N")
ax.set_theta_direction(-1)
ax.set_rmax(3)
ax.set_thetagrids([0, 90], ["a", "b"])
print(ax.get_theta_offset(), ax.get_theta_direction(), ax.get_ylim(), [t.get_text() for t in ax.get_xticklabels()])
fig, axes = plt.subplots(1, 2, subplot_kw={"projection": "polar"})
print(axes)
axes[0].bar([0, 1, 2], [1, 2, 3], width=0.5)
axes[1].scatter([0, 1], [-1, 2])
print(axes[0].get_ylim(), axes[1].get_ylim())
plt.figure()
plt.polar([0, 1], [100, 250])
plt.rgrids([100, 200])
print(plt.ylim(), plt.gca().get_yticks())
try:
    plt.subplot(projection="no such")
except ValueError as e:
    print(str(e)[:50])
