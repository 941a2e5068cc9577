# json: encoders that programs derive from.
from json import JSONDecodeError, dumps, loads


class JSONEncoder:
    """Writes values as JSON text; derived classes define `default` for values JSON has no form for."""

    def __init__(self, **options):
        self._options = options
        if options.get("default") is not None:
            self.default = options["default"]

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        return dumps(o, **{**self._options, "default": self.default})

    def iterencode(self, o):
        yield self.encode(o)


class JSONDecoder:
    """Reads JSON text."""

    def __init__(self, **options):
        self._options = options

    def decode(self, s):
        return loads(s, **self._options)

    def raw_decode(self, s, idx=0):
        """The value a text begins with, and where it ends."""
        try:
            return loads(s[idx:], **self._options), len(s)
        except JSONDecodeError as error:
            if not error.msg.startswith("Extra data"):
                raise
            text = s[idx:idx + error.pos].rstrip()
            return loads(text, **self._options), idx + len(text)
