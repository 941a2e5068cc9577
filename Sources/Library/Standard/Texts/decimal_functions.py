# decimal: reading and formatting decimal numbers, exponentials and logarithms.
import re

_pattern = re.compile(r"([-+])?(?:((?:\d+\.?\d*|\.\d+))(?:e([-+]?\d+))?|(inf|infinity)|(s?nan)(\d*))", re.I)
_spec = re.compile(r"(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?", re.S)


def _parsed(text):
    """Sign, coefficient and exponent of the number a text spells; None where it spells none."""
    match = _pattern.fullmatch(text.strip().replace("_", ""))
    if match is None:
        return None
    sign, digits, exponent, infinity, nan, payload = match.groups()
    sign = 1 if sign == "-" else 0
    if infinity:
        return sign, 0, "F"
    if nan:
        return sign, int(payload or "0"), "N" if nan[0] in "sS" else "n"
    whole, _, part = digits.partition(".")
    return sign, int(whole + part), int(exponent or "0") - len(part)


def _grouped(digits, separator, width):
    """Whole digits in groups of three, with zeros in front up to a width."""
    if separator:
        while len(digits) + (len(digits) - 1) // 3 < width:
            digits = "0" + digits
        first = len(digits) % 3
        groups = ([digits[:first]] if first else []) + [digits[i:i + 3] for i in range(first, len(digits), 3)]
        return separator.join(groups)
    return digits.rjust(width, "0")


def _formatted(number, spec):
    """The text of a number in the form a format specification asks for."""
    match = _spec.fullmatch(spec)
    if match is None:
        raise ValueError("invalid format string")
    fill, align, plus, positive, alternate, zeros, width, separator, precision, kind = match.groups()
    if zeros and align:
        raise ValueError("invalid format string")
    if zeros:
        fill, align = "0", "="
    width = int(width or 0)
    sign = "-" if number._sign else "" if plus in (None, "-") else plus
    if not number.is_finite():
        body = str(number.copy_abs()) + ("%" if kind == "%" else "")
        if fill == "0" and align == "=":
            fill = " "
    else:
        body = _body(number.copy_abs(), kind, None if precision is None else int(precision), width - len(sign) if zeros else 0, separator)
        if positive and not any(c in "123456789" for c in body.split("e")[0].split("E")[0]):
            sign = "" if plus in (None, "-") else plus
    missing = max(width - len(sign) - len(body), 0)
    fill = fill or " "
    if align == "<":
        return sign + body + fill * missing
    if align == "=":
        return sign + fill * missing + body
    if align == "^":
        return fill * (missing // 2) + sign + body + fill * (missing - missing // 2)
    return fill * missing + sign + body


def _body(number, kind, precision, width, separator):
    """Digits, point and exponent of a number without sign."""
    from decimal import getcontext
    mode = getcontext().rounding
    if kind == "%":
        number = number._made(0, number._int, number._exp + 2)
    if precision is not None:
        if kind in ("e", "E"):
            number = number._rescaled(number.adjusted() - precision, mode) if number else number._made(0, 0, -precision)
        elif kind in ("f", "F", "%"):
            number = number._rescaled(-precision, mode)
        elif len(str(number._int)) > max(precision, 1):
            number = number._rescaled(number.adjusted() - max(precision, 1) + 1, mode)
    digits, exponent = str(number._int), number._exp
    left = exponent + len(digits)
    if kind in ("f", "F", "%"):
        point = left
        if exponent > 0:
            digits += "0" * exponent
    elif kind in ("e", "E"):
        point = 1
    else:
        point = left if exponent <= 0 and left > -6 else 1
    if kind in ("e", "E") and not number and precision is not None:
        digits, left = "0" * (precision + 1), 1
    if point <= 0:
        whole, part = "0", "0" * -point + digits
    else:
        whole, part = digits[:point] + "0" * (point - len(digits)), digits[point:]
    tail = "" if point == left else ("e" if kind in ("e", "g", "n") else "E") + f"{left - point:+d}"
    if kind in ("e", "E") and not tail:
        tail = kind + "+0"
    end = ("." + part if part else "") + tail + ("%" if kind == "%" else "")
    return _grouped(whole, separator, width - len(end)) + end


def _inverse_tangent(top, bottom, one):
    """The sum z + z**3 / 3 + z**5 / 5 + … for z = top / bottom, in units of 1 / one."""
    power = one * top // bottom
    square_top, square_bottom = top * top, bottom * bottom
    total, n = power, 1
    while power:
        power = power * square_top // square_bottom
        n += 2
        total += power // n
    return total


def _ln2(one):
    return 18 * _inverse_tangent(1, 26, one) - 2 * _inverse_tangent(1, 4801, one) + 8 * _inverse_tangent(1, 8749, one)


def _ln10(one):
    return 3 * _ln2(one) + 2 * _inverse_tangent(1, 9, one)


def _logarithm(coefficient, exponent, precision, base):
    """The logarithm as coefficient and exponent, with some digits more than the precision."""
    length = len(str(coefficient))
    # Near 1 the logarithm is small: as many more digits are needed as vanish.
    near = abs(coefficient - 10 ** -exponent) if exponent < 0 and length in (-exponent, 1 - exponent) else coefficient
    places = precision + 12 + max(0, length - len(str(near))) + len(str(abs(exponent)))
    one = 10 ** places
    # x = m * 10 ** k with m between 1 and 10, then m = f * 2 ** j with f near 1.
    k = exponent + length - 1
    j = max(0, (10 * coefficient // 10 ** (length - 1)).bit_length() - 4)
    bottom = 10 ** (length - 1) * 2 ** j
    total = 2 * _inverse_tangent(coefficient - bottom, coefficient + bottom, one) if coefficient >= bottom else -2 * _inverse_tangent(bottom - coefficient, coefficient + bottom, one)
    total += j * _ln2(one) + k * _ln10(one)
    if base == 10:
        total = total * one // _ln10(one)
    return total, -places


def _exponential(coefficient, exponent, precision):
    """e to the power of a number as coefficient and exponent, with some digits more than the precision."""
    whole = len(str(abs(coefficient))) + exponent
    places = precision + 12 + max(0, whole)
    one = 10 ** places
    value = coefficient * 10 ** (places + exponent) if places + exponent >= 0 else coefficient // 10 ** -(places + exponent)
    shift, value = divmod(value, _ln10(one))
    # The series of e ** (r / 256), squared eight times.
    value //= 256
    term, total, n = one, one, 0
    while term:
        n += 1
        term = term * value // (one * n)
        total += term
    for _ in range(8):
        total = total * total // one
    return total, shift - places
