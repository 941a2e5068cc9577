// Defines Scale: how data values spread along an axis (linear, log, symlog).

/// How data values spread along an axis.
public enum Scale: Hashable, Sendable {
    case linear
    /// Equal ratios get equal lengths; values at or below zero have no place.
    case log(base: Double)
    /// Linear up to ±threshold, logarithmic beyond.
    case symlog(base: Double, threshold: Double)

    /// The name pyplot gives the scale.
    public var name: String {
        switch self {
        case .linear: "linear"
        case .log: "log"
        case .symlog: "symlog"
        }
    }

    /// The value on the axis' own even ruler; NaN where the scale has no place for it.
    public func forward(_ value: Double) -> Double {
        switch self {
        case .linear:
            return value
        case .log(let base):
            return value > 0 ? log10(value) / log10(base) : .nan
        case .symlog(let base, let threshold):
            let size = abs(value)
            guard size > threshold else { return value }
            let beyond = threshold * (Scale.linearShare(base) + log10(size / threshold) / log10(base))
            return value < 0 ? -beyond : beyond
        }
    }

    /// The value at a place of the even ruler: undoes `forward`.
    public func inverse(_ place: Double) -> Double {
        switch self {
        case .linear:
            return place
        case .log(let base):
            return power(base, place)
        case .symlog(let base, let threshold):
            let size = abs(place)
            guard size > threshold else { return place }
            let value = threshold * power(base, size / threshold - Scale.linearShare(base))
            return place < 0 ? -value : value
        }
    }

    /// The length given to 0…threshold, in decades of the outer part, so that both parts meet with one slope.
    private static func linearShare(_ base: Double) -> Double { 1 / (1 - 1 / base) }

    /// Whether only values above zero can be shown.
    public var needsPositive: Bool {
        switch self {
        case .log: true
        case .linear, .symlog: false
        }
    }
}
