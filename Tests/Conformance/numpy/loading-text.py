# np.loadtxt and np.genfromtxt: delimiters, comments, columns, missing fields, errors.
import numpy as np
from io import StringIO


def attempt(text, load=np.loadtxt, **options):
    try:
        print(repr(load(StringIO(text), **options)))
    except Exception as error:
        print(type(error).__name__, error)


attempt("1 2\n3 4")
attempt("1,2\n\n# nothing\n3,4\n", delimiter=",")
attempt("a b\n1 2\n3 4", skiprows=1, dtype=int)
attempt("1 2 3\n4 5 6", usecols=(0, 2), unpack=True)
attempt("1 2\n3 4\n5 6", max_rows=2, usecols=-1)
attempt("5")
attempt("5", ndmin=1)
attempt("1\n2", ndmin=2)
attempt("red,1\nblue,2", delimiter=",", dtype=str)
attempt("1,2\n3,4", delimiter=",", converters={0: lambda text: float(text) * 10})
attempt("% note\n1;2", delimiter=";", comments="%", dtype=np.float32)
attempt("1 x")
attempt("1.5 2", dtype=int)
attempt("1 2\n3")
attempt("1 2", usecols=5)
attempt("1,2\n3,", np.genfromtxt, delimiter=",")
attempt("1,x\n3,4", np.genfromtxt, delimiter=",", filling_values=-1)
attempt("h,k\n1,2\n3,4", np.genfromtxt, delimiter=",", skip_header=1)
attempt("1,2\n3,4", np.genfromtxt, delimiter=",", dtype=None)
attempt("1,2\n3", np.genfromtxt, delimiter=",")
attempt("12345", np.genfromtxt, delimiter=2)
