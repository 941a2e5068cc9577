# Bars tell their sizes as the numbers that were given, and their colours.
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
bars = ax.bar(["a", "b", "c"], [1, 2, 3], color=["r", "0.5", "b"], edgecolor="k", alpha=0.5, label="L")
print(bars, len(bars), bars[0], bars.datavalues, bars.orientation, bars.errorbar, bars.get_label())
bar = bars[1]
for name in ["x", "y", "width", "height", "xy", "facecolor", "edgecolor", "linewidth", "alpha", "label", "visible", "zorder", "hatch", "angle", "linestyle"]:
    print(name, getattr(bar, "get_" + name)())
bar.set_facecolor("C1")
bar.set_width(2)
print(bar.get_facecolor(), bar.get_width(), [f"{b.get_height()}" for b in ax.patches], ax.containers)
for format in ("%.1f", "{:.2f}", lambda v: f"<{v}>"):
    print([text.get_text() for text in ax.bar_label(bars, fmt=format)])
print([(b.get_x(), b.get_y(), b.get_width(), b.get_height()) for b in ax.barh([1, 2], [3, 4], left=1, height=0.5)])
print(ax.bar([1, 2], [3, 4], yerr=[0.1, 0.2], capsize=3).errorbar)
for wrong in (lambda: ax.bar([1, 2], [1, 2, 3]), lambda: ax.bar([1], [1], align="foo"), lambda: ax.bar([1], [1], foo=2), lambda: ax.bar_label(bars, label_type="foo")):
    try:
        wrong()
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
