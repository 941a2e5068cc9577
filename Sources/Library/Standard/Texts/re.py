# re: flags.
from enum import KEEP, IntFlag, global_flag_repr


class RegexFlag(IntFlag, boundary=KEEP):
    """How an expression is read and matched."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    _numeric_repr_ = hex
    __repr__ = global_flag_repr
    __str__ = global_flag_repr

    def __format__(self, spec):
        return format(str(self), spec)


NOFLAG = RegexFlag.NOFLAG
ASCII = RegexFlag.ASCII
A = RegexFlag.ASCII
IGNORECASE = RegexFlag.IGNORECASE
I = RegexFlag.IGNORECASE
LOCALE = RegexFlag.LOCALE
L = RegexFlag.LOCALE
UNICODE = RegexFlag.UNICODE
U = RegexFlag.UNICODE
MULTILINE = RegexFlag.MULTILINE
M = RegexFlag.MULTILINE
DOTALL = RegexFlag.DOTALL
S = RegexFlag.DOTALL
VERBOSE = RegexFlag.VERBOSE
X = RegexFlag.VERBOSE
TEMPLATE = RegexFlag.TEMPLATE
T = RegexFlag.TEMPLATE
DEBUG = RegexFlag.DEBUG
