# abc: the base of abstract classes.
from _source import track_abstract


class ABC:
    """The base of classes with abstract methods."""


track_abstract(ABC)
