# uuid: identifiers drawn at random.
import random


class UUID:
    """An identifier of 128 bits."""

    def __init__(self, hex=None, *, int=None):
        self.int = int if int is not None else _parse(hex)

    @property
    def hex(self):
        return f"{self.int:032x}"

    def __str__(self):
        h = self.hex
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def __repr__(self):
        return f"UUID({str(self)!r})"

    def __eq__(self, other):
        return isinstance(other, UUID) and self.int == other.int

    def __hash__(self):
        return hash(self.int)


def _parse(text):
    return int(text.replace("-", ""), 16)


_source = random.Random()


def uuid4():
    """An identifier drawn at random."""
    value = _source.getrandbits(128)
    value = value & ~(0xF << 76) | 4 << 76
    return UUID(int=value & ~(3 << 62) | 2 << 62)


uuid1 = uuid4
