# numpy: numbers as text in other forms and bases.
import numpy as np


def _trimmed(whole, fraction, trim):
    if trim == 'k':
        return whole + '.' + fraction
    fraction = fraction.rstrip('0')
    if trim == '.':
        return whole + '.' + fraction
    if trim == '0':
        return whole + '.' + (fraction or '0')
    return whole + '.' + fraction if fraction else whole


def _digits(x):
    """The shortest digits that name x, and the power of ten of the first one."""
    text = str(abs(x))
    mantissa, _, exponent = text.partition('e')
    whole, _, fraction = mantissa.partition('.')
    power = int(exponent or 0) + len(whole) - 1
    digits = whole + fraction
    stripped = digits.lstrip('0')
    if not stripped:
        return '0', 0
    return stripped.rstrip('0') or '0', power - (len(digits) - len(stripped))


def _rounded(x, places):
    """|x| with so many decimals, as the two parts around the point."""
    whole, _, fraction = format(abs(float(x)), f'.{places}f').partition('.')
    return whole, fraction


def _place(digits, power):
    if power < 0:
        return '0', '0' * (-power - 1) + digits
    padded = digits + '0' * (power + 1 - len(digits))
    return padded[:power + 1], padded[power + 1:]


def format_float_positional(x, precision=None, unique=True, fractional=True, trim='k', sign=False, pad_left=None, pad_right=None, min_digits=None):
    """A number as decimal text without an exponent."""
    x = x if isinstance(x, np.floating) else np.float64(x)
    mark = '-' if x < 0 or (x == 0 and np.signbit(x)) else '+' if sign and not np.isnan(x) else ''
    if not np.isfinite(x):
        return mark + str(abs(x))
    digits, power = _digits(x)
    if precision is not None and not fractional:
        mantissa, _, exponent = format(abs(float(x)), f'.{precision - 1}e').partition('e')
        digits, power = mantissa.replace('.', '').rstrip('0') or '0', int(exponent)
    whole, fraction = _place(digits, power)
    if precision is not None and fractional:
        if not unique or len(fraction) > precision:
            whole, fraction = _rounded(x, precision)
            if unique and fraction.strip('0'):
                fraction = fraction.rstrip('0')
    if min_digits is not None:
        fraction = fraction.ljust(min_digits, '0')
    text = mark + _trimmed(whole, fraction, trim)
    if pad_left is not None:
        text = ' ' * (pad_left - len(mark + whole)) + text
    if pad_right is not None:
        text = text + ' ' * (pad_right - len(fraction))
    return text


def format_float_scientific(x, precision=None, unique=True, trim='k', sign=False, pad_left=None, exp_digits=None, min_digits=None):
    """A number as decimal text with an exponent."""
    x = x if isinstance(x, np.floating) else np.float64(x)
    mark = '-' if x < 0 or (x == 0 and np.signbit(x)) else '+' if sign and not np.isnan(x) else ''
    if not np.isfinite(x):
        return mark + str(abs(x))
    digits, power = _digits(x)
    if precision is not None and (not unique or len(digits) - 1 > precision):
        mantissa, _, exponent = format(abs(float(x)), f'.{precision}e').partition('e')
        power = int(exponent)
        digits = mantissa.replace('.', '')
        if unique:
            digits = digits[0] + digits[1:].rstrip('0')
    fraction = digits[1:] if min_digits is None else digits[1:].ljust(min_digits, '0')
    text = mark + _trimmed(digits[0], fraction, trim)
    if pad_left is not None:
        text = ' ' * (pad_left - len(mark) - 1) + text
    width = exp_digits if exp_digits is not None else 2
    return f"{text}e{'-' if power < 0 else '+'}{abs(power):0{width}d}"


def base_repr(number, base=2, padding=0):
    """A whole number to a base of 2 to 36."""
    if base > 36:
        raise ValueError("Bases greater than 36 not handled in base_repr.")
    if base < 2:
        raise ValueError("Bases less than 2 not handled in base_repr.")
    rest = abs(int(number))
    digits = ''
    while rest:
        rest, digit = divmod(rest, base)
        digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[digit] + digits
    return ('-' if number < 0 else '') + '0' * padding + (digits or ('0' if not padding else ''))


def binary_repr(num, width=None):
    """A whole number to base 2; negative ones as their complement where a width is given."""
    num = int(num)
    if num >= 0 or width is None:
        text = bin(abs(num))[2:].rjust(width or 0, '0')
        if width is not None and len(text) > width:
            raise ValueError(f"Insufficient bit width={width} provided for binwidth={len(text)}")
        return ('-' if num < 0 else '') + text
    needed = len(bin(-num - 1)[2:]) + 1 if num != -1 else 1
    if needed > width:
        raise ValueError(f"Insufficient bit width={width} provided for binwidth={needed}")
    return bin(num + (1 << width))[2:].rjust(width, '1')
