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
            if self._depth and level > self._depth:
                return left + ("..." if object else "") + right
            body = ", ".join([self._flat(v, level + 1) for v in object])
            return left + body + ("," if type(object) is tuple and len(object) == 1 else "") + right
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
        if len(flat) <= self._width - indent - allowance or self._depth and level > self._depth:
            return flat
        if type(object) is dict and object:
            return self._dict(object, indent, allowance, level)
        if type(object) in (list, tuple, set) and object:
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
        lines, line, width = [], "", self._width - indent
        for i, value in enumerate(values):
            flat = self._flat(value, level + 1)
            room = width - (allowance if i == len(values) - 1 else 1)
            if line and len(line) + 2 + len(flat) <= room:
                line += ", " + flat
                continue
            if line:
                lines.append(line)
            line = self._format(value, indent, allowance if i == len(values) - 1 else 1, level + 1)
        return separator.join(lines + [line])

    def _string(self, text, indent, allowance, level):
        width = self._width - indent - (1 if level == 1 else 0)
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
        joined = ("\n" + " " * (indent + (1 if level == 1 else 0))).join(parts)
        return f"({joined})" if level == 1 else joined


def _words(line):
    import re
    return re.findall(r"\S*\s*", line)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **options):
    pprint(object, *args, sort_dicts=sort_dicts, **options)


def isreadable(object):
    return True


def saferepr(object):
    return PrettyPrinter()._flat(object, 1)
