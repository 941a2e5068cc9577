# numpy.polynomial.polynomial (numpy.polynomial): polynomials as objects, in powers or in another basis.
import numpy as np
from numpy.polynomial import polynomial as _powers
from numpy.polynomial import _chebyshev, _legendre, _hermite, _hermite_e, _laguerre

_style = ['unicode']


def set_default_printstyle(style):
    """Prints polynomials in 'unicode' or in 'ascii'."""
    if style not in ('unicode', 'ascii'):
        raise ValueError(f"Unsupported format string '{style}'. Valid options are 'ascii' and 'unicode'")
    _style[0] = style


def _mapping(old, new):
    """Offset and factor of the line that maps one interval to another."""
    length = old[1] - old[0]
    return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length


def _shown(x):
    precision = np.get_printoptions()['precision']
    size = abs(x)
    if size != 0 and (size >= 1e8 or size < 10 ** min(0, -(precision - 1) // 2)):
        return np.format_float_scientific(x, precision=precision, trim='0')
    return np.format_float_positional(x, precision=precision, trim='0')


def _digits(number, zero):
    return ''.join(chr(zero + int(digit)) for digit in number)


class _Series:
    """A sum of the members of a basis, over a domain that is mapped to the window of the basis."""
    domain = window = np.array([-1.0, 1.0])
    basis_name = None

    def __init__(self, coef, domain=None, window=None, symbol='x'):
        self.coef = _powers._coefficients(coef)
        if not symbol.isidentifier():
            raise ValueError("Symbol string must be a valid Python identifier")
        self.symbol = symbol
        for name, interval in (('domain', domain), ('window', window)):
            if interval is not None:
                interval = np.asarray(interval) + 0.0
                if interval.shape != (2,):
                    raise ValueError(f"{name.capitalize()} has wrong number of elements.")
                setattr(self, name, interval)

    def _made(self, coef):
        return type(self)(coef, self.domain, self.window, self.symbol)

    def _coefficients(self, other):
        if isinstance(other, _Series):
            if not isinstance(other, type(self)):
                raise TypeError("Polynomial types differ")
            if not np.all(self.domain == other.domain):
                raise TypeError("Domains differ")
            if not np.all(self.window == other.window):
                raise TypeError("Windows differ")
            if self.symbol != other.symbol:
                raise ValueError("Polynomial symbols differ")
            return other.coef
        return other

    # What a basis other than the powers does otherwise.

    @classmethod
    def _to_powers(cls, coef):
        return cls._basis.to_powers(coef)

    @classmethod
    def _from_powers(cls, coef):
        return cls._basis.from_powers(coef)

    @classmethod
    def _vander(cls, x, deg):
        return cls._basis.vander(x, deg)

    def _value(self, x):
        return self._basis.value(x, self.coef)

    def _term(self, power, symbol, style):
        if style == 'ascii':
            return f" {self.basis_name}_{power}({symbol})"
        return f"·{self.basis_name}{_digits(power, 0x2080)}({symbol})"

    def _computed(self, function, *series):
        """A function of coefficients of powers, for coefficients of this basis."""
        return self._basis.through_powers(function, *series)

    # Arithmetic

    def __call__(self, arg):
        offset, scale = self.mapparms()
        return self._value(offset + scale * (arg if isinstance(arg, _Series) else np.asarray(arg)))

    def __add__(self, other):
        return self._made(_powers.polyadd(self.coef, self._coefficients(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._made(_powers.polysub(self.coef, self._coefficients(other)))

    def __rsub__(self, other):
        return self._made(_powers.polysub(self._coefficients(other), self.coef))

    def __neg__(self):
        return self._made(-self.coef)

    def __pos__(self):
        return self

    def __mul__(self, other):
        return self._made(self._computed(_powers.polymul, self.coef, self._coefficients(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if not isinstance(other, (int, float, np.number)) or isinstance(other, bool):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self._made(self.coef / other)

    def __divmod__(self, other):
        other = self._coefficients(other)
        quotient = self._computed(lambda a, b: _powers.polydiv(a, b)[0], self.coef, other)
        return self._made(quotient), self._made(self._computed(lambda a, b: _powers.polydiv(a, b)[1], self.coef, other))

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __pow__(self, n):
        return self._made(self._computed(lambda c: _powers.polypow(c, n), self.coef))

    def __eq__(self, other):
        return (isinstance(other, type(self)) and np.all(self.domain == other.domain) and np.all(self.window == other.window)
                and self.coef.shape == other.coef.shape and np.all(self.coef == other.coef) and self.symbol == other.symbol)

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    # Text

    def __repr__(self):
        parts = [repr(part)[6:-1] for part in (self.coef, self.domain, self.window)]
        return f"{type(self).__name__}({parts[0]}, domain={parts[1]}, window={parts[2]}, symbol='{self.symbol}')"

    def __str__(self):
        return self._text(_style[0])

    def __format__(self, style):
        if style not in ('', 'unicode', 'ascii'):
            raise ValueError(f"Unsupported format string '{style}' passed to {type(self)}.__format__. Valid options are 'ascii' and 'unicode'")
        return self._text(style or _style[0])

    def _text(self, style):
        offset, scale = self.mapparms()
        argument = self.symbol if scale == 1 else f"{_shown(scale)}{self.symbol}"
        argument = argument if offset == 0 else f"{_shown(offset)} + {argument}"
        argument = argument if argument == self.symbol else f"({argument})"
        width = np.get_printoptions()['linewidth']
        text = _shown(self.coef[0])
        for k, c in enumerate(self.coef[1:].tolist(), 1):
            sign, size = ('+', c) if c >= 0 else ('-', -c)
            term = f"{sign} {_shown(size)}{self._term(str(k), argument, style)}"
            used = len(text.split('\n')[-1]) + 1 + len(term) + (2 if k < len(self.coef) - 1 else 0)
            text += ' ' + (term.replace(' ', '\n', 1) if used >= width else term)
        return text

    # Functions

    def degree(self):
        return len(self.coef) - 1

    def copy(self):
        return self._made(self.coef)

    def has_samecoef(self, other):
        return len(self.coef) == len(other.coef) and bool(np.all(self.coef == other.coef))

    def has_samedomain(self, other):
        return bool(np.all(self.domain == other.domain))

    def has_samewindow(self, other):
        return bool(np.all(self.window == other.window))

    def has_sametype(self, other):
        return isinstance(other, type(self))

    def mapparms(self):
        return _mapping(self.domain, self.window)

    def trim(self, tol=0):
        return self._made(_powers.polytrim(self.coef, tol))

    def truncate(self, size):
        return self._made(self.coef[:size])

    def cutdeg(self, deg):
        return self.truncate(deg + 1)

    def deriv(self, m=1):
        scale = self.mapparms()[1]
        return self._made(self._computed(lambda c: _powers.polyder(c, m, scale), self.coef))

    def integ(self, m=1, k=(), lbnd=None):
        offset, scale = self.mapparms()
        start = 0 if lbnd is None else offset + scale * lbnd
        return self._made(self._computed(lambda c: _powers.polyint(c, m, k, start, 1 / scale), self.coef))

    def roots(self):
        offset, scale = _mapping(self.window, self.domain)
        return offset + scale * _powers.polyroots(self._to_powers(self.coef))

    def linspace(self, n=100, domain=None):
        domain = self.domain if domain is None else domain
        x = np.linspace(domain[0], domain[1], n)
        return x, self(x)

    def convert(self, domain=None, kind=None, window=None):
        kind = type(self) if kind is None else kind
        domain = kind.domain if domain is None else domain
        window = kind.window if window is None else window
        own, other = self.mapparms(), _mapping(window, domain)
        argument = np.poly1d([own[1] * other[1], own[0] + own[1] * other[0]])
        powers = np.poly1d(self._to_powers(self.coef)[::-1])(argument) if len(self.coef) > 1 else np.poly1d(self.coef)
        return kind(_powers._without_zeros(kind._from_powers(powers.coeffs[::-1])), domain, window, self.symbol)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol='x'):
        x = np.asarray(x) + 0.0
        if domain is None:
            domain = np.array([x.min(), x.max()])
            domain = domain + np.array([-1.0, 1.0]) if domain[0] == domain[1] else domain
        elif isinstance(domain, list) and domain == []:
            domain = cls.domain
        window = cls.window if window is None else window
        offset, scale = _mapping(domain, window)
        found = _powers._fitted(cls._vander, offset + scale * x, y, deg, rcond, full, w)
        if full:
            return cls(found[0], domain, window, symbol), found[1]
        return cls(found, domain, window, symbol)

    @classmethod
    def fromroots(cls, roots, domain=(), window=None, symbol='x'):
        roots = np.atleast_1d(roots) + 0.0
        if domain is None:
            domain = np.array([roots.min(), roots.max()])
        domain = cls.domain if len(domain) == 0 else np.asarray(domain)
        window = cls.window if window is None else window
        offset, scale = _mapping(domain, window)
        powers = _powers.polyfromroots(offset + scale * roots) / scale ** len(roots)
        return cls(cls._from_powers(powers), domain, window, symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol='x'):
        domain = cls.domain if domain is None else domain
        window = cls.window if window is None else window
        offset, scale = _mapping(window, domain)
        return cls(cls._from_powers(np.array([offset, scale])), domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol='x'):
        return cls(np.eye(deg + 1)[deg], domain, window, symbol)

    @classmethod
    def cast(cls, series, domain=None, window=None):
        return series.convert(domain, cls, window)


class Polynomial(_Series):
    """A polynomial by the coefficients of powers."""

    @classmethod
    def _to_powers(cls, coef):
        return coef

    @classmethod
    def _from_powers(cls, coef):
        return coef

    @classmethod
    def _vander(cls, x, deg):
        return _powers.polyvander(x, deg)

    def _value(self, x):
        return _powers.polyval(x, self.coef)

    def _computed(self, function, *series):
        return function(*series)

    def _term(self, power, symbol, style):
        if style == 'ascii':
            return f" {symbol}" + (f"**{power}" if power != '1' else '')
        raised = ''.join('⁰¹²³⁴⁵⁶⁷⁸⁹'[int(digit)] for digit in power)
        return f"·{symbol}" + (raised if power != '1' else '')


class Chebyshev(_Series):
    """A sum of Chebyshev polynomials."""
    _basis = _chebyshev
    basis_name = 'T'

    @classmethod
    def interpolate(cls, func, deg, domain=None, args=()):
        domain = cls.domain if domain is None else np.asarray(domain)
        points = np.sin(0.5 * np.pi / (deg + 1) * np.arange(-deg, deg + 1, 2))
        offset, scale = _mapping(cls.window, domain)
        columns = cls._vander(points, deg)
        coefficients = columns.T @ func(offset + scale * points, *args) / (0.5 * (deg + 1))
        coefficients[0] /= 2
        return cls(coefficients, domain)


class Legendre(_Series):
    """A sum of Legendre polynomials."""
    _basis = _legendre
    basis_name = 'P'


class Hermite(_Series):
    """A sum of Hermite polynomials."""
    _basis = _hermite
    basis_name = 'H'


class HermiteE(_Series):
    """A sum of Hermite polynomials of probability."""
    _basis = _hermite_e
    basis_name = 'He'


class Laguerre(_Series):
    """A sum of Laguerre polynomials."""
    _basis = _laguerre
    basis_name = 'L'
    domain = window = np.array([0.0, 1.0])
