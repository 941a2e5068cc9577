# An exit function that raises does not keep the others from running.
import atexit


def refuse(error):
    print("refused")
    raise error


atexit.register(print, "last")
atexit.register(refuse, ValueError("no"))
atexit.register(refuse, SystemExit(3))
atexit.register(print, "first")
