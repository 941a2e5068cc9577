# np.savetxt: formats, headers, several columns, errors.
import numpy as np
from io import StringIO


def attempt(data, **options):
    target = StringIO()
    try:
        np.savetxt(target, data, **options)
        print(repr(target.getvalue()))
    except Exception as error:
        print(type(error).__name__, error)


attempt([[1, 2], [3, 4]])
attempt([1.5, 2.25], fmt="%.1f")
attempt([[1, 2], [3, 4]], fmt="%d", delimiter=", ", newline=";")
attempt([[1, 2.5]], fmt=["%d", "%.2f"])
attempt([[1, 2]], fmt="%d - %d")
attempt([1, 2], header="first\nsecond", footer="end", fmt="%i")
attempt([1, 2], header="h", comments="", fmt="%g")
attempt(["a", "b"], fmt="%s")
attempt(["a"], fmt="%d")
attempt([[1, 2]], fmt="%d %d %d")
attempt(5)
