# numbers: the tower of numeric classes.


class Number:
    """Every number."""

    _kinds = (int, float)

    @classmethod
    def __instancecheck__(cls, instance):
        return isinstance(instance, cls.__dict__.get("_kinds", ())) or cls is not Integral and type(instance).__name__ == "Fraction"

    @classmethod
    def __subclasscheck__(cls, candidate):
        return issubclass(candidate, cls.__dict__.get("_kinds", ()))


class Complex(Number):
    """Numbers with a real and an imaginary part."""

    _kinds = (int, float)


class Real(Complex):
    """Numbers on a line."""

    _kinds = (int, float)


class Rational(Real):
    """Quotients of whole numbers."""

    _kinds = (int,)


class Integral(Rational):
    """Whole numbers."""

    _kinds = (int,)
