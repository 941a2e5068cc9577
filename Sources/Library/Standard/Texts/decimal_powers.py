# decimal: powers, roots, exponentials and logarithms of decimal numbers.
import math

from decimal import DecimalNumber, InvalidOperation, Overflow, ROUND_HALF_EVEN, _exponential, _logarithm, getcontext


class DecimalPowers(DecimalNumber):
    """The part of Decimal that is no plain arithmetic."""

    __slots__ = ()

    def _near(self, coefficient, exponent, context):
        """The result of a function whose further digits are not 0, rounded half to even."""
        rounding = context.copy()
        rounding.rounding = ROUND_HALF_EVEN
        result = self._made(1 if coefficient < 0 else 0, abs(coefficient) * 10 + 1, exponent - 1)._fixed(rounding)
        context.flags.update(rounding.flags)
        return result

    def _root(self, context):
        shift = context.prec + 1 + (self._exp % 2)
        coefficient = self._int * 10 ** (2 * shift + self._exp % 2)
        root = math.isqrt(coefficient)
        exponent = self._exp // 2
        if root * root == coefficient:
            while shift and root % 10 == 0:
                root //= 10
                shift -= 1
            return self._made(self._sign, root, exponent - shift)._fixed(context)
        return self._near(root, exponent - shift, context)

    def sqrt(self, context=None):
        """The square root."""
        context = context or getcontext()
        nan = self._nan(self, context)
        if nan is not None:
            return nan
        if self._sign and self:
            return context.signal(InvalidOperation, InvalidOperation, self._made(0, 0, "n"))
        if not self.is_finite():
            return self
        return self._root(context) if self else self._made(self._sign, 0, self._exp // 2)

    def exp(self, context=None):
        """e to the power of the number."""
        context = context or getcontext()
        nan = self._nan(self, context)
        if nan is not None:
            return nan
        if self.is_infinite():
            return self._made(0, 0, 0) if self._sign else self
        if not self:
            return self._made(0, 1, 0)
        if self.adjusted() > 20:
            return context.signal(Overflow, Overflow, self._made(0, 0, "F")) if not self._sign else self._made(0, 0, context.Etiny())
        return self._near(*_exponential(-self._int if self._sign else self._int, self._exp, context.prec), context)

    def ln(self, context=None):
        """The natural logarithm."""
        return self._log(1, context or getcontext())

    def log10(self, context=None):
        """The logarithm to base 10."""
        return self._log(10, context or getcontext())

    def _log(self, base, context):
        nan = self._nan(self, context)
        if nan is not None:
            return nan
        if not self:
            return self._made(1, 0, "F")
        if self._sign:
            return context.signal(InvalidOperation, InvalidOperation, self._made(0, 0, "n"))
        if self.is_infinite():
            return self
        digits = str(self._int)
        if digits.rstrip("0") == "1" and (base == 10 or self.adjusted() == 0):
            return type(self)(self.adjusted() if base == 10 else 0)._fixed(context)
        return self._near(*_logarithm(self._int, self._exp, context.prec, base), context)

    def __pow__(self, other, modulo=None):
        other = self._operand(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        if modulo is not None:
            return type(self)(pow(int(self), int(other), int(modulo)))
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        whole = other.is_finite() and other == other.to_integral_value()
        sign = 1 if self._sign and whole and int(other) % 2 else 0
        if not other:
            return context.signal(InvalidOperation, InvalidOperation, self._made(0, 0, "n")) if not self else self._made(0, 1, 0)
        if self._sign and self and not whole:
            return context.signal(InvalidOperation, InvalidOperation, self._made(0, 0, "n"))
        if not self or self.is_infinite():
            return self._made(sign, 0, "F" if bool(self) != bool(other._sign) else 0)
        if other.is_infinite():
            size = abs(self).compare(1)
            return self._made(0, 1, 0) if size == 0 else self._made(0, 0, "F" if (size > 0) != bool(other._sign) else 0)
        if whole and abs(int(other)) * len(str(self._int)) < 5000:
            return self._whole_power(sign, int(other), context)
        # x ** y is e to the power y * ln(x), with digits enough for the whole part of the exponent.
        work = context.copy()
        work.prec = context.prec + max(0, abs(self).adjusted() if self.adjusted() > 0 else -self.adjusted()).bit_length() + abs(other.adjusted()) + 12
        exponent = abs(self)._log(1, work)
        product = self._made(exponent._sign ^ other._sign, exponent._int * other._int, exponent._exp + other._exp)
        if not product:
            return self._made(sign, 10 ** (context.prec - 1), 1 - context.prec)
        result = product.exp(work)
        return self._made(sign, result._int, result._exp)._fixed(context)

    def _whole_power(self, sign, count, context):
        if count > 0:
            return self._made(sign, self._int ** count, self._exp * count)._fixed(context)
        return self._made(0, 1, 0) / self._made(sign, self._int ** -count, self._exp * -count)

    def __rpow__(self, other):
        other = self._operand(other)
        return other if other is NotImplemented else other ** self
