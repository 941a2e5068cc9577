# hashlib: digests of bytes.
from hashlib import _block_size, _digest

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = set(algorithms_guaranteed)


class HASH:
    """A digest that grows with the bytes it is given."""

    def __init__(self, name, data):
        self.name = name
        self.block_size = _block_size(name)
        self._data = b""
        self.update(data)

    @property
    def digest_size(self):
        return len(_digest(self.name, b""))

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("object supporting the buffer API required")
        self._data += bytes(data)

    def digest(self):
        return _digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {hex(id(self))}>"


def new(name, data=b"", *, usedforsecurity=True):
    """The digest of a name."""
    if _block_size(name.lower()) is None:
        raise ValueError(f"unsupported hash type {name}")
    return HASH(name.lower(), data)


def md5(string=b"", *, usedforsecurity=True):
    """A digest of 16 bytes, which proves nothing any more."""
    return HASH("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    """A digest of 20 bytes, which proves nothing any more."""
    return HASH("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    """A digest of 28 bytes."""
    return HASH("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    """A digest of 32 bytes."""
    return HASH("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    """A digest of 48 bytes."""
    return HASH("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    """A digest of 64 bytes."""
    return HASH("sha512", string)
