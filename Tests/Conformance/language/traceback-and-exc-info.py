# Checks what sys.exc_info and the last lines of traceback tell while an exception is handled.
import sys
import traceback

def inner():
    return {}["key"]

def outer():
    try:
        inner()
    except KeyError as error:
        raise ValueError("outer failed") from error

print(sys.exc_info())
try:
    outer()
except ValueError as error:
    kind, value, place = sys.exc_info()
    print(kind.__name__, value is error, place is not None, repr(error.__cause__))
    lines = traceback.format_exc().splitlines()
    print(lines[0], "|", lines[-1], "|", [line for line in lines if line and not line.startswith(("  ", "Trace"))])
    print(traceback.format_exception_only(error), traceback.format_exception_only(KeyError("k")))
print(sys.exc_info()[0])
try:
    raise OSError(2, "No such file or directory", "data.csv")
except FileNotFoundError as error:
    print(error, error.errno, error.strerror, error.filename, error.args)
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error, "|", error.encoding, error.object, error.start, error.end, error.reason)
class Custom(Exception):
    def __init__(self, code, *, hint=None):
        super().__init__(f"code {code}")
        self.code, self.hint = code, hint
try:
    raise Custom(7, hint="try again")
except Custom as error:
    error.add_note("a note")
    print(error, repr(error), error.code, error.hint, error.__notes__)
for bad in (lambda: ValueError(x=1), lambda: Exception(a=1)):
    try:
        bad()
    except TypeError as error:
        print(error)
