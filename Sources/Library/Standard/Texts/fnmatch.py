# fnmatch: file name patterns.
import re


def translate(pat):
    """The regular expression of a pattern."""
    result, index = "", 0
    while index < len(pat):
        letter = pat[index]
        index += 1
        if letter == "*":
            result += ".*"
        elif letter == "?":
            result += "."
        elif letter == "[" and "]" in pat[index + 1:]:
            end = pat.index("]", index + 1)
            body = pat[index:end]
            result += "[" + ("^" + body[1:] if body.startswith("!") else body) + "]"
            index = end + 1
        else:
            result += re.escape(letter)
    return f"(?s:{result})\\Z"


def fnmatch(name, pat):
    """Whether a name matches a pattern."""
    return re.match(translate(pat), name) is not None


fnmatchcase = fnmatch


def filter(names, pat):
    """The names that match a pattern."""
    return [name for name in names if fnmatch(name, pat)]
