# fractions: exact rational numbers.
import math
import re


class Fraction:
    """A fraction in lowest terms."""

    __slots__ = ("numerator", "denominator")

    def __init__(self, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, Fraction):
                self.numerator, self.denominator = numerator.numerator, numerator.denominator
                return
            if isinstance(numerator, int):
                self.numerator, self.denominator = int(numerator), 1
                return
            if isinstance(numerator, float) or hasattr(numerator, "as_integer_ratio"):
                self.numerator, self.denominator = numerator.as_integer_ratio()
                return
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            numerator, denominator = _parse(numerator)
        if isinstance(numerator, Fraction) or isinstance(denominator, Fraction):
            a, b = Fraction(numerator), Fraction(denominator)
            numerator, denominator = a.numerator * b.denominator, a.denominator * b.numerator
        if not (isinstance(numerator, int) and isinstance(denominator, int)):
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self.numerator, self.denominator = numerator // divisor, denominator // divisor

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self.denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self.numerator, self.denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        first, second = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return second if abs(second - self) <= abs(first - self) else first

    def as_integer_ratio(self):
        return (self.numerator, self.denominator)

    def is_integer(self):
        return self.denominator == 1

    def __repr__(self):
        return f"Fraction({self.numerator}, {self.denominator})"

    def __str__(self):
        return str(self.numerator) if self.denominator == 1 else f"{self.numerator}/{self.denominator}"

    def __format__(self, spec):
        return format(str(self), spec) if not spec or spec[-1] not in "efgEFG%" else format(float(self), spec)

    def _combine(self, other, exact, inexact, swapped=False):
        if isinstance(other, (int, Fraction)):
            other = Fraction(other)
            return exact(other, self) if swapped else exact(self, other)
        if isinstance(other, float):
            return inexact(other, float(self)) if swapped else inexact(float(self), other)
        return NotImplemented

    def __add__(self, other): return self._combine(other, _add, lambda a, b: a + b)
    def __radd__(self, other): return self._combine(other, _add, lambda a, b: a + b, True)
    def __sub__(self, other): return self._combine(other, _sub, lambda a, b: a - b)
    def __rsub__(self, other): return self._combine(other, _sub, lambda a, b: a - b, True)
    def __mul__(self, other): return self._combine(other, _mul, lambda a, b: a * b)
    def __rmul__(self, other): return self._combine(other, _mul, lambda a, b: a * b, True)
    def __truediv__(self, other): return self._combine(other, _div, lambda a, b: a / b)
    def __rtruediv__(self, other): return self._combine(other, _div, lambda a, b: a / b, True)
    def __floordiv__(self, other): return self._combine(other, lambda a, b: _div(a, b).__floor__(), lambda a, b: a // b)
    def __rfloordiv__(self, other): return self._combine(other, lambda a, b: _div(a, b).__floor__(), lambda a, b: a // b, True)
    def __mod__(self, other): return self._combine(other, lambda a, b: a - b * (a // b), lambda a, b: a % b)
    def __rmod__(self, other): return self._combine(other, lambda a, b: a - b * (a // b), lambda a, b: a % b, True)

    def __pow__(self, other):
        if isinstance(other, int):
            if other >= 0:
                return Fraction(self.numerator ** other, self.denominator ** other)
            if self.numerator == 0:
                raise ZeroDivisionError("Fraction(1, 0)")
            return Fraction(self.denominator ** -other, self.numerator ** -other)
        return float(self) ** float(other)

    def __rpow__(self, other):
        if self.denominator == 1:
            return other ** self.numerator
        return float(other) ** float(self)

    def __neg__(self): return Fraction(-self.numerator, self.denominator)
    def __pos__(self): return Fraction(self)
    def __abs__(self): return Fraction(abs(self.numerator), self.denominator)
    def __bool__(self): return self.numerator != 0
    def __float__(self): return self.numerator / self.denominator
    def __int__(self): return self.__trunc__()
    def __trunc__(self): return -(-self.numerator // self.denominator) if self.numerator < 0 else self.numerator // self.denominator
    def __floor__(self): return self.numerator // self.denominator
    def __ceil__(self): return -(-self.numerator // self.denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self.numerator, self.denominator)
            if rest * 2 < self.denominator or (rest * 2 == self.denominator and floor % 2 == 0):
                return floor
            return floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        # As for floats: the quotient modulo the prime 2 ** 61 - 1, so that equal numbers have equal hashes.
        prime = (1 << 61) - 1
        if self.denominator % prime == 0:
            return 314159 if self.numerator > 0 else -314159
        result = abs(self.numerator) * pow(self.denominator, -1, prime) % prime
        result = result if self.numerator >= 0 else -result
        return -2 if result == -1 else result

    def _compare(self, other, operation):
        if isinstance(other, (int, Fraction)):
            other = Fraction(other)
            return operation(self.numerator * other.denominator, other.numerator * self.denominator)
        if isinstance(other, float):
            return operation(float(self), other) if not math.isfinite(other) else self._compare(Fraction(other), operation)
        return NotImplemented

    def __eq__(self, other): return self._compare(other, lambda a, b: a == b)
    def __lt__(self, other): return self._compare(other, lambda a, b: a < b)
    def __le__(self, other): return self._compare(other, lambda a, b: a <= b)
    def __gt__(self, other): return self._compare(other, lambda a, b: a > b)
    def __ge__(self, other): return self._compare(other, lambda a, b: a >= b)


def _add(a, b): return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
def _sub(a, b): return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
def _mul(a, b): return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
def _div(a, b): return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)


def _parse(text):
    match = re.fullmatch(r"\s*([-+]?)(?=\d|\.\d)(\d*)(?:/(\d+)|(?:\.(\d*))?(?:[eE]([-+]?\d+))?)\s*", text)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    sign, whole, denominator, decimals, exponent = match.groups()
    numerator = int(whole or "0")
    if denominator:
        bottom = int(denominator)
    else:
        decimals = decimals or ""
        numerator = int((whole or "0") + decimals)
        bottom = 10 ** len(decimals)
        power = int(exponent or 0)
        if power >= 0:
            numerator *= 10 ** power
        else:
            bottom *= 10 ** -power
    return (-numerator if sign == "-" else numerator), bottom
