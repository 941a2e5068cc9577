# binascii: bytes as digits and letters, checksums.
_letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class Error(ValueError):
    """A text that stands for no bytes."""


def hexlify(data, sep=None, bytes_per_sep=1):
    """Bytes as hexadecimal digits."""
    text = bytes(data).hex() if sep is None else bytes(data).hex(sep if isinstance(sep, str) else sep.decode(), bytes_per_sep)
    return text.encode("ascii")


def unhexlify(hexstr, /):
    """The bytes of hexadecimal digits."""
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(c not in "0123456789abcdefABCDEF" for c in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


b2a_hex = hexlify
a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    """Bytes as a line of base64."""
    import base64
    return base64.b64encode(data) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes behind base 64."""
    result = bytearray()
    bits, count, padding, letters = 0, 0, 0, 0
    data = data.encode("ascii") if isinstance(data, str) else bytes(data)
    for index, byte in enumerate(data):
        if byte == 61:
            padding += 1
            if strict_mode and letters == 0:
                raise Error("Leading padding not allowed")
            if letters % 4 >= 2 and (letters + padding) % 4 == 0:
                if strict_mode and index + 1 < len(data):
                    raise Error("Excess data after padding")
                break
            continue
        value = _letters.find(byte)
        if value < 0:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and padding:
            raise Error("Discontinuous padding not allowed")
        padding = 0
        letters += 1
        bits, count = (bits << 6 | value) & 0xFFFFFF, count + 6
        if count >= 8:
            count -= 8
            result.append(bits >> count & 255)
    if letters % 4 == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({letters}) cannot be 1 more than a multiple of 4")
    if letters % 4 and (letters + padding) % 4:
        raise Error("Incorrect padding")
    return bytes(result)


def crc32(data, value=0, /):
    """The checksum that archives use."""
    import zlib
    return zlib.crc32(data, value)
