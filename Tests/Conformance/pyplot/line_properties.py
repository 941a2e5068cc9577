# A line tells what it was given, under long and short names, and changes.
import matplotlib.pyplot as plt

(line,) = plt.plot([1, 2, 3], [4, 5, 6], "r--o", lw=2, label="a", alpha=0.5)
for name in ["color", "c", "linewidth", "lw", "linestyle", "ls", "marker", "markersize", "ms", "label", "alpha", "zorder", "visible", "xdata", "ydata",
             "drawstyle", "fillstyle", "markeredgecolor", "mfc", "mew", "markevery", "data"]:
    print(name, getattr(line, "get_" + name)())
print(line, line.get_xydata(), line.axes is plt.gca())
print(line.set(color="k", lw=1), line.get_color(), plt.setp(line, color="y", linewidth=5), line.get_lw(), plt.getp(line, "color"))
line.set_data([0, 1], [2, 3])
print(line.get_xdata(), line.get_ydata())
for wrong in (lambda: line.set(foo=1), lambda: line.set_linestyle("foo"), lambda: line.set_marker("foo"), lambda: plt.plot([1], [2], foo=3),
              lambda: plt.plot([1], c="r", color="b"), lambda: plt.plot([1], "rr"), lambda: plt.plot([1], "r--:"), lambda: plt.plot([1], alpha=2)):
    try:
        wrong()
    except (AttributeError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
(other,) = plt.plot([1, 2])
print(other, other.get_color(), other.get_marker(), plt.axhline(2, color="g").get_color(), plt.axvline(1).get_xdata())
other.remove()
print(len(plt.gca().lines), plt.gca().get_lines()[0] is line)
