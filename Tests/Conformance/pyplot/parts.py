# The parts of box plots, violins, pies, stems, error bars: what they cover.
import numpy as np
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
boxes = ax.boxplot([[1, 2, 3, 4, 10], [2, 3, 4]], patch_artist=True, showmeans=True)
print(sorted(boxes), [len(boxes[key]) for key in sorted(boxes)])
for key in ("medians", "whiskers", "caps", "fliers", "means"):
    print(key, [np.asarray(part.get_ydata(), dtype=float) for part in boxes[key]])
for box, color in zip(boxes["boxes"], ["lightblue", "r"]):
    box.set_facecolor(color)
print(boxes["boxes"][1].get_facecolor()[:3], [type(box).__name__ for box in boxes["boxes"]])
violins = ax.violinplot([[1, 2, 3], [2, 3, 5]], showmeans=True)
print(sorted(violins), len(violins["bodies"]))
wedges, words, shares = plt.figure().add_subplot().pie([1, 2, 3], labels=["a", "b", "c"], autopct="%1.1f%%")
print([word.get_text() for word in words], [share.get_text() for share in shares], [(round(wedge.theta1), round(wedge.theta2)) for wedge in wedges])
points, stems, base = ax.stem([1, 2, 3], [4, 5, 6])
print(type(points).__name__, type(stems).__name__, points.get_ydata().astype(float), type(base).__name__)
line, caps, bars = ax.errorbar([1, 2], [3, 4], yerr=[0.1, 0.2], fmt="o", capsize=2)
print(type(line).__name__, len(caps), len(bars), line.get_marker())
