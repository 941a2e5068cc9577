# zlib: checksums. (Nothing is compressed here.)


def _entry(byte):
    for _ in range(8):
        byte = byte >> 1 ^ (0xEDB88320 if byte & 1 else 0)
    return byte


_table = [_entry(byte) for byte in range(256)]


def crc32(data, value=0, /):
    """The checksum that archives use."""
    rest = value ^ 0xFFFFFFFF
    for byte in data:
        rest = rest >> 8 ^ _table[(rest ^ byte) & 255]
    return rest ^ 0xFFFFFFFF


def adler32(data, value=1, /):
    """A sum of sums, quicker and weaker."""
    low, high = value & 0xFFFF, value >> 16
    for byte in data:
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low
