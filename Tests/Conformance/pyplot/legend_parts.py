# A legend tells its texts and what it names.
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([1, 2], label="a")
ax.scatter([1], [1], label="b")
ax.bar([1], [1], label="c")
ax.plot([3, 4], label="_no")
legend = ax.legend(title="T", loc="upper left", ncol=2, fontsize=8)
print([t.get_text() for t in legend.get_texts()], legend.get_title().get_text(), len(legend.get_lines()), len(legend.get_patches()), len(legend.legend_handles))
print(legend.get_texts()[0].get_fontsize(), legend.get_frame_on(), legend.get_visible(), ax.get_legend() is legend)
legend.get_frame().set_alpha(0.5)
legend.set_title("U")
print(legend.get_frame().get_facecolor(), legend.get_title().get_text())
handles, names = ax.get_legend_handles_labels()
print(len(handles), names)
for make in (lambda: ax.legend(["x", "y"]), lambda: ax.legend(handles[:2], ["x", "y"]), lambda: ax.legend(handles=handles[1:]), lambda: ax.legend(labels=["q"]),
             lambda: fig.legend(), lambda: ax.legend(mode="expand", ncols=3, borderpad=1, alignment="left", reverse=False, frameon=False)):
    print([t.get_text() for t in make().get_texts()])
for wrong in (lambda: ax.legend(foo=1), lambda: ax.legend(loc=99), lambda: ax.legend(1, 2, 3)):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
ax.legend().remove()
print(ax.get_legend())
