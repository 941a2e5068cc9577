# Checks pprint on random nested values under widths, indents, depths and compact layout.
from pprint import pformat
import random
random.seed(5)
def val(d=0):
    k = random.randrange(9 if d < 4 else 6)
    if k == 0: return random.randint(-1000, 10**random.randint(0, 12))
    if k == 1: return "".join(random.choice("abc dé'\"\n") for _ in range(random.randrange(25)))
    if k == 2: return round(random.uniform(-5, 5), 3)
    if k == 3: return random.choice([None, True, False])
    if k == 4: return "word " * random.randrange(12)
    if k == 5: return random.choice([b"ab", 1.5, ()])
    if k == 6: return [val(d + 1) for _ in range(random.randrange(7))]
    if k == 7: return {random.choice(["k", "key", "a b", "z"]) + str(i): val(d + 1) for i in range(random.randrange(5))}
    return tuple(val(d + 1) for _ in range(random.randrange(4)))
for i in range(60):
    v = val(); o = dict(width=random.choice([20, 40, 80]), indent=random.choice([1, 2, 4]), compact=random.random() < .3, depth=random.choice([None, None, 2]), sort_dicts=random.random() < .7)
    print(i, repr(v), o); print(pformat(v, **o))
