# IPython.display (IPython.core.display): rich outputs, shown as text.


class _Shown:
    def __init__(self, data=None, *args, **options):
        self.data = data

    def __repr__(self):
        return f"<IPython.core.display.{type(self).__name__} object>"


class HTML(_Shown):
    """A text of HTML."""


class Markdown(_Shown):
    """A text of Markdown."""


class Latex(_Shown):
    """A text of LaTeX."""


class Math(_Shown):
    """A formula."""


class Image(_Shown):
    """A picture."""


class SVG(_Shown):
    """A drawing."""


class Audio(_Shown):
    """A sound, which pages do not play."""


def display(*objects, **options):
    """Shows objects."""
    from _source import show
    for object in objects:
        if not show(object):
            print(repr(object))


def clear_output(wait=False):
    """Does nothing: outputs stay."""


def set_matplotlib_formats(*formats, **options):
    """Does nothing: figures are drawings."""
