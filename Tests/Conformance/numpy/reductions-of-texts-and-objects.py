# Reductions and arithmetic of text and object arrays.
import numpy as np


def attempt(action):
    try:
        print(repr(action()))
    except TypeError as error:
        print(type(error).__name__, error)


words = np.array(["fig", "apple", "kiwi"])
attempt(lambda: np.sort(words))
attempt(lambda: words.max())
attempt(lambda: words.sum())
attempt(lambda: words + 1)
attempt(lambda: words + "s")
attempt(lambda: np.add(words, "!"))
attempt(lambda: words * 2)
attempt(lambda: np.array([1, 2]) + "a")
attempt(lambda: np.exp("a"))
attempt(lambda: np.exp(None))
attempt(lambda: words.astype("U2"))
attempt(lambda: str(words[0]))
things = np.array([1, 2.5, 3], dtype=object)
attempt(lambda: things.sum())
attempt(lambda: things.max())
attempt(lambda: things.min())
attempt(lambda: things.mean())
attempt(lambda: things.prod())
attempt(lambda: -things)
attempt(lambda: things.reshape(1, 3).sum(axis=0))
attempt(lambda: np.array([[1], [2, 3]], dtype=object).sum())
attempt(lambda: np.float64(2) * [1, 2])
