// Defines Axis: one direction of a chart — its label, limits, scale and ticks.

/// Which ticks an axis carries.
public enum TickChoice: Hashable, Sendable {
    /// Round values that fit the length.
    case automatic
    /// Round values, at most this many gaps; whole numbers only if asked.
    case atMost(Int, integer: Bool)
    /// Every multiple of a step.
    case multiples(of: Double)
    /// These values; labels nil means the numbers themselves.
    case fixed([Double], labels: [String]?)
}

/// One direction of a chart.
public struct Axis: Hashable, Sendable {
    public var label = ""
    public var labelStyle = TextStyle(size: TextSize.label)
    public var scale = Scale.linear
    /// Set limits; nil ends follow the data. A lower end above the upper one turns the axis round.
    public var lower: Double?
    public var upper: Double?
    /// Whether the axis runs the other way (where limits follow the data).
    public var isInverted = false
    /// Whether limits that follow the data reach to zero.
    public var includesZero = false
    /// Room beyond the data, as a share of its length.
    public var margin = 0.05
    public var ticks = TickChoice.automatic
    /// Replaces the labels of automatic ticks ("%d", "{x:.2f}" are resolved by the caller into texts).
    public var labels: [String]?
    public var tickStyle = TextStyle(size: TextSize.tick)
    public var showsTicks = true
    public var showsLabels = true
    public var showsMinorTicks = false
    /// Whether label and ticks stand on the far side (right, top).
    public var isFar = false
    public var isVisible = true
    public var grid: Stroke?
    public var minorGrid: Stroke?
    /// Names of places 0, 1, 2 … for axes of categories.
    public var categories: [String] = []

    public init() {}

    /// The shown range for data of the given reach: set limits, else the data with its margin. Always finite with lower ≠ upper.
    public func limits(for reach: Interval, sticky: [Double] = []) -> (lower: Double, upper: Double) {
        let automatic = automaticLimits(for: reach, sticky: sticky)
        var (low, high) = (lower ?? automatic.lower, upper ?? automatic.upper)
        if scale.needsPositive {
            if !(low > 0) { low = automatic.lower }
            if !(high > 0) { high = automatic.upper }
        }
        low = low.isFinite ? Axis.finite(low, scale) : automatic.lower
        high = high.isFinite ? Axis.finite(high, scale) : automatic.upper
        if low == high { (low, high) = Axis.widened(low, high, scale) }
        if isInverted, lower == nil || upper == nil, low < high { swap(&low, &high) }
        return (low, high)
    }

    private func automaticLimits(for reach: Interval, sticky: [Double]) -> (lower: Double, upper: Double) {
        var low = scale.needsPositive ? reach.smallestPositive : reach.lower
        var high = reach.upper
        guard low.isFinite, high.isFinite, low <= high else { return scale.needsPositive ? (0.1, 1) : (0, 1) }
        let isSingle = abs(high - low) <= 1e-15 * max(abs(low), abs(high))
        if isSingle { (low, high) = Axis.widened(low, high, scale) }
        // Half the numbers keep their difference finite.
        low = max(low, -8e307)
        high = min(high, 8e307)
        let (start, end) = (scale.forward(low), scale.forward(high))
        let room = (end - start) * margin
        let stops = isSingle ? [] : sticky
        let tolerance = (high - low) * 1e-9
        let lowSticks = stops.contains { abs($0 - low) <= tolerance }
        let highSticks = stops.contains { abs($0 - high) <= tolerance }
        let lowest = includesZero && !scale.needsPositive && low >= 0 ? 0 : lowSticks ? low : scale.inverse(start - room)
        return (Axis.finite(lowest, scale), Axis.finite(highSticks ? high : scale.inverse(end + room), scale))
    }

    /// The limit brought to where arithmetic stays finite (and, on a log axis, above zero).
    private static func finite(_ limit: Double, _ scale: Scale) -> Double {
        scale.needsPositive ? min(max(limit, 1e-307), 1e307) : min(max(limit, -8.9e307), 8.9e307)
    }

    /// A small range around a single value.
    private static func widened(_ low: Double, _ high: Double, _ scale: Scale) -> (Double, Double) {
        if scale.needsPositive { return (low / 10, high * 10) }
        if abs(low) < 1e-300 { return (-0.05, 0.05) }
        return (low - abs(low) * 0.05, high + abs(high) * 0.05)
    }

    /// The ticks within the shown range, for an axis with room for `count` labels.
    public func tickSet(from lower: Double, to upper: Double, count: Int) -> TickSet {
        let (low, high) = lower <= upper ? (lower, upper) : (upper, lower)
        var set = chosenTicks(from: low, to: high, count: count)
        let slack = (scale.forward(high) - scale.forward(low)) * 1e-6
        set.ticks.removeAll { tick in
            let place = scale.forward(tick.value)
            return !(place >= scale.forward(low) - slack && place <= scale.forward(high) + slack)
        }
        return set
    }

    /// The ticks before those outside the range are left out.
    func chosenTicks(from low: Double, to high: Double, count: Int) -> TickSet {
        switch ticks {
        case .fixed(let values, let names):
            let given = names ?? labels
            let own = TickLabels.label(values, from: low, to: high)
            guard let given else { return own }
            return TickSet(zip(values.indices, values).map { Tick($1, $0 < given.count ? given[$0] : "") })
        case .multiples(let step):
            return numbered(LinearTicks.multiples(of: step, from: low, to: high), low, high)
        case .atMost(let most, let integer):
            return numbered(LinearTicks.values(from: low, to: high, count: min(most, max(count, 1)), integer: integer), low, high)
        case .automatic:
            return automaticTicks(from: low, to: high, count: count)
        }
    }

    private func automaticTicks(from low: Double, to high: Double, count: Int) -> TickSet {
        if !categories.isEmpty { return TickSet(categories.enumerated().map { Tick(Double($0.offset), $0.element) }) }
        switch scale {
        case .linear:
            return numbered(LinearTicks.values(from: low, to: high, count: count), low, high)
        case .log(let base):
            let ticks = LogTicks.ticks(from: low, to: high, base: base, count: count)
            if ticks.count(where: { !$0.isMinor }) >= 2 { return TickSet(ticks) }
            return TickSet(LogTicks.plain(from: low, to: high, count: count) + ticks.filter(\.isMinor))
        case .symlog(let base, let threshold):
            return TickSet(LogTicks.symmetric(from: low, to: high, base: base, threshold: threshold, count: count))
        }
    }

    private func numbered(_ values: [Double], _ low: Double, _ high: Double) -> TickSet {
        guard let labels else {
            var set = TickLabels.label(values, from: low, to: high)
            if showsMinorTicks, values.count > 1 { set.ticks += minor(between: values, low, high) }
            return set
        }
        return TickSet(values.enumerated().map { Tick($0.element, $0.offset < labels.count ? labels[$0.offset] : "") })
    }

    /// Marks that cut every gap in five.
    private func minor(between values: [Double], _ low: Double, _ high: Double) -> [Tick] {
        let step = values[1] - values[0]
        return LinearTicks.multiples(of: step / 5, from: low, to: high).filter { value in
            !values.contains { abs($0 - value) < step / 100 }
        }.map { Tick($0, "", isMinor: true) }
    }
}
