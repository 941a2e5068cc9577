# numbers: the tower of numeric classes.


class Number:
    _kinds = (int, float)

    @classmethod
    def __instancecheck__(cls, instance):
        return isinstance(instance, cls.__dict__.get("_kinds", ())) or cls is not Integral and type(instance).__name__ == "Fraction"

    @classmethod
    def __subclasscheck__(cls, candidate):
        return issubclass(candidate, cls.__dict__.get("_kinds", ()))


class Complex(Number):
    _kinds = (int, float)


class Real(Complex):
    _kinds = (int, float)


class Rational(Real):
    _kinds = (int,)


class Integral(Rational):
    _kinds = (int,)
