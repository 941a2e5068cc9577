# torch.optim.line_search: a step length that satisfies the strong Wolfe conditions (Nocedal & Wright, section 3.5).
import math


class _Point:
    """The loss, gradient and slope at a distance along the search direction."""

    def __init__(self, length, loss, grad, slope):
        self.length = length
        self.loss = loss
        self.grad = grad
        self.slope = slope


def _cubic_minimum(a, b, low, high):
    """Where the cubic through two points with their slopes is smallest, kept within [low, high]."""
    if a.length > b.length:
        a, b = b, a
    if a.length == b.length:
        return (low + high) / 2.0
    d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.length - b.length)
    inside = d1**2 - a.slope * b.slope
    if inside < 0:
        return (low + high) / 2.0
    d2 = math.sqrt(inside)
    nearest = b.length - (b.length - a.length) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2))
    return min(max(nearest, low), high)


def strong_wolfe(
    evaluate, length, direction, loss, grad, c1=1e-4, c2=0.9, tolerance=1e-9, most=25,
):
    """Searches along a direction; `evaluate(length)` gives the loss and the flat gradient at that distance.

    Returns the loss, the gradient, the length, and how often `evaluate` was called."""
    slope = grad.dot(direction).item()
    size = direction.abs().max().item()
    start = _Point(0, loss, grad.clone(), slope)

    def sample(distance):
        new_loss, new_grad = evaluate(distance)
        return _Point(distance, new_loss, new_grad.clone(), new_grad.dot(direction).item())

    def too_high(point):
        return point.loss > start.loss + c1 * point.length * slope

    def flat(point):
        return abs(point.slope) <= -c2 * slope

    calls = 1
    previous, point = start, sample(length)
    bracket = None
    for tries in range(most):
        if too_high(point) or (tries > 1 and point.loss >= previous.loss):
            bracket = [previous, point]
        elif flat(point):
            return point.loss, point.grad, point.length, calls
        elif point.slope >= 0:
            bracket = [previous, point]
        if bracket:
            break
        low = point.length + 0.01 * (point.length - previous.length)
        further = _cubic_minimum(previous, point, low, point.length * 10)
        previous, point = point, sample(further)
        calls += 1
    if bracket is None:
        bracket = [start, point]
    best, calls = _zoom(bracket, sample, too_high, flat, size, tolerance, most, calls)
    return best.loss, best.grad, best.length, calls


def _zoom(bracket, sample, too_high, flat, size, tolerance, most, calls):
    """Narrows a bracket until a point in it satisfies the conditions, or nothing is gained any more."""
    low, high = (bracket[0], bracket[1]) if bracket[0].loss <= bracket[1].loss else (bracket[1], bracket[0])
    stuck = False
    tries = 0
    while tries < most and abs(high.length - low.length) * size >= tolerance:
        tries += 1
        left, right = min(low.length, high.length), max(low.length, high.length)
        length = _cubic_minimum(low, high, left, right)
        margin = 0.1 * (right - left)
        if min(right - length, length - left) < margin:
            # a guess too near an end twice in a row makes no progress
            if stuck or length >= right or length <= left:
                length = right - margin if abs(length - right) < abs(length - left) else left + margin
                stuck = False
            else:
                stuck = True
        else:
            stuck = False
        point = sample(length)
        calls += 1
        if too_high(point) or point.loss >= low.loss:
            high = point
            if low.loss > high.loss:
                low, high = high, low
        else:
            if flat(point):
                return point, calls
            if point.slope * (high.length - low.length) >= 0:
                high = low
            low = point
    return low, calls
