# ast: the values of literal texts.
from _source import literal


def literal_eval(node_or_string):
    """The value of a literal text, of which nothing is executed."""
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    try:
        return literal(node_or_string.strip(" \t"))
    except ValueError:
        raise ValueError(f"malformed node or string: {node_or_string!r}") from None
