# torch.distributions.constraint_registry (torch.distributions): biject_to and transform_to, functions onto the values of a constraint.
from torch.distributions import constraints
from torch.distributions.transforms import (
    AffineTransform, ComposeTransform, ExpTransform, SigmoidTransform, SoftmaxTransform, StickBreakingTransform,
    identity_transform,
)


class ConstraintRegistry:
    """Finds the transform for a constraint by the constraint's class."""

    def __init__(self):
        self._makers = {}

    def register(self, constraint, factory=None):
        """Takes a function that makes the transform for a class of constraints (or the class of one); also a decorator."""
        if factory is None:
            return lambda factory: self.register(constraint, factory)
        self._makers[constraint if isinstance(constraint, type) else type(constraint)] = factory
        return factory

    def __call__(self, constraint):
        factory = self._makers.get(type(constraint))
        if factory is None:
            raise NotImplementedError(f"Cannot transform {type(constraint).__name__} constraints")
        return factory(constraint)


def _above(constraint):
    lower = constraint.lower_bound
    if constraint is constraints.positive or constraint is constraints.nonnegative:
        return ExpTransform()
    return ComposeTransform([ExpTransform(), AffineTransform(lower, 1)])


def _below(constraint):
    return ComposeTransform([ExpTransform(), AffineTransform(constraint.upper_bound, -1)])


def _between(constraint):
    lower, upper = constraint.lower_bound, constraint.upper_bound
    if constraint is constraints.unit_interval:
        return SigmoidTransform()
    return ComposeTransform([SigmoidTransform(), AffineTransform(lower, upper - lower)])


biject_to = ConstraintRegistry()
transform_to = ConstraintRegistry()
for registry in (biject_to, transform_to):
    for constraint in (constraints.Real, constraints.RealVector):
        registry.register(constraint, lambda constraint: identity_transform)
    for constraint in (constraints.GreaterThan, constraints.GreaterThanEq):
        registry.register(constraint, _above)
    registry.register(constraints.LessThan, _below)
    registry.register(constraints.Interval, _between)
biject_to.register(constraints.Simplex, lambda constraint: StickBreakingTransform())
transform_to.register(constraints.Simplex, lambda constraint: SoftmaxTransform())
