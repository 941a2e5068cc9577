# Steps of single lines, empty products, and arguments at the ends of what integers hold.
import numpy as np


def shown(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


shown(lambda: np.broadcast_to(np.arange(3.0), (1, 3)) @ np.arange(3.0))
shown(lambda: np.ones((3, 1)) @ np.broadcast_to(2.0, (1,)))
shown(lambda: np.broadcast_to(3.0, (1,)) @ np.broadcast_to(2.0, (1,)))
shown(lambda: np.prod(np.zeros((0,), complex)))
shown(lambda: np.prod(np.zeros((2, 0), complex), axis=1))
shown(lambda: np.roll(np.arange(5), (2**62, 2**62)))
shown(lambda: np.tile(np.zeros(0), 10**11).shape)
shown(lambda: np.tile([[1, 2], [3, 4]], (2, 1, 3)))
shown(lambda: np.rot90(np.eye(2), axes=(2**63 - 1, -2**63)))
shown(lambda: np.bincount([1], minlength=-1))
shown(lambda: np.random.hypergeometric(9.9, 9.9, 19.8))
shown(lambda: np.random.vonmises(0, float('nan')))
