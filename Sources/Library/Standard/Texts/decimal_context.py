# decimal: contexts (precision, rounding, traps) and what arithmetic signals.
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_modes = [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]


class DecimalException(ArithmeticError):
    """The base of all signals."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """An operation without a meaning."""


class ConversionSyntax(InvalidOperation):
    """A text that spells no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A division of a finite number by 0."""


class DivisionImpossible(InvalidOperation):
    """A whole quotient with more digits than the precision."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """0 divided by 0."""


class Inexact(DecimalException):
    """Digits other than 0 were lost."""


class InvalidContext(InvalidOperation):
    """A context that fits no operation."""


class Rounded(DecimalException):
    """Digits were lost."""


class Subnormal(DecimalException):
    """A result below the smallest exponent."""


class Overflow(Inexact, Rounded):
    """A result beyond the largest exponent."""


class Underflow(Inexact, Rounded, Subnormal):
    """An inexact result below the smallest exponent."""


class FloatOperation(DecimalException, TypeError):
    """A float mixed with decimals."""


_signals = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped]
_shown_flags = [InvalidOperation, DivisionByZero, Overflow, Underflow, Inexact, FloatOperation, Subnormal, Rounded, Clamped]


def _rounds_up(mode, negative, kept, lost, unit):
    """Whether the digits `kept` grow by one when `lost`, a part of `unit`, is dropped."""
    if lost == 0 or mode == ROUND_DOWN:
        return False
    if mode == ROUND_UP:
        return True
    if mode == ROUND_CEILING:
        return not negative
    if mode == ROUND_FLOOR:
        return negative
    if mode == ROUND_05UP:
        return kept % 5 == 0
    if lost * 2 != unit:
        return lost * 2 > unit
    return mode == ROUND_HALF_UP or (mode == ROUND_HALF_EVEN and kept % 2 == 1)


class Context:
    """How arithmetic rounds, and which signals raise."""

    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None, traps=None):
        raising = [InvalidOperation, DivisionByZero, Overflow]
        self.prec = prec
        self.rounding = rounding
        self.Emin = Emin
        self.Emax = Emax
        self.capitals = capitals
        self.clamp = clamp
        self.flags = self._chosen(flags, [])
        self.traps = self._chosen(traps, raising)

    def _chosen(self, given, default):
        if isinstance(given, dict):
            return dict(given)
        chosen = default if given is None else given
        return {signal: signal in chosen for signal in _signals}

    def __setattr__(self, name, value):
        if name == "prec" and not (isinstance(value, int) and 1 <= value <= MAX_PREC):
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and value not in _modes:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        super().__setattr__(name, value)

    def __repr__(self):
        flags = ", ".join(signal.__name__ for signal in _shown_flags if self.flags[signal])
        traps = ", ".join(signal.__name__ for signal in _shown_flags if self.traps[signal])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])")

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def clear_flags(self):
        self.flags = self._chosen([], [])

    def clear_traps(self):
        self.traps = self._chosen([], [])

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def signal(self, signal, reason, result):
        """Notes a signal and raises it where it is trapped; otherwise the operation gives `result`."""
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([reason])
        return result

    def create_decimal(self, num="0"):
        from decimal import Decimal
        return Decimal(num)._fixed(self)

    def create_decimal_from_float(self, f):
        return self.create_decimal(f)

    def _number(self, value):
        from decimal import Decimal
        return value if isinstance(value, Decimal) else Decimal(value)

    def _with(self, operation):
        with localcontext(self):
            return operation()

    def add(self, a, b):
        return self._with(lambda: self._number(a) + b)

    def subtract(self, a, b):
        return self._with(lambda: self._number(a) - b)

    def multiply(self, a, b):
        return self._with(lambda: self._number(a) * b)

    def divide(self, a, b):
        return self._with(lambda: self._number(a) / b)

    def divide_int(self, a, b):
        return self._with(lambda: self._number(a) // b)

    def divmod(self, a, b):
        return self._with(lambda: divmod(self._number(a), b))

    def remainder(self, a, b):
        return self._with(lambda: self._number(a) % b)

    def power(self, a, b, modulo=None):
        return self._with(lambda: pow(self._number(a), b, modulo) if modulo is not None else self._number(a) ** b)

    def plus(self, a):
        return self._with(lambda: +self._number(a))

    def minus(self, a):
        return self._with(lambda: -self._number(a))

    def abs(self, a):
        return self._with(lambda: abs(self._number(a)))

    def sqrt(self, a):
        return self._number(a).sqrt(self)

    def exp(self, a):
        return self._number(a).exp(self)

    def ln(self, a):
        return self._number(a).ln(self)

    def log10(self, a):
        return self._number(a).log10(self)

    def quantize(self, a, b):
        return self._number(a).quantize(b, context=self)

    def normalize(self, a):
        return self._number(a).normalize(self)

    def compare(self, a, b):
        return self._number(a).compare(self._number(b))

    def max(self, a, b):
        return self._number(a).max(b, self)

    def min(self, a, b):
        return self._number(a).min(b, self)

    def to_sci_string(self, a):
        return str(a)

    def to_eng_string(self, a):
        return a.to_eng_string()


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_current = [Context()]


def getcontext():
    """The context of arithmetic."""
    return _current[0]


def setcontext(context, /):
    """Makes another context that of arithmetic."""
    _current[0] = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


class _LocalContext:
    def __init__(self, context):
        self.context = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.context)
        return self.context

    def __exit__(self, kind, error, trace):
        setcontext(self.saved)


def localcontext(ctx=None, **settings):
    """A copy of a context that holds inside `with`."""
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in settings.items():
        setattr(context, name, value)
    return _LocalContext(context)
