# The places of ticks and their labels, as matplotlib tells them: with the first ones beyond the limits.
import numpy as np
import matplotlib.pyplot as plt

for low, high in [(0, 2), (0, 1), (-3, 3), (0, 100), (0.1, 0.35), (5, 5), (1000, 1010), (0, 1e-5), (-7.3, 2.2), (1, 200)]:
    fig, ax = plt.subplots()
    ax.plot([0, 1, 2], [low, (low + high) / 2, high])
    print(ax.get_yticks(), [t.get_text() for t in ax.get_yticklabels()])
fig, axes = plt.subplots(2, 3)
axes[0, 0].plot([0, 2], [0, 2])
print(axes[0, 0].get_xticks(), axes[0, 0].get_yticks())
fig, ax = plt.subplots(figsize=(3, 2))
print(ax.get_xticks(), ax.get_yticks())
for low, high in [(1, 1000), (0.5, 50), (1e-8, 1e8), (3, 3e7)]:
    ax.set_yscale("log")
    ax.set_ylim(low, high)
    print(ax.get_yticks(), ax.get_yticklabels()[0].get_text())
ax.set_xticks([0, 1, 2])
print(ax.get_xticks(), [t.get_text() for t in ax.get_xticklabels()])
ax.set_xticks(np.arange(3) / 2)
print(ax.get_xticks(), ax.xaxis.get_ticklocs(), ax.xaxis.get_scale(), ax.yaxis.get_scale())
fig, ax = plt.subplots()
ax.bar(["a", "b"], [1, 2])
print(ax.get_xticks(), [t.get_text() for t in ax.get_xticklabels()])
