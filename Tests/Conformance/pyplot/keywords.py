# Keywords that change nothing here are read all the same; tables are read by the names of their columns.
import numpy as np
import matplotlib.pyplot as plt
from matplotlib.collections import LineCollection

x = np.arange(5.0)
table = {"a": [1.0, 2, 3], "b": [3.0, 4, 7]}
print(plt.plot("a", "b", data=table)[0].get_ydata(), plt.scatter("a", "b", data=table).get_offsets().shape)
plt.arrow(0, 0, 1, 1, length_includes_head=True, head_width=0.1, width=0.01, fc="k", ec="k", shape="full", overhang=0.1)
plt.tick_params(axis="both", which="major", direction="in", length=3, width=1, pad=3, labeltop=True)
plt.semilogy(x + 1, x + 1, "r--", base=2, nonpositive="clip", subs=[2])
plt.colorbar(plt.imshow(np.eye(3)), orientation="horizontal", location=None, fraction=0.04, pad=0.04, aspect=20)
plt.suptitle("a", x=0.5, y=0.9)
plt.figure()
plt.gca().add_line(plt.Line2D([0, 1], [0, 2], color="r", lw=2))
plt.gca().add_collection(LineCollection([[(0, 0), (1, 1)]], colors="b", linewidths=2))
plt.legend(handles=[plt.Line2D([], [], color="r", label="red"), plt.Rectangle((0, 0), 1, 1, label="box")])
plt.gcf().supxlabel("under all")
plt.gcf().text(0.1, 0.2, "note")
print(plt.gca().get_aspect(), plt.gca().get_position().bounds)
with plt.rc_context({"font.size": 3.0}):
    print(plt.rcParams["font.size"])
print(plt.rcParams["font.size"], plt.rcParams["axes.prop_cycle"].by_key()["color"][:2])
