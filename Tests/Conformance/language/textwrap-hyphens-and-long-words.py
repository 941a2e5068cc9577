# Checks textwrap on random texts with hyphens, dashes, tabs and words longer than the line.
import random
from textwrap import dedent, fill, indent, wrap

random.seed(3)
alphabet = "ab \tABßé,.-_1- "
for i in range(120):
    text = "".join(random.choice(alphabet) for _ in range(random.randrange(30)))
    width = random.randint(1, 12)
    print(wrap(text, width), wrap(text, width, break_long_words=False), wrap(text, width, break_on_hyphens=False))
    print(fill(text, width), repr(indent(text, "> ")), repr(dedent("  " + text)))
