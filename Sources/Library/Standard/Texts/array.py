# array: numbers of one kind in a row.
import struct

from _source import show_module

typecodes = "bBuhHiIlLqQfd"


def _checked(code, value):
    if code in "fd":
        if not isinstance(value, (int, float)):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        return struct.unpack("f", struct.pack("f", value))[0] if code == "f" else float(value)
    if code == "u":
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError("array item must be a unicode character, not " + type(value).__name__)
        return value
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    bits = 8 * _size(code)
    value = value.__index__()
    low, high = (0, 2 ** bits - 1) if code.isupper() else (-2 ** (bits - 1), 2 ** (bits - 1) - 1)
    if not low <= value <= high:
        words = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short"}
        side = "less than minimum" if value < low else "greater than maximum"
        if code in words:
            raise OverflowError(f"{words[code]} is {side}")
        raise OverflowError("Python int too large to convert to C long" if bits == 64 else f"{'' if code == 'I' else 'signed '}{'unsigned int' if code == 'I' else 'integer'} is {side}")
    return value


def _size(code):
    return 4 if code == "u" else 8 if code in "lL" else struct.calcsize(code)


@show_module
class array:
    """Numbers of the kind a letter names: `array('d', [1.5, 2.5])`."""

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = _size(typecode)
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def append(self, value, /):
        self._items.append(_checked(self.typecode, value))

    def extend(self, values, /):
        if isinstance(values, array) and values.typecode != self.typecode:
            raise TypeError("can only extend with array of same kind")
        for value in values:
            self.append(value)

    def insert(self, index, value, /):
        self._items.insert(index, _checked(self.typecode, value))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(index)

    def remove(self, value, /):
        if value not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(value)

    def index(self, value, /):
        if value not in self._items:
            raise ValueError("array.index(x): x not in array")
        return self._items.index(value)

    def count(self, value, /):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def fromlist(self, values, /):
        self.extend(values)

    def _layout(self, count):
        code = {"l": "q", "L": "Q", "u": "I"}.get(self.typecode, self.typecode)
        return f"<{count}{code}"

    def tobytes(self):
        items = [ord(item) for item in self._items] if self.typecode == "u" else self._items
        return struct.pack(self._layout(len(items)), *items)

    def frombytes(self, data, /):
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        items = struct.unpack(self._layout(len(data) // self.itemsize), bytes(data))
        self._items.extend(map(chr, items) if self.typecode == "u" else items)

    def byteswap(self):
        size, data = self.itemsize, self.tobytes()
        self._items = []
        self.frombytes(b"".join(data[start:start + size][::-1] for start in range(0, len(data), size)))

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return array(self.typecode, self._items[key])
        try:
            return self._items[key]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._require_same(value)
            self._items[key] = value._items
            return
        value = _checked(self.typecode, value)
        try:
            self._items[key] = value
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def _require_same(self, other):
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")

    def __delitem__(self, key):
        del self._items[key]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        self._require_same(other)
        return array(self.typecode, self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        return array(self.typecode, self._items * count)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        return f"array('{self.typecode}', {''.join(self._items)!r})" if self.typecode == "u" else f"array('{self.typecode}', {self._items!r})"


ArrayType = array
