# textwrap: paragraphs of a given width.
import re


# Dashes of two hyphens or more between words stand alone.
_dash = re.compile(r"""(?<=[\w!"'&.,?])(-{2,})(?=\w)""")
# A line may break behind a hyphen with two letters before it (or a letter with a hyphen of its own) and two behind it.
_hyphen = re.compile(r"(?:(?<=[^\W\d]{2}-)|(?<=[^\W\d]-[^\W\d]-))(?=[^\W\d]-?[^\W\d])")


class TextWrapper:
    """How a paragraph is broken into lines."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = re.sub(r"[\t\n\v\f\r]", " ", text)
        chunks = []
        for part in re.split("([\t\n\v\f\r ]+)", text):
            if self.break_on_hyphens:
                for piece in re.split(_dash, part):
                    chunks.extend(re.split(_hyphen, piece))
            else:
                chunks.append(part)
        return [chunk for chunk in chunks if chunk]

    def wrap(self, text):
        chunks = self._chunks(text)[::-1]
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if width <= 0:
                raise ValueError(f"invalid width {self.width!r} (must be > 0)")
            if self.drop_whitespace and lines and chunks[-1].isspace():
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break_word(chunks, line, width, length)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines or \
                    (not chunks or self.drop_whitespace and len(chunks) == 1 and chunks[0].isspace()) and length <= width:
                lines.append(indent + "".join(line))
                continue
            while line:
                if not line[-1].isspace() and length + len(self.placeholder) <= width:
                    lines.append(indent + "".join(line) + self.placeholder)
                    break
                length -= len(line.pop())
            else:
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _break_word(self, chunks, line, width, length):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            # A hyphen in the part that fits is the better place, unless nothing but hyphens stands before it.
            hyphen = chunks[-1].rfind("-", 0, space) if self.break_on_hyphens else -1
            if hyphen > 0 and chunks[-1][:hyphen].strip("-"):
                space = hyphen + 1
            # In a full line this is an empty part, which keeps a blank before it from being dropped, as in CPython.
            line.append(chunks[-1][:space])
            chunks[-1] = chunks[-1][space:]
        elif not line:
            line.append(chunks.pop())

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **options):
    """The lines of a paragraph."""
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    """A paragraph broken into lines."""
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    """A text cut at a word to fit a width."""
    return TextWrapper(width=width, max_lines=1, **options).fill(" ".join(text.strip().split()))


def dedent(text):
    """A text without the indent that all its lines share."""
    text = re.sub(r"(?m)^[ \t]+$", "", text)
    margin = None
    for line in text.split("\n"):
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    if not margin:
        return text
    return "\n".join(line[len(margin):] if line.startswith(margin) else line for line in text.split("\n"))


def indent(text, prefix, predicate=None):
    """A text with something before each line that is not blank."""
    predicate = predicate or (lambda line: line.strip())
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
