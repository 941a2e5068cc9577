// Defines Normalization: data values → 0…1, before a colour map.

/// How data values are brought to 0…1 before a colour map.
public struct Normalization: Hashable, Sendable {
    /// The value that becomes 0; nil means the smallest finite value.
    public var lower: Double?
    /// The value that becomes 1; nil means the largest finite value.
    public var upper: Double?
    /// Whether ratios (not differences) are kept: for values that span decades.
    public var isLogarithmic: Bool
    /// Rising edges of bands; when set, every band has one colour.
    public var boundaries: [Double]

    public init(lower: Double? = nil, upper: Double? = nil, isLogarithmic: Bool = false, boundaries: [Double] = []) {
        self.lower = lower
        self.upper = upper
        self.isLogarithmic = isLogarithmic
        self.boundaries = boundaries
    }

    /// The same with open ends taken from the values.
    public func fitted(to values: [Double]) -> Normalization {
        guard lower == nil || upper == nil else { return self }
        var reach = Interval()
        for value in values { reach.include(value) }
        var copy = self
        let low = isLogarithmic ? reach.smallestPositive : reach.lower
        copy.lower = lower ?? (low.isFinite ? low : 0)
        copy.upper = upper ?? (reach.upper.isFinite ? reach.upper : 1)
        return copy
    }

    /// The position of a value; an empty range gives 0, NaN stays NaN.
    public func callAsFunction(_ value: Double) -> Double {
        if value.isNaN { return value }
        if boundaries.count > 1 {
            let band = boundaries.lastIndex { $0 <= value } ?? -1
            return (Double(band) + 0.5) / Double(boundaries.count - 1)
        }
        let low = lower ?? 0
        let high = upper ?? 1
        guard high > low else { return 0 }
        if isLogarithmic {
            guard value > 0, low > 0 else { return .nan }
            return (log10(value) - log10(low)) / (log10(high) - log10(low))
        }
        return (value - low) / (high - low)
    }
}
