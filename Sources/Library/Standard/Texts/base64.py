# base64: bytes as letters that survive any transport.
import binascii
from binascii import _letters as _letters64

_letters32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_letters32hex = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_letters85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _encodable(s):
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")


def _decodable(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not '{type(s).__name__}'")


def _spread(data, letters, size, bits):
    """Groups of `size` bytes as letters of `bits` bits each, filled up with `=`."""
    result = bytearray()
    count = size * 8 // bits
    for start in range(0, len(data), size):
        group = data[start:start + size]
        number = int.from_bytes(group, "big") << 8 * (size - len(group))
        used = -(-len(group) * 8 // bits)
        for place in range(count):
            result.append(letters[number >> bits * (count - 1 - place) & (1 << bits) - 1] if place < used else 61)
    return bytes(result)


def b64encode(s, altchars=None):
    """Three bytes as four letters."""
    encoded = _spread(_encodable(s), _letters64, 3, 6)
    return encoded if altchars is None else encoded.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """The bytes behind base 64; other characters are passed over unless they are to be refused."""
    data = _decodable(s)
    if altchars is not None:
        data = data.translate(bytes.maketrans(_decodable(altchars), b"+/"))
    return binascii.a2b_base64(data, strict_mode=validate)


def standard_b64encode(s):
    """Bytes as letters, digits, `+` and `/`."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes that `standard_b64encode` wrote."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """As b64encode, with `-` and `_` for `+` and `/`."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    """The bytes of letters, digits, `-` and `_`."""
    return b64decode(s, b"-_")


def b32encode(s):
    """Five bytes as eight letters."""
    return _spread(_encodable(s), _letters32, 5, 5)


def b32hexencode(s):
    """Bytes as 32 digits, in the order of their values."""
    return _spread(_encodable(s), _letters32hex, 5, 5)


def _b32decoded(data, letters):
    if len(data) % 8:
        raise binascii.Error("Incorrect padding")
    body = data.rstrip(b"=")
    missing = len(data) - len(body)
    number = 0
    for byte in body:
        value = letters.find(byte)
        if value < 0:
            raise binascii.Error("Non-base32 digit found")
        number = number << 5 | value
    if missing not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    size = len(body) * 5 // 8
    return (number >> len(body) * 5 - size * 8).to_bytes(size, "big")


def b32decode(s, casefold=False, map01=None):
    """The bytes of 32 letters and digits."""
    data = _decodable(s)
    if map01 is not None:
        data = data.translate(bytes.maketrans(b"01", b"O" + _decodable(map01)))
    return _b32decoded(data.upper() if casefold else data, _letters32)


def b32hexdecode(s, casefold=False):
    """The bytes that `b32hexencode` wrote."""
    data = _decodable(s)
    return _b32decoded(data.upper() if casefold else data, _letters32hex)


def b16encode(s):
    """Every byte as two hexadecimal digits."""
    return binascii.hexlify(_encodable(s)).upper()


def b16decode(s, casefold=False):
    """The bytes of hexadecimal digits."""
    data = _decodable(s)
    data = data.upper() if casefold else data
    if any(byte not in b"0123456789ABCDEF" for byte in data):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(data)


def _eightyfive(data, letters, padded):
    missing = -len(data) % 4
    data += bytes(missing)
    result = bytearray()
    for start in range(0, len(data), 4):
        number = int.from_bytes(data[start:start + 4], "big")
        result += bytes(letters[number // 85 ** place % 85] for place in (4, 3, 2, 1, 0))
    return bytes(result if padded or not missing else result[:-missing])


def b85encode(b, pad=False):
    """Four bytes as five letters."""
    return _eightyfive(_encodable(b), _letters85, pad)


def b85decode(b):
    """The bytes of 85 characters."""
    data = _decodable(b)
    missing = -len(data) % 5
    result = bytearray()
    data += b"~" * missing
    for start in range(0, len(data), 5):
        number = 0
        for byte in data[start:start + 5]:
            value = _letters85.find(byte)
            if value < 0:
                raise ValueError(f"bad base85 character at position {start}")
            number = number * 85 + value
        result += number.to_bytes(4, "big")
    return bytes(result[:-missing] if missing else result)


def encodebytes(s):
    """Base 64 in lines of 76 characters."""
    data = _encodable(s)
    return b"".join(b64encode(data[start:start + 57]) + b"\n" for start in range(0, len(data), 57))


def decodebytes(s):
    """The bytes of lines of base64."""
    return binascii.a2b_base64(_encodable(s))
