# numpy: limits of types, error handling and printing options.
import numpy as np


class errstate:
    """How floating-point errors are handled within a `with` block."""

    def __init__(self, **settings):
        self._settings = settings

    def __enter__(self):
        self._saved = np.seterr(**self._settings)

    def __exit__(self, *error):
        np.seterr(**self._saved)
        return False

    def __call__(self, function):
        def guarded(*args, **kwargs):
            with np.errstate(**self._settings):
                return function(*args, **kwargs)
        return guarded


class printoptions:
    """How arrays are printed within a `with` block."""

    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs

    def __enter__(self):
        self.saved = np.get_printoptions()
        np.set_printoptions(*self.args, **self.kwargs)
        return np.get_printoptions()

    def __exit__(self, *error):
        np.set_printoptions(**self.saved)
        return False


class finfo:
    """The limits of a floating type."""

    _facts = {
        'float64': (2.220446049250313e-16, 1.7976931348623157e308, 2.2250738585072014e-308, 64, 15),
        'float32': (1.1920929e-07, 3.4028234663852886e38, 1.1754943508222875e-38, 32, 6),
        'float16': (0.000976562, 65504.0, 6.103515625e-05, 16, 3),
    }

    def __init__(self, type):
        self.dtype = np.dtype(type) if not isinstance(type, np.ndarray) else type.dtype
        if self.dtype.name not in self._facts:
            raise ValueError(f"data type {self.dtype.type!r} not inexact")
        eps, largest, tiny, self.bits, self.precision = self._facts[self.dtype.name]
        kind = self.dtype.type
        self.eps, self.max, self.min, self.tiny = kind(eps), kind(largest), kind(-largest), kind(tiny)
        self.smallest_normal = self.tiny
        self.resolution = kind(10.0 ** -self.precision)
        self.nmant = int(np.rint(-np.log2(eps)))
        self.nexp = self.iexp = self.bits - self.nmant - 1
        self.machep, self.negep = -self.nmant, -self.nmant - 1
        self.maxexp = 2 ** (self.nexp - 1)
        self.minexp = 2 - self.maxexp
        self.epsneg = kind(eps / 2)
        self.smallest_subnormal = kind(tiny * eps)

    def __str__(self):
        line = '-' * 63
        return (f"Machine parameters for {self.dtype}\n{line}\n"
                f"precision = {self.precision}   resolution = {self.resolution!s}\n"
                f"machep = {self.machep}   eps =        {self.eps!s}\nnegep =  {self.negep}   epsneg =     {self.epsneg!s}\n"
                f"minexp = {self.minexp}   tiny =       {self.tiny!s}\nmaxexp = {self.maxexp}   max =        {self.max!s}\n"
                f"nexp =   {self.nexp}   min =        -max\n"
                f"smallest_normal = {self.smallest_normal!s}   smallest_subnormal = {self.smallest_subnormal!s}\n{line}\n")

    def __repr__(self):
        return f"finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})"


class iinfo:
    """The limits of an integer type."""

    def __init__(self, type):
        self.dtype = np.dtype(type) if not isinstance(type, (int, np.integer)) or isinstance(type, bool) else np.asarray(type).dtype
        if self.dtype.kind not in 'iu':
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.bits = 8 * self.dtype.itemsize
        self.min = 0 if self.dtype.kind == 'u' else -2 ** (self.bits - 1)
        self.max = 2 ** self.bits - 1 if self.dtype.kind == 'u' else 2 ** (self.bits - 1) - 1

    def __str__(self):
        line = '-' * 63
        return f"Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n"

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"
