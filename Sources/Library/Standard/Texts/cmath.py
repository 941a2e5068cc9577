# cmath: functions of complex numbers.
import math

e = math.e
pi = math.pi
tau = math.tau
inf = math.inf
nan = math.nan
infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _complex(z):
    if isinstance(z, complex):
        return z
    if isinstance(z, (float, int)) or hasattr(z, "__complex__") or hasattr(z, "__float__"):
        return complex(z)
    raise TypeError(f"must be real number, not {type(z).__name__}")


def phase(z, /):
    """The angle between -pi and pi."""
    z = _complex(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    """Distance from 0 and angle."""
    z = _complex(z)
    return math.hypot(z.real, z.imag), phase(z)


def rect(r, phi, /):
    """The number at a distance from 0 and an angle."""
    if phi == 0:
        return complex(r, phi * math.copysign(1.0, r))
    if math.isnan(phi) and (r == 0 or math.isinf(r)):
        return complex(abs(r), nan if r else 0.0)
    return complex(r * math.cos(phi), r * math.sin(phi))


def _refuse_endless_turns(z):
    if math.isinf(z.imag) and not math.isnan(z.real):
        raise ValueError("math domain error")


def exp(z, /):
    """e to the power z."""
    z = _complex(z)
    if z.real == -inf and not math.isfinite(z.imag):
        return 0j
    _refuse_endless_turns(z)
    length = math.exp(z.real)
    if not math.isfinite(z.imag):
        return complex(inf if z.real == inf else nan, nan)
    return complex(length * math.cos(z.imag), length * math.sin(z.imag)) if z.imag else complex(length, z.imag)


def log(z, base=None, /):
    """The natural logarithm, or that to a base."""
    z = _complex(z)
    if z == 0:
        raise ValueError("math domain error")
    length = math.hypot(z.real, z.imag)
    if 0.71 <= length <= 1.73:
        # Near 1 the logarithm of the squared distance is sharper.
        high, low = max(abs(z.real), abs(z.imag)), min(abs(z.real), abs(z.imag))
        result = complex(math.log1p((high - 1) * (high + 1) + low * low) / 2, phase(z))
    else:
        result = complex(math.log(length), phase(z))
    return result if base is None else result / log(base)


def log10(z, /):
    """The logarithm to base 10."""
    result = log(z)
    return complex(result.real / math.log(10), result.imag / math.log(10))


def sqrt(z, /):
    """The square root with a real part from 0 on."""
    z = _complex(z)
    a, b = z.real, z.imag
    if a == 0 and b == 0:
        return complex(0.0, b)
    if math.isinf(b):
        return complex(inf, b)
    if math.isnan(a):
        return complex(nan, nan)
    if a == inf:
        return complex(inf, nan if math.isnan(b) else math.copysign(0.0, b))
    if a == -inf:
        return complex(nan, inf) if math.isnan(b) else complex(0.0, math.copysign(inf, b))
    s = 2 * math.sqrt(abs(a) / 8 + math.hypot(a / 8, b / 8))
    d = abs(b) / (2 * s)
    return complex(s, math.copysign(d, b)) if a >= 0 else complex(d, math.copysign(s, b))


def sinh(z, /):
    """The hyperbolic sine."""
    z = _complex(z)
    _refuse_endless_turns(z)
    if not math.isfinite(z.imag):
        return complex(0.0 if z.real == 0 else inf if math.isinf(z.real) else nan, nan)
    if z.imag == 0:
        return complex(math.sinh(z.real), z.imag)
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def cosh(z, /):
    """The hyperbolic cosine."""
    z = _complex(z)
    _refuse_endless_turns(z)
    if not math.isfinite(z.imag):
        return complex(inf if math.isinf(z.real) else nan, 0.0 if z.real == 0 else nan)
    if z.imag == 0:
        return complex(math.cosh(z.real), 0.0 if math.isnan(z.real) else z.imag * math.copysign(1.0, z.real))
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def tanh(z, /):
    """The hyperbolic tangent."""
    z = _complex(z)
    if math.isinf(z.real) and not math.isfinite(z.imag):
        return complex(math.copysign(1.0, z.real), 0.0)
    _refuse_endless_turns(z)
    if math.isnan(z.real) or not math.isfinite(z.imag):
        return complex(nan, z.imag if z.imag == 0 else nan)
    if abs(z.real) > 350:
        return complex(math.copysign(1.0, z.real), 4 * math.sin(z.imag) * math.cos(z.imag) * math.exp(-2 * abs(z.real)))
    tx, ty = math.tanh(z.real), math.tan(z.imag)
    cx = 1 / math.cosh(z.real)
    txty = tx * ty
    denominator = 1 + txty * txty
    return complex(tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx)


def _turned(function, z):
    """A function of sines by that of hyperbolic ones: f(z) = -i g(i z)."""
    z = _complex(z)
    result = function(complex(-z.imag, z.real))
    return complex(result.imag, -result.real)


def sin(z, /):
    """The sine."""
    return _turned(sinh, z)


def cos(z, /):
    """The cosine."""
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    """The tangent."""
    return _turned(tanh, z)


def asinh(z, /):
    """The inverse hyperbolic sine."""
    z = _complex(z)
    if isinf(z):
        angle = nan if math.isnan(z.real) else math.copysign(math.atan2(abs(z.imag), abs(z.real)), z.imag)
        return complex(inf if math.isnan(z.real) else math.copysign(inf, z.real), angle)
    if isnan(z):
        return complex(nan, z.imag if z.imag == 0 else nan)
    a, b = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(math.asinh(a.real * b.imag - b.real * a.imag), math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def acosh(z, /):
    """The inverse hyperbolic cosine."""
    z = _complex(z)
    if not isfinite(z):
        return complex(inf if isinf(z) else nan, phase(z))
    a, b = sqrt(complex(z.real - 1, z.imag)), sqrt(complex(z.real + 1, z.imag))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag), 2 * math.atan2(a.imag, b.real))


def atanh(z, /):
    """The inverse hyperbolic tangent."""
    z = _complex(z)
    if z.real < 0 or (z.real == 0 and math.copysign(1, z.real) < 0):
        return -atanh(-z)
    if z.real == 1 and z.imag == 0:
        raise ValueError("math domain error")
    if isinf(z):
        return complex(0.0, nan if math.isnan(z.imag) else math.copysign(pi / 2, z.imag))
    if isnan(z):
        return complex(0.0 if z.real == 0 else nan, nan)
    if max(abs(z.real), abs(z.imag)) > 1e150:
        half = math.hypot(z.real / 2, z.imag / 2)
        return complex(z.real / 4 / half / half, math.copysign(pi / 2, z.imag))
    square = z.imag * z.imag
    real = math.log1p(4 * z.real / ((1 - z.real) ** 2 + square)) / 4
    return complex(real, -math.atan2(-2 * z.imag, (1 - z.real) * (1 + z.real) - square) / 2)


def asin(z, /):
    """The arc sine."""
    return _turned(asinh, z)


def acos(z, /):
    """The arc cosine."""
    z = _complex(z)
    if isinf(z):
        return complex(math.atan2(abs(z.imag), z.real), inf if math.isnan(z.imag) else math.copysign(inf, -z.imag))
    if isnan(z):
        return complex(pi / 2 if z.real == 0 else nan, nan)
    a, b = sqrt(complex(1 - z.real, -z.imag)), sqrt(complex(1 + z.real, z.imag))
    return complex(2 * math.atan2(a.real, b.real), math.asinh(b.real * a.imag - b.imag * a.real))


def atan(z, /):
    """The arc tangent."""
    return _turned(atanh, z)


def isfinite(z, /):
    """Whether both parts are finite."""
    z = _complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z, /):
    """Whether a part is infinite."""
    z = _complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    """Whether a part is not a number."""
    z = _complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are nearly equal."""
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
