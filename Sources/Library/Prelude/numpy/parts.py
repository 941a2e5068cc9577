# numpy: real and imaginary parts, and questions about types.
import numpy as np


def real(val):
    """The real parts."""
    return val.real if hasattr(val, 'real') else np.asanyarray(val).real


def imag(val):
    """The imaginary parts."""
    return val.imag if hasattr(val, 'imag') else np.asanyarray(val).imag


def angle(z, deg=False):
    """The angles of complex numbers."""
    z = np.asanyarray(z)
    result = np.arctan2(z.imag, z.real)
    return result * (180 / np.pi) if deg else result


def iscomplexobj(x):
    """Whether the type is complex, whatever the elements."""
    return np.asarray(x).dtype.kind == 'c'


def isrealobj(x):
    """Whether the type is not complex, whatever the elements."""
    return not np.iscomplexobj(x)


def iscomplex(x):
    """Where the imaginary part is not zero."""
    x = np.asanyarray(x)
    return (x.imag != 0 if x.dtype.kind == 'c' else np.zeros(x.shape, dtype=bool))[()]


def isreal(x):
    """Where the imaginary part is zero."""
    return np.asanyarray(x).imag == 0


def min_scalar_type(a):
    """The smallest type that holds a number."""
    a = np.asarray(a)
    if a.ndim or a.dtype.kind not in 'iuf':
        return a.dtype
    if a.dtype.kind == 'f':
        names = ['float16', 'float32', 'float64']
        return np.dtype(next(name for name in names if not np.isfinite(a) or abs(a) <= np.finfo(name).max))
    names = ['uint8', 'uint16', 'uint32', 'uint64'] if a >= 0 else ['int8', 'int16', 'int32', 'int64']
    return np.dtype(next(name for name in names if np.iinfo(name).min <= int(a) <= np.iinfo(name).max))


def common_type(*arrays):
    """The floating type that holds the elements of all arrays."""
    kinds = [np.asarray(a).dtype if np.asarray(a).dtype.kind in 'fc' else np.dtype(np.float64) for a in arrays]
    return np.result_type(*kinds).type


def real_if_close(a, tol=100):
    """The real parts where all imaginary parts are close to zero, else the array."""
    a = np.asanyarray(a)
    if a.dtype.kind == 'c' and np.all(np.abs(a.imag) < tol * np.finfo(np.float64).eps):
        return a.real
    return a


def iterable(y):
    """Whether an object can be iterated over."""
    try:
        iter(y)
    except TypeError:
        return False
    return True


def isfortran(a):
    """Whether an array lies in memory by columns."""
    return a.ndim > 1 and a.flags['F_CONTIGUOUS'] and not a.flags['C_CONTIGUOUS']


def frexp(x):
    """Mantissas and powers of two whose product the numbers are."""
    x = np.asarray(x, dtype=np.float64)
    plain = (x == 0) | ~np.isfinite(x)
    size = np.where(plain, 1.0, np.abs(x))
    power = np.floor(np.log2(size)).astype(np.int32) + 1
    mantissa = size / 2.0 ** power
    power = power + (mantissa >= 1) - (mantissa < 0.5)
    return np.where(plain, x, x / 2.0 ** power)[()], np.where(plain, 0, power).astype(np.int32)[()]


def ldexp(x1, x2):
    """x1 times two to the power of x2."""
    return np.multiply(x1, 2.0 ** np.asarray(x2))


def nextafter(x1, x2):
    """The next number after x1 towards x2."""
    x1, x2 = np.asarray(x1, dtype=np.float64), np.asarray(x2, dtype=np.float64)
    return np.vectorize(_next, otypes=[np.float64])(x1, x2)


def _next(x, goal):
    from math import nextafter
    return nextafter(float(x), float(goal))


def spacing(x):
    """How far away the next larger number is."""
    x = np.asarray(x, dtype=np.float64)
    return np.copysign(np.nextafter(np.abs(x), np.inf) - np.abs(x), x)


def logaddexp2(x1, x2):
    """The logarithm to base 2 of the sum of two powers of 2."""
    return np.logaddexp(np.asarray(x1) * np.log(2.0), np.asarray(x2) * np.log(2.0)) / np.log(2.0)


def unwrap(p, discont=None, axis=-1, *, period=2 * np.pi):
    """Angles without jumps: whole turns are added where neighbours lie too far apart."""
    p = np.asarray(p, dtype=np.float64)
    steps = np.diff(p, axis=axis)
    half = period / 2
    wrapped = np.mod(steps + half, period) - half
    wrapped = np.where((wrapped == -half) & (steps > 0), half, wrapped)
    change = np.where(np.abs(steps) < (half if discont is None else max(discont, half)), 0.0, wrapped - steps)
    start = np.zeros([1 if k == axis % p.ndim else n for k, n in enumerate(p.shape)])
    return p + np.concatenate([start, np.cumsum(change, axis)], axis)
