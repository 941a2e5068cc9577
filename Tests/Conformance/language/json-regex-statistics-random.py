# Checks json, re, statistics, itertools and Counter on random values.
import collections
import itertools
import json
import random
import re
import statistics

random.seed(5)
def value(depth=0):
    kind = random.randrange(7 if depth < 3 else 5)
    if kind == 0:
        return random.randint(-1000, 10 ** random.randint(0, 12))
    if kind == 1:
        return "".join(random.choice("abc dé'\"\n\\😀") for _ in range(random.randrange(10)))
    if kind in (2, 3):
        return random.choice([None, True, False, round(random.uniform(-5, 5), 3)])
    if kind == 4:
        return random.choice([1e22, -0.0, [], {}, 1.5])
    if kind == 5:
        return [value(depth + 1) for _ in range(random.randrange(4))]
    return {random.choice("kzé") + str(i): value(depth + 1) for i in range(random.randrange(4))}
for i in range(60):
    v = value()
    text = json.dumps(v, indent=random.choice([None, 0, 2, "\t"]), ensure_ascii=random.random() < .5, sort_keys=random.random() < .5)
    print(text, json.loads(text) == v)
patterns = [r"(\w+)\s(\w+)", r"a*b?", r"(?P<x>[a-c]+)(?P<y>\d)?", r"^\w|\w$", r"(a|b|ab)+c?", r"(?i)AB", r"(?<=a)b|c(?!d)", r"(\w)\1", r"(?:x|y)?z*", r"[\d.]+(?:e[+-]?\d+)?"]
for i in range(100):
    s, p = "".join(random.choice("aabbcc d12.,eE\n") for _ in range(random.randrange(20))), random.choice(patterns)
    m = re.search(p, s)
    print(p, repr(s), m and (m.span(), m.groups(), m.groupdict(), m.lastindex), re.findall(p, s), re.split(p, s, maxsplit=random.choice([0, 1])), re.sub(p, r"<\g<0>>", s))
for i in range(40):
    xs = [random.randint(0, 5) for _ in range(random.randrange(1, 8))]
    a, b = collections.Counter(xs), collections.Counter(random.choices(range(5), k=4))
    print(a + b, a - b, a & b, a | b, list(itertools.accumulate(xs)), [(k, len(list(g))) for k, g in itertools.groupby(xs)], list(itertools.combinations(xs, 2))[:4])
    for name in ("mean", "median", "mode", "pstdev", "pvariance", "multimode", "fmean"):
        print(name, getattr(statistics, name)(xs), end=" ")
    print()
