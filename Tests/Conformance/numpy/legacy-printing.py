# np.set_printoptions(legacy=…): scalars without their types; wrong options.
import numpy as np

with np.printoptions(legacy="1.25"):
    print([np.float64(1.5), np.int64(2), np.bool_(True), np.str_("a"), np.float32(0.1)])
    print(repr(np.float64(0.5)), {"mean": np.mean([1, 2])})
print([np.float64(1.5), np.bool_(True), np.str_("a")])
with np.printoptions(legacy="1.13"):
    print(np.array([1.5, 2.0]))
for option in ({"floatmode": "short"}, {"sign": "x"}, {"precision": "many"}):
    try:
        np.set_printoptions(**option)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(np.array([1.5, 2.0]))
