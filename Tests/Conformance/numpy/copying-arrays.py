# copy.copy, copy.deepcopy and pickle of arrays and scalars, alone and inside containers.
import copy
import json
import pickle

import numpy as np

a = np.arange(4.0).reshape(2, 2)
b = {"weights": a, "names": ["w"], "rate": np.float64(0.1), "step": np.int32(3)}
c = copy.deepcopy(b)
c["weights"][0, 0] = 99
print(a, c["weights"], repr(c["rate"]), repr(c["step"]))
d = copy.copy(a)
d[0] = -1
print(a[0], d[0], copy.copy(a) is a)
objects = np.array([[1, 2], None], dtype=object)
e = copy.deepcopy(objects)
e[0].append(3)
print(objects, e)
print(pickle.loads(pickle.dumps(b))["weights"])
print(json.dumps({"mean": np.float64(1.5), "all": a.tolist()}))
for value in (np.int64(1), np.float32(1), a):
    try:
        print(json.dumps(value))
    except TypeError as error:
        print(error)
print(np.copy(a, order="F").flags["F_CONTIGUOUS"], np.asfortranarray(a).tobytes("A") == a.T.tobytes(), a.tobytes("F") == a.T.tobytes())
