# np.random.SeedSequence, PCG64, the state of a Generator, large seeds, float32 numbers.
import numpy as np

s = np.random.SeedSequence(42)
print(s, s.entropy, s.generate_state(3), s.spawn_key)
print([np.random.default_rng(child).random() for child in s.spawn(2)], s.n_children_spawned)
print(np.random.SeedSequence(5, spawn_key=(1,)).generate_state(2), np.random.SeedSequence([1, 2]))
print(np.random.Generator(np.random.PCG64(3)).random(), np.random.default_rng(np.random.SeedSequence(5)).random())
rng = np.random.default_rng(0)
state = rng.bit_generator.state
first = rng.random(3)
rng.bit_generator.state = state
print(state, (first == rng.random(3)).all(), [child.random() for child in rng.spawn(2)])
print(np.random.default_rng(2 ** 40).random(), np.random.default_rng(2 ** 70).random(), np.random.default_rng([1, 2, 3]).random())
rng = np.random.default_rng(7)
print(repr(rng.random(2, dtype=np.float32)), repr(rng.standard_normal(4, dtype=np.float32)), repr(rng.standard_exponential(3, dtype=np.float32)))
out = np.zeros(2)
print(rng.random(out=out) is out, out)
print(np.random.RandomState(3).get_state()[1][:3])
