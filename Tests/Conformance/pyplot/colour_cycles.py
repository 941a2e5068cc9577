# Lines and filled shapes each have a cycle of colours of their own.
import matplotlib.pyplot as plt

for draw in ["scatter", "bar", "fill_between", "hist", "violinplot", "stackplot", "errorbar"]:
    fig, ax = plt.subplots()
    if draw in ("hist", "violinplot"):
        getattr(ax, draw)([1, 2, 4])
    else:
        getattr(ax, draw)([1, 2], [3, 4])
    (line,) = ax.plot([1, 2])
    (first,) = plt.figure().add_subplot().plot([1])
    print(draw, line.get_color() == first.get_color())
