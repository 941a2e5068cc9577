# decimal: decimal numbers of any size: making, rounding, arithmetic.
import math

from _source import show_module
from decimal import (Clamped, ConversionSyntax, DecimalPowers, DivisionByZero, DivisionImpossible, DivisionUndefined, FloatOperation, Inexact, InvalidOperation,
                     Overflow, ROUND_FLOOR, Rounded, Subnormal, Underflow, _parsed, _rounds_up,
                     getcontext)


def _made(sign, coefficient, exponent, cls=None):
    """A number by sign (0 or 1), whole coefficient and exponent; the exponent "F" is infinity, "n" and "N" are NaN."""
    number = object.__new__(cls or Decimal)
    number._sign = sign
    number._int = coefficient
    number._exp = exponent
    return number


def _operand(value):
    """The other side of an operator: a Decimal, also for an int; NotImplemented for anything else."""
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else NotImplemented


@show_module
class Decimal(DecimalPowers):
    """A decimal number: sign, coefficient, exponent."""

    __slots__ = ()

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            return _made(value._sign, value._int, value._exp, cls)
        if isinstance(value, int):
            return _made(1 if value < 0 else 0, abs(int(value)), 0, cls)
        if isinstance(value, str):
            parts = _parsed(value)
            if parts is None:
                parts = 0, 0, getcontext().signal(InvalidOperation, ConversionSyntax, "n")
            return _made(*parts, cls)
        if isinstance(value, float):
            return cls.from_float(value)
        if isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            if sign not in (0, 1):
                raise ValueError("sign must be an integer with the value 0 or 1")
            return _made(sign, int("".join(map(str, digits)) or "0"), exponent, cls)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        if isinstance(f, int):
            return cls(f)
        getcontext().signal(FloatOperation, FloatOperation, None)
        sign = 1 if math.copysign(1, f) < 0 else 0
        if math.isnan(f) or math.isinf(f):
            return _made(sign, 0, "n" if math.isnan(f) else "F", cls)
        top, bottom = abs(f).as_integer_ratio()
        twos = bottom.bit_length() - 1
        return _made(sign, top * 5 ** twos, -twos, cls)

    # Rounding.

    def _rescaled(self, exponent, rounding):
        """The same number with another exponent, rounded where digits are lost."""
        if self._exp >= exponent:
            return _made(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        unit = 10 ** min(exponent - self._exp, len(str(self._int)) + 2)
        kept, lost = divmod(self._int, unit)
        if _rounds_up(rounding, self._sign == 1, kept, lost, unit):
            kept += 1
        return _made(self._sign, kept, exponent)

    def _fixed(self, context):
        """The number with no more digits than the context allows."""
        if not self.is_finite():
            return self
        tiny = context.Etiny()
        if self._int == 0:
            return self if tiny <= self._exp <= context.Emax else context.signal(Clamped, Clamped, _made(self._sign, 0, min(max(self._exp, tiny), context.Emax)))
        digits = len(str(self._int))
        exponent = max(self._exp, self._exp + digits - context.prec, tiny)
        result = self
        if exponent > self._exp:
            result = self._rescaled(exponent, context.rounding)
            if len(str(result._int)) > context.prec:
                result = _made(self._sign, result._int // 10, exponent + 1)
            is_exact = self._int % 10 ** min(exponent - self._exp, digits + 1) == 0
            if self.adjusted() < context.Emin:
                context.signal(Subnormal, Subnormal, None)
                if not is_exact:
                    context.signal(Underflow, Underflow, None)
            if not is_exact:
                context.signal(Inexact, Inexact, None)
            context.signal(Rounded, Rounded, None)
        if result._int and result.adjusted() > context.Emax:
            largest = _made(self._sign, 10 ** context.prec - 1, context.Etop())
            away = _rounds_up(context.rounding, self._sign == 1, 9, 6, 10)
            context.signal(Inexact, Inexact, None)
            context.signal(Rounded, Rounded, None)
            return context.signal(Overflow, Overflow, _made(self._sign, 0, "F") if away else largest)
        return result

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of another."""
        context = context or getcontext()
        exp = exp if isinstance(exp, Decimal) else Decimal(exp)
        if not self.is_finite() or not exp.is_finite():
            if self._exp == exp._exp == "F":
                return self
            return self._nan(exp, context) or context.signal(InvalidOperation, InvalidOperation, _made(0, 0, "n"))
        result = self._rescaled(exp._exp, rounding or context.rounding)
        if len(str(result._int)) > context.prec or not context.Etiny() <= exp._exp <= context.Emax:
            return context.signal(InvalidOperation, InvalidOperation, _made(0, 0, "n"))
        if exp._exp > self._exp:
            context.signal(Rounded, Rounded, None)
            if result != self:
                context.signal(Inexact, Inexact, None)
        return result

    def same_quantum(self, other, context=None):
        return self._exp == Decimal(other)._exp

    def to_integral_value(self, rounding=None, context=None):
        if not self.is_finite() or self._exp >= 0:
            return self
        return self._rescaled(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        result = self.to_integral_value(rounding, context)
        if result is not self:
            (context or getcontext()).signal(Rounded, Rounded, None)
            if result != self:
                (context or getcontext()).signal(Inexact, Inexact, None)
        return result

    def normalize(self, context=None):
        """Without zeros at the end."""
        number = self._fixed(context or getcontext())
        if not number.is_finite():
            return number
        if number._int == 0:
            return _made(number._sign, 0, 0)
        digits = str(number._int)
        kept = digits.rstrip("0")
        return _made(number._sign, int(kept), number._exp + len(digits) - len(kept))

    # Arithmetic.

    def _nan(self, other, context):
        """The NaN among the operands, if there is one."""
        for number in (self, other):
            if number._exp == "N":
                return context.signal(InvalidOperation, InvalidOperation, _made(number._sign, number._int, "n"))
        for number in (self, other):
            if number._exp == "n":
                return number
        return None

    def _sum(self, other, context):
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self.is_infinite() or other.is_infinite():
            if self.is_infinite() and other.is_infinite() and self._sign != other._sign:
                return context.signal(InvalidOperation, InvalidOperation, _made(0, 0, "n"))
            return self if self.is_infinite() else other
        large, small = (self, other) if self._exp >= other._exp else (other, self)
        gap = large._exp - small._exp
        reach = context.prec + 2 + len(str(small._int))
        if gap > reach and large._int:
            # So small a term only decides which way a tie goes.
            small = _made(small._sign, 1 if small._int else 0, large._exp - context.prec - 3)
            gap = context.prec + 3
        if gap > reach and large._int == 0:
            return small._fixed(context)
        total = (-1) ** large._sign * large._int * 10 ** gap + (-1) ** small._sign * small._int
        sign = 1 if total < 0 else 0
        if total == 0:
            both = self._sign and other._sign
            sign = 1 if both or (self._sign != other._sign and context.rounding == ROUND_FLOOR) else 0
        return _made(sign, abs(total), large._exp - gap)._fixed(context)

    def __add__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._sum(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._sum(other.copy_negate(), getcontext())

    def __rsub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other - self

    def __mul__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self.is_infinite() or other.is_infinite():
            if not self or not other:
                return context.signal(InvalidOperation, InvalidOperation, _made(0, 0, "n"))
            return _made(sign, 0, "F")
        return _made(sign, self._int * other._int, self._exp + other._exp)._fixed(context)

    __rmul__ = __mul__

    def _infinite_quotient(self, other, context):
        """The quotient where an operand is infinite or the divisor is 0; None for all others."""
        sign = self._sign ^ other._sign
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self.is_infinite():
            return context.signal(InvalidOperation, InvalidOperation, _made(0, 0, "n")) if other.is_infinite() else _made(sign, 0, "F")
        if other.is_infinite():
            return _made(sign, 0, context.Etiny())
        if not other:
            if not self:
                return context.signal(InvalidOperation, DivisionUndefined, _made(0, 0, "n"))
            return context.signal(DivisionByZero, DivisionByZero, _made(sign, 0, "F"))
        return None

    def __truediv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        special = self._infinite_quotient(other, context)
        if special is not None:
            return special
        exponent = self._exp - other._exp
        if not self:
            return _made(self._sign ^ other._sign, 0, exponent)._fixed(context)
        shift = max(len(str(other._int)) - len(str(self._int)) + context.prec + 1, 0)
        quotient, rest = divmod(self._int * 10 ** shift, other._int)
        exponent -= shift
        if rest:
            # A last digit that is no tie stands for all that follow.
            quotient = quotient * 10 + 1
            exponent -= 1
        else:
            while shift and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
                shift -= 1
        return _made(self._sign ^ other._sign, quotient, exponent)._fixed(context)

    def __rtruediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other / self

    def _divided(self, other):
        """The quotient cut to a whole number, and the rest."""
        context = getcontext()
        if other.is_infinite() and self.is_finite():
            return _made(self._sign ^ other._sign, 0, 0), self._fixed(context)
        if self and other.is_zero():
            nan = _made(0, 0, "n")
            return self._infinite_quotient(other, context), context.signal(InvalidOperation, InvalidOperation, nan)
        special = self._infinite_quotient(other, context)
        if special is not None:
            return special, special if special.is_nan() else context.signal(InvalidOperation, InvalidOperation, _made(0, 0, "n"))
        exponent = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > context.prec:
            nan = context.signal(InvalidOperation, DivisionImpossible, _made(0, 0, "n"))
            return nan, nan
        quotient, rest = divmod(self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent))
        if quotient >= 10 ** context.prec:
            nan = context.signal(InvalidOperation, DivisionImpossible, _made(0, 0, "n"))
            return nan, nan
        return _made(self._sign ^ other._sign, quotient, 0), _made(self._sign, rest, exponent)._fixed(context)

    def __floordiv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if self and other.is_zero():
            return self._infinite_quotient(other, getcontext())
        return self._divided(other)[0]

    def __mod__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if self and other.is_zero():
            return getcontext().signal(InvalidOperation, InvalidOperation, _made(0, 0, "n"))
        return self._divided(other)[1]

    def __divmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._divided(other)

    def __rfloordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other // self

    def __rmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other % self

    def __rdivmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else divmod(other, self)

    def remainder_near(self, other, context=None):
        """The rest of the nearest multiple."""
        other = Decimal(other)
        if other.is_zero():
            return getcontext().signal(InvalidOperation, DivisionUndefined if not self else InvalidOperation, _made(0, 0, "n"))
        quotient, rest = self._divided(other)
        if not (self.is_finite() and other.is_finite()) or not quotient.is_finite():
            return rest
        exponent = min(self._exp, other._exp)
        whole = other._int * 10 ** (other._exp - exponent)
        exact = self._int * 10 ** (self._exp - exponent) % whole
        if exact * 2 > whole or (exact * 2 == whole and quotient._int % 2):
            return _made(1 - self._sign, whole - exact, exponent)._fixed(context or getcontext())
        return rest

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        other, third = Decimal(other), Decimal(third)
        if not (self.is_finite() and other.is_finite()):
            return self * other + third
        return _made(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)._sum(third, context or getcontext())

    def __neg__(self):
        if not self:
            return abs(self)
        return self.copy_negate()._fixed(getcontext())

    def __pos__(self):
        return (self if self else abs(self))._fixed(getcontext())

    def __abs__(self):
        return self.copy_abs()._fixed(getcontext())

    def _made(self, sign, coefficient, exponent):
        return _made(sign, coefficient, exponent)

    def _operand(self, value):
        return _operand(value)

    def next_plus(self, context=None):
        return self._sum(_made(0, 1, (context or getcontext()).Etiny()), _towards(context, "ROUND_CEILING"))

    def next_minus(self, context=None):
        return self._sum(_made(1, 1, (context or getcontext()).Etiny()), _towards(context, "ROUND_FLOOR"))


def _towards(context, rounding):
    context = (context or getcontext()).copy()
    context.rounding = rounding
    return context
