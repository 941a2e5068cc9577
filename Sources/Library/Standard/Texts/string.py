# string: constants and templates.
import re

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Every word with a capital letter."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """Text with `$name` places."""

    def __init__(self, template):
        self.template = template

    def _fill(self, values, is_safe):
        def replace(match):
            if match.group() == "$$":
                return "$"
            name = match.group(1) or match.group(2)
            if name is None:
                if is_safe:
                    return match.group()
                raise ValueError("Invalid placeholder in string: line 1, col " + str(match.start() + 1))
            if is_safe and name not in values:
                return match.group()
            return str(values[name])
        return re.sub(r"\$\$|\$([a-zA-Z_]\w*)|\$\{([a-zA-Z_]\w*)\}|\$", replace, self.template)

    def substitute(self, mapping={}, /, **keywords):
        return self._fill({**mapping, **keywords}, False)

    def safe_substitute(self, mapping={}, /, **keywords):
        return self._fill({**mapping, **keywords}, True)


class Formatter:
    """`str.format` as an object whose steps can be replaced."""

    def format(self, format_string, /, *args, **keywords):
        return format_string.format(*args, **keywords)

    def vformat(self, format_string, args, keywords):
        return format_string.format(*args, **keywords)
