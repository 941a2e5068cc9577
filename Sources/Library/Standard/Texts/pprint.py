# pprint: nested data over several lines.
import sys


def _key(value):
    return (str(type(value)), id(value))


def _sorted(pairs):
    try:
        return sorted(pairs)
    except TypeError:
        return sorted(pairs, key=lambda pair: (str(type(pair[0])), str(pair[0])))


class PrettyPrinter:
    """How nested data is laid out."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort_dicts, self._underscore = compact, sort_dicts, underscore_numbers

    def pprint(self, object):
        text = self.pformat(object) + "\n"
        (self._stream or sys.stdout).write(text)

    def pformat(self, object):
        return self._format(object, 0, 0, 1)

    def _flat(self, object, level):
        if isinstance(object, dict) and type(object).__repr__ is dict.__repr__ or type(object) is dict:
            if self._depth and level > self._depth:
                return "{...}" if object else "{}"
            pairs = _sorted(object.items()) if self._sort_dicts else object.items()
            return "{" + ", ".join([f"{self._flat(k, level + 1)}: {self._flat(v, level + 1)}" for k, v in pairs]) + "}"
        if type(object) in (list, tuple):
            left, right = ("[", "]") if type(object) is list else ("(", ")")
            if type(object) is tuple and len(object) == 1:
                right = ",)"
            if self._depth and level > self._depth:
                return left + ("..." if object else "") + right
            return left + ", ".join([self._flat(v, level + 1) for v in object]) + right
        if type(object) in (set, frozenset) and object:
            body = "{" + ", ".join([self._flat(v, level + 1) for v in self._ordered(object)]) + "}"
            return body if type(object) is set else f"frozenset({body})"
        if self._underscore and type(object) is int:
            return f"{object:_d}"
        return repr(object)

    def _ordered(self, values):
        try:
            return sorted(values)
        except TypeError:
            return sorted(values, key=_key)

    def _format(self, object, indent, allowance, level):
        flat = self._flat(object, level)
        if len(flat) <= self._width - indent - allowance:
            return flat
        if type(object) is dict:
            return self._dict(object, indent, allowance, level)
        if type(object) in (list, tuple) or type(object) is set and object:
            left, right = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}")}[type(object)]
            values = self._ordered(object) if type(object) is set else list(object)
            if type(object) is tuple and len(values) == 1:
                right = ",)"
            return left + " " * (self._indent - 1) + self._items(values, indent, allowance + len(right), level) + right
        if type(object) is str and len(object) > 0:
            return self._string(object, indent, allowance, level)
        return flat

    def _dict(self, object, indent, allowance, level):
        indent += self._indent
        parts = []
        pairs = list(_sorted(object.items()) if self._sort_dicts else object.items())
        for index, (key, value) in enumerate(pairs):
            name = self._flat(key, level + 1)
            last = index == len(pairs) - 1
            parts.append(f"{name}: " + self._format(value, indent + len(name) + 2, allowance + 1 if last else 1, level + 1))
        return "{" + " " * (self._indent - 1) + (",\n" + " " * indent).join(parts) + "}"

    def _items(self, values, indent, allowance, level):
        indent += self._indent
        separator = ",\n" + " " * indent
        if not self._compact:
            return separator.join(
                [self._format(v, indent, allowance if i == len(values) - 1 else 1, level + 1) for i, v in enumerate(values)])
        # Values share a line while they fit, each with a comma and a blank; what fits no line has lines of its own.
        lines, line = [], []
        for i, value in enumerate(values):
            last = i == len(values) - 1
            room = self._width - indent + 1 - (allowance if last else 0)
            flat = self._flat(value, level + 1)
            if len(flat) + 2 + sum(len(part) + 2 for part in line) > room:
                lines += [", ".join(line)] if line else []
                line = []
            if len(flat) + 2 <= room:
                line.append(flat)
            else:
                lines.append(self._format(value, indent, allowance if last else 1, level + 1))
        return separator.join(lines + ([", ".join(line)] if line else []))

    def _string(self, text, indent, allowance, level):
        # The outermost text stands in parentheses.
        outer = 1 if level == 1 else 0
        width = self._width - indent - outer
        allowance += outer
        parts = []
        lines = text.splitlines(True)
        for i, line in enumerate(lines):
            if len(repr(line)) <= width - (allowance if i == len(lines) - 1 else 0):
                parts.append(repr(line))
                continue
            current = ""
            words = [w for w in _words(line) if w]
            for j, word in enumerate(words):
                room = width - (allowance if i == len(lines) - 1 and j == len(words) - 1 else 0)
                if current and len(repr(current + word)) > room:
                    parts.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                parts.append(repr(current))
        if len(parts) == 1:
            return parts[0]
        joined = ("\n" + " " * (indent + outer)).join(parts)
        return f"({joined})" if outer else joined


def _words(line):
    import re
    return re.findall(r"\S*\s*", line)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Nested data as text over several lines."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Prints nested data over several lines."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **options):
    """As `pprint`, with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **options)


def isreadable(object):
    """Whether the text of an object can be read back."""
    return True


def saferepr(object):
    """The text of an object, in which circles are cut."""
    return PrettyPrinter()._flat(object, 1)
