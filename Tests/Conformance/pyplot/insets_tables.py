# Insets, further rulers, tables, colour bars: charts that belong to charts.
import numpy as np
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([0, 1, 2], [0, 1, 4])
inset = ax.inset_axes([0.5, 0.5, 0.4, 0.4], xlim=(0, 1), title="in")
print(inset, inset.get_title(), inset.get_xlim(), len(fig.axes), plt.gca() is ax, len(ax.child_axes))
ruler = ax.secondary_xaxis("top", functions=(lambda x: x * 2, lambda x: x / 2))
print(ruler.set_xlabel("twice"), len(fig.axes))
table = ax.table(cellText=[["1", "2"], ["3", "4"]], colLabels=["a", "b"], rowLabels=["r", "s"], loc="center")
print(sorted(table.get_celld()), table[0, 0].get_text().get_text(), table[1, -1].get_text().get_text())
image = ax.imshow(np.arange(12).reshape(3, 4), cmap="gray", vmin=0, vmax=9)
bar = fig.colorbar(image, ax=ax, label="lab")
print(bar.ax.get_ylabel(), bar.vmin, bar.vmax, bar.get_ticks(), len(fig.axes), bar.orientation, bar.cmap.name, image.colorbar is bar)
bar.set_ticks([0, 3, 9])
bar.ax.set_title("top")
print(bar.get_ticks(), bar.ax.get_title(), bar.mappable is image)
bar.remove()
print(len(fig.axes))
for wrong in (lambda: ax.secondary_xaxis("foo"), lambda: ax.inset_axes([0, 0, 1, 1], foo=1), lambda: fig.colorbar(image, foo=2), lambda: ax.table([["a"]], foo=1)):
    try:
        wrong()
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
