# abc: the base of abstract classes.
from _source import track_abstract


class ABC:
    """The base of classes with abstract methods."""

    @classmethod
    def register(cls, subclass):
        """Lets another class count as derived from this one."""
        cls._registered_ = cls.__dict__.get("_registered_", ()) + (subclass,)
        return subclass

    @classmethod
    def __subclasshook__(cls, subclass):
        return NotImplemented

    @classmethod
    def __subclasscheck__(cls, subclass):
        known = cls.__subclasshook__(subclass)
        if known is not NotImplemented:
            return bool(known)
        return any(issubclass(subclass, other) for other in cls.__dict__.get("_registered_", ())) \
            or any(issubclass(subclass, derived) for derived in cls.__subclasses__())

    @classmethod
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))


track_abstract(ABC)
