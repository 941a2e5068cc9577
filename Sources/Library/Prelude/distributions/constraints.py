# torch.distributions.constraints: which values a parameter or a sample may have.
import torch


class Constraint:
    """A condition on values; `check` gives a boolean for each value (or vector)."""

    is_discrete = False
    event_dim = 0

    def check(self, value):
        """Whether each value satisfies the condition."""
        raise NotImplementedError

    def __repr__(self):
        return type(self).__name__.lstrip("_") + "()"


class Real(Constraint):
    """Any number but nan."""

    def check(self, value):
        return value == value


class RealVector(Constraint):
    """Vectors of numbers but nan."""

    event_dim = 1

    def check(self, value):
        return (value == value).all(-1)


class Boolean(Constraint):
    """0 or 1."""

    is_discrete = True

    def check(self, value):
        return (value == 0) | (value == 1)


class OneHot(Constraint):
    """Vectors with one 1 among zeros."""

    is_discrete = True
    event_dim = 1

    def check(self, value):
        return ((value == 0) | (value == 1)).all(-1) & (value.sum(-1) == 1)


class Simplex(Constraint):
    """Vectors of non-negative numbers that sum to 1."""

    event_dim = 1

    def check(self, value):
        return (value >= 0).all(-1) & ((value.sum(-1) - 1).abs() < 1e-6)


class PositiveDefinite(Constraint):
    """Symmetric matrices with positive eigenvalues."""

    event_dim = 2

    def check(self, value):
        symmetric = torch.isclose(value, value.mT, atol=1e-6).all(-2).all(-1)
        return symmetric & (torch.linalg.eigvalsh(value) > 0).all(-1)


class _Bounded(Constraint):
    """A condition with one or two bounds, which its printed form names."""

    def __init__(self, lower_bound=None, upper_bound=None):
        self.lower_bound = lower_bound
        self.upper_bound = upper_bound

    def __repr__(self):
        bounds = [("lower_bound", self.lower_bound), ("upper_bound", self.upper_bound)]
        texts = [f"{name}={_plain(bound)}" for name, bound in bounds if bound is not None]
        return f"{type(self).__name__}({', '.join(texts)})"


def _plain(bound):
    return bound.item() if isinstance(bound, torch.Tensor) and bound.dim() == 0 else bound


class GreaterThan(_Bounded):
    """x > lower bound."""

    def check(self, value):
        return value > self.lower_bound


class GreaterThanEq(_Bounded):
    """x ≥ lower bound."""

    def check(self, value):
        return value >= self.lower_bound


class LessThan(_Bounded):
    """x < upper bound."""

    def __init__(self, upper_bound):
        super().__init__(None, upper_bound)

    def check(self, value):
        return value < self.upper_bound


class Interval(_Bounded):
    """lower bound ≤ x ≤ upper bound."""

    def check(self, value):
        return (value >= self.lower_bound) & (value <= self.upper_bound)


class IntegerInterval(_Bounded):
    """Whole numbers between two bounds."""

    is_discrete = True

    def check(self, value):
        return (value % 1 == 0) & (value >= self.lower_bound) & (value <= self.upper_bound)


class IntegerGreaterThan(_Bounded):
    """Whole numbers from a bound on."""

    is_discrete = True

    def check(self, value):
        return (value % 1 == 0) & (value >= self.lower_bound)


real = Real()
real_vector = RealVector()
boolean = Boolean()
one_hot = OneHot()
simplex = Simplex()
positive_definite = PositiveDefinite()
positive = GreaterThan(0.0)
nonnegative = GreaterThanEq(0.0)
unit_interval = Interval(0.0, 1.0)
nonnegative_integer = IntegerGreaterThan(0)
greater_than = GreaterThan
greater_than_eq = GreaterThanEq
less_than = LessThan
interval = Interval
integer_interval = IntegerInterval
