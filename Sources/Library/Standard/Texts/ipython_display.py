# IPython.display (IPython.core.display): rich outputs, shown as text.


class _Shown:
    def __init__(self, data=None, *args, **options):
        self.data = data

    def __repr__(self):
        return f"<IPython.core.display.{type(self).__name__} object>"


class HTML(_Shown):
    pass


class Markdown(_Shown):
    pass


class Latex(_Shown):
    pass


class Math(_Shown):
    pass


class Image(_Shown):
    pass


class SVG(_Shown):
    pass


class Audio(_Shown):
    pass


def display(*objects, **options):
    from _source import show
    for object in objects:
        if not show(object):
            print(repr(object))


def clear_output(wait=False):
    pass


def set_matplotlib_formats(*formats, **options):
    pass
