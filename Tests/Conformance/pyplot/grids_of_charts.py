# Grids of charts are numpy's arrays; colours come in the program's turn.
import numpy as np
import matplotlib.pyplot as plt

fig, axes = plt.subplots(2, 3, sharex=True, sharey="row")
print(axes.shape, axes.dtype, axes.ravel().shape, axes.T.shape, axes[:, 1].shape, isinstance(axes, np.ndarray), [i for i, _ in np.ndenumerate(axes)][-1])
axes[0, 0].plot([0, 10], [0, 1])
print(axes[1, 2].get_xlim(), axes[0, 1].get_ylim(), axes[1, 0].get_ylim(), len(fig.axes))
print(plt.subplots(3, 1)[1].shape, plt.subplots(1, 1, squeeze=False)[1].shape, type(plt.subplots(1, 2)[1][0]).__name__)
fig, named = plt.subplot_mosaic("AB;CC", sharex=True, subplot_kw={"xlabel": "u"}, per_subplot_kw={"A": {"title": "tt"}}, figsize=(4, 4))
named["A"].plot([0, 7], [1, 2])
print(list(named), named["A"].get_title(), named["B"].get_xlabel(), fig.get_size_inches(), named["C"].get_xlim())
fig, ax = plt.subplots()
ax.set_prop_cycle(color=["r", "g"])
print([ax.plot([1])[0].get_color() for _ in range(3)])
ax.set_prop_cycle(plt.cycler("color", ["c", "m"]))
print([ax.plot([1])[0].get_color() for _ in range(3)])
with plt.rc_context({"axes.prop_cycle": plt.cycler(color=["k", "y"])}):
    print([line.get_color() for line in plt.figure().add_subplot().plot([[1, 2, 3]])])
print(ax.set(xlim=(0, 3), title="t"), ax.get_xmargin(), ax.get_adjustable(), ax.xaxis_inverted(), ax.xaxis.get_ticks_position())
ax.spines[["top", "right"]].set_visible(False)
ax.spines["left"].set_color("red")
print(list(ax.spines), ax.spines["top"].get_visible(), ax.spines.left.get_visible(), ax.spines["left"].get_edgecolor(), len(ax.spines))
for wrong in (lambda: plt.subplots(2, 2, sharex="foo"), lambda: plt.subplots(0, 2), lambda: plt.figure(foo=1), lambda: plt.subplots(foo=1), lambda: plt.subplot(foo=1),
              lambda: plt.tight_layout(foo=1), lambda: plt.subplots_adjust(foo=1), lambda: plt.subplots_adjust(left=0.9, right=0.1), lambda: plt.savefig("a.png", foo=1),
              lambda: plt.savefig("a.foo"), lambda: plt.pie([1], foo=1), lambda: plt.axis(foo=1), lambda: plt.step([1], [1], where="foo"), lambda: plt.xticks([0, 1], ["a"]),
              lambda: ax.set(foo=1), lambda: ax.margins(-2), lambda: plt.subplot_mosaic("AB", foo=1)):
    try:
        wrong()
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
