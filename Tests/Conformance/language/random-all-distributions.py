# Checks the streams of random for seeds of every kind: all distributions, samples, shuffles, choices.
import random
for seed in [0, 1, -7, 2**70, "abc", b"xyz", 3.5, True]:
    random.seed(seed)
    print(seed, [random.random() for _ in range(2)], random.getrandbits(70), random.randint(-5, 10**12), random.choices("abc", [1, 2, 3], k=4), random.sample(range(1000), 4), random.sample(list("abcdef"), 6), random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(1, 2), random.lognormvariate(0, .5), random.expovariate(2), random.betavariate(2, 3), random.betavariate(.5, .5), random.gammavariate(.5, 1), random.gammavariate(1, 1), random.gammavariate(3, 2), random.triangular(1, 5, 2), random.paretovariate(3), random.weibullvariate(1, 2), random.uniform(5, 1), random.randrange(-10, 10, 3), random.randrange(10, -10, -3), random.randbytes(5), random.choice([1, 2, 3]), random.choice("xyz"))
    x = list(range(12)); random.shuffle(x); print(x, random.sample(x, 5), random.sample("ab", k=2, counts=None), random.sample([1, 2], counts=[3, 1], k=3), random.choices(range(5), cum_weights=[1, 2, 3, 4, 10], k=3))
