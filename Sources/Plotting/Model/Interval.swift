// Defines Interval: the reach of finite numbers, grown one value at a time.

/// The reach of the finite values included so far; empty at first.
public struct Interval: Hashable, Sendable {
    public private(set) var lower = Double.infinity
    public private(set) var upper = -Double.infinity
    /// The smallest value above zero: where a log axis can start.
    public private(set) var smallestPositive = Double.infinity

    public init() {}

    public init(_ lower: Double, _ upper: Double) {
        include(lower)
        include(upper)
    }

    public var isEmpty: Bool { lower > upper }

    /// Grows to hold the value; NaN and infinities are passed over.
    public mutating func include(_ value: Double) {
        guard value.isFinite else { return }
        if value < lower { lower = value }
        if value > upper { upper = value }
        if value > 0, value < smallestPositive { smallestPositive = value }
    }

    /// Grows to hold the other interval.
    public mutating func include(_ other: Interval) {
        guard !other.isEmpty else { return }
        include(other.lower)
        include(other.upper)
        if other.smallestPositive < smallestPositive { smallestPositive = other.smallestPositive }
    }
}

/// What a mark covers in data space, and the values beyond which no margin is wanted (a bar's foot, an image's edge).
public struct Reach: Sendable {
    public var x = Interval()
    public var y = Interval()
    public var stickyX: [Double] = []
    public var stickyY: [Double] = []

    public init() {}

    /// Grows to hold the points where both coordinates are finite.
    public mutating func include(_ xs: [Double], _ ys: [Double]) {
        for (x, y) in zip(xs, ys) where x.isFinite && y.isFinite {
            self.x.include(x)
            self.y.include(y)
        }
    }

    /// Widens the reach by another.
    public mutating func include(_ other: Reach) {
        x.include(other.x)
        y.include(other.y)
        stickyX += other.stickyX
        stickyY += other.stickyY
    }
}
