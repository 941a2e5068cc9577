# Words tell and change their properties wherever they stand: in a chart, over it, along its axes.
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
words = ax.text(0.5, 0.25, "hello", fontsize=14, color="red", ha="center", va="top", rotation=30, weight="bold", style="italic")
for name in ["text", "color", "fontsize", "size", "ha", "va", "rotation", "weight", "style", "position", "alpha", "family", "zorder", "usetex"]:
    print(name, getattr(words, "get_" + name)())
words.set_x(2)
words.set_fontsize("large")
words.set_text(5)
print(words, words.get_position(), words.get_fontsize(), words.get_text())
title = ax.set_title("Title", fontsize=20)
title.set_text("New")
title.set_color("b")
print(title, ax.get_title(), title.get_color(), title.get_fontsize(), title.get_position())
print(ax.set_title("left", loc="left"), ax.get_title(), ax.get_title("left"), repr(ax.get_title(loc="right")))
print(ax.set_xlabel("x", loc="right"))
print(ax.set_xlabel("x"), ax.set_ylabel("y").get_rotation(), ax.xaxis.label.get_text())
ax.xaxis.label.set_color("red")
print(ax.xaxis.label.get_color(), fig.suptitle("Sup", fontsize=16, y=0.9), fig.get_suptitle(), fig.supxlabel("under"))
print(ax.annotate("a", xy=(1, 2), xytext=(3, 4), arrowprops=dict(arrowstyle="->")))
plt.setp(ax.get_xticklabels(), rotation=90, ha="right")
print(ax.get_xticklabels()[0], ax.get_xticklabels()[0].get_rotation(), ax.get_xticklabels()[0].get_ha())
for wrong in (lambda: words.set_ha("foo"), lambda: ax.set_title("a", foo=1), lambda: ax.set_title("a", loc="foo"), lambda: ax.text(1, 2, "a", foo=3),
              lambda: ax.annotate("a", (1, 2), foo=3), lambda: ax.annotate("a", (1, 2), (3, 4), arrowprops=dict(arrowstyle="foo"))):
    try:
        wrong()
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
