# decimal: what a decimal number is: its kind, comparisons, conversions, text.
import math
from collections import namedtuple

from decimal import InvalidOperation, _formatted, getcontext

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent")
_prime = 2 ** 61 - 1


class DecimalNumber:
    """The part of Decimal that does not compute."""

    __slots__ = ("_sign", "_int", "_exp")

    def is_nan(self):
        return self._exp in ("n", "N")

    def is_qnan(self):
        return self._exp == "n"

    def is_snan(self):
        return self._exp == "N"

    def is_infinite(self):
        return self._exp == "F"

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_zero(self):
        return self.is_finite() and self._int == 0

    def is_signed(self):
        return self._sign == 1

    def is_normal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def radix(self):
        return self._made(0, 10, 0)

    def number_class(self, context=None):
        if self.is_nan():
            return "NaN" if self._exp == "n" else "sNaN"
        kind = "Infinity" if self.is_infinite() else "Zero" if self.is_zero() else "Subnormal" if self.is_subnormal(context) else "Normal"
        return "+-"[self._sign] + kind

    def adjusted(self):
        """The exponent of the first digit."""
        return self._exp + len(str(self._int)) - 1 if self.is_finite() else 0

    def __bool__(self):
        return not self.is_zero()

    def as_tuple(self):
        return DecimalTuple(self._sign, (0,) if self._exp == "F" else tuple(map(int, str(self._int))) if self.is_finite() else (), self._exp)

    def as_integer_ratio(self):
        if not self.is_finite():
            raise (ValueError if self.is_nan() else OverflowError)(f"cannot convert {'NaN' if self.is_nan() else 'Infinity'} to integer ratio")
        top, bottom = (self._int * 10 ** self._exp, 1) if self._exp >= 0 else (self._int, 10 ** -self._exp)
        shared = math.gcd(top, bottom)
        return (-top if self._sign else top) // shared, bottom // shared

    # Comparisons.

    def _order(self, other):
        """-1, 0 or 1 as the number is below, equal or above another; None where one is NaN, NotImplemented for no number."""
        if isinstance(other, float):
            if math.isnan(other):
                return None
            other = type(self).from_float(other)
        elif isinstance(other, int):
            other = type(self)(other)
        elif not isinstance(other, DecimalNumber):
            return NotImplemented
        if self.is_nan() or other.is_nan():
            return None
        if self.is_infinite() or other.is_infinite():
            a, b = [(-1 if n._sign else 1) if n.is_infinite() else 0 for n in (self, other)]
        elif not self or not other or self._sign != other._sign:
            a, b = [(-1 if n._sign else 1) if n else 0 for n in (self, other)]
        else:
            exponent = min(self._exp, other._exp)
            if self.adjusted() != other.adjusted():
                a, b = self.adjusted(), other.adjusted()
            else:
                a, b = [n._int * 10 ** (n._exp - exponent) for n in (self, other)]
            if self._sign:
                a, b = b, a
        return (a > b) - (a < b)

    def _holds(self, other, test):
        order = self._order(other)
        if order is NotImplemented:
            return order
        if order is None:
            return getcontext().signal(InvalidOperation, InvalidOperation, False)
        return test(order)

    def __eq__(self, other):
        if self._exp == "N" or isinstance(other, DecimalNumber) and other._exp == "N":
            return getcontext().signal(InvalidOperation, InvalidOperation, False)
        order = self._order(other)
        if order is NotImplemented and hasattr(other, "numerator"):
            return self.is_finite() and self.as_integer_ratio() == (other.numerator, other.denominator)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other):
        return self._holds(other, lambda order: order < 0)

    def __le__(self, other):
        return self._holds(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._holds(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._holds(other, lambda order: order >= 0)

    def __hash__(self):
        if not self.is_finite():
            if self._exp == "N":
                raise TypeError("Cannot hash a signaling NaN value.")
            return object.__hash__(self) if self.is_nan() else hash(float(self))
        value = self._int * pow(10, self._exp, _prime) % _prime
        return -2 if (self._sign and value == 1) else -value if self._sign else value

    def compare(self, other, context=None):
        """-1, 0 or 1 as a decimal number."""
        order = self._order(other)
        return self._made(0, 0, "n") if order is None else self._made(1 if order < 0 else 0, abs(order), 0)

    def max(self, other, context=None):
        return self._chosen(other, context, 1)

    def min(self, other, context=None):
        return self._chosen(other, context, -1)

    def _chosen(self, other, context, side):
        other = type(self)(other)
        if self.is_nan() or other.is_nan():
            return other if self.is_nan() else self
        return (self if self._order(other) * side >= 0 else other)._fixed(context or getcontext())

    def max_mag(self, other, context=None):
        return self.max(other, context) if abs(self)._order(abs(type(self)(other))) == 0 else self if abs(self) > abs(type(self)(other)) else type(self)(other)

    def min_mag(self, other, context=None):
        return self.min(other, context) if abs(self)._order(abs(type(self)(other))) == 0 else self if abs(self) < abs(type(self)(other)) else type(self)(other)

    # Signs and exponents.

    def copy_abs(self):
        return self._made(0, self._int, self._exp)

    def copy_negate(self):
        return self._made(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return self._made(type(self)(other)._sign, self._int, self._exp)

    def scaleb(self, other, context=None):
        """The number with its exponent moved."""
        return self if not self.is_finite() else self._made(self._sign, self._int, self._exp + int(other))._fixed(context or getcontext())

    def logb(self, context=None):
        """The exponent of the first digit as a decimal number."""
        exponent = self.adjusted()
        return self._made(1 if exponent < 0 else 0, abs(exponent), 0)

    # Conversions.

    def __int__(self):
        if not self.is_finite():
            raise (ValueError if self.is_nan() else OverflowError)(f"cannot convert {'NaN' if self.is_nan() else 'Infinity'} to integer")
        value = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return self._made(0, 0, 0)

    def conjugate(self):
        return self

    def __round__(self, places=None):
        if places is None:
            return int(self.to_integral_value("ROUND_HALF_EVEN"))
        return self.quantize(self._made(0, 1, -places), "ROUND_HALF_EVEN")

    def __floor__(self):
        return int(self.to_integral_value("ROUND_FLOOR"))

    def __ceil__(self):
        return int(self.to_integral_value("ROUND_CEILING"))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # Text.

    def _text(self, engineering):
        sign = "-" if self._sign else ""
        if self._exp == "F":
            return sign + "Infinity"
        if self.is_nan():
            return sign + ("NaN" if self._exp == "n" else "sNaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, part = "0", "." + "0" * -point + digits
        elif point >= len(digits):
            whole, part = digits + "0" * (point - len(digits)), ""
        else:
            whole, part = digits[:point], "." + digits[point:]
        exponent = "" if left == point else "eE"[getcontext().capitals] + f"{left - point:+d}"
        return sign + whole + part + exponent

    def __str__(self):
        return self._text(False)

    def to_eng_string(self, context=None):
        """As str, with exponents of 10 that are multiples of 3."""
        return self._text(True)

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec):
        return _formatted(self, spec)
