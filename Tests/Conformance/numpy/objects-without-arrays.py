# Operators of arrays and values that know nothing of arrays; orders of numbers and texts.
from fractions import Fraction

import numpy as np


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + 100 * other)

    __radd__ = __add__

    def __repr__(self):
        return f"Money({self.cents})"


def attempt(action):
    try:
        print(repr(action()))
    except TypeError as error:
        print(type(error).__name__, error)


attempt(lambda: np.array([1, 2]) + Money(5))
attempt(lambda: Money(5) + np.array([1, 2]))
attempt(lambda: np.array([1, 2]) * Fraction(1, 2))
attempt(lambda: np.array([1, 2]) + None)
attempt(lambda: np.array([1.5, 2]) * None)
attempt(lambda: np.array([1, 2]) - {})
attempt(lambda: np.array([1, 2]) < "a")
attempt(lambda: np.array([1.5]) >= np.array(["a"]))
attempt(lambda: np.array(["a"]) < 1)
attempt(lambda: np.array([1, 2]) == "a")
attempt(lambda: np.array([1, 2]) < None)
attempt(lambda: "a" + np.float64(1))
