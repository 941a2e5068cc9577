// Defines LinearTicks: round, evenly spaced values inside a range.

/// Round, evenly spaced values inside a range.
public enum LinearTicks {
    private static let steps = [1, 2, 2.5, 5, 10]
    private static let integerSteps: [Double] = [1, 2, 5, 10]

    /// Multiples of a round step (1, 2, 2.5 or 5 times a power of ten) within `low…high`, with at most `count` gaps and, where
    /// possible, at least two values. Empty when the range is not finite.
    public static func values(from low: Double, to high: Double, count: Int, integer: Bool = false) -> [Double] {
        let (low, high) = low <= high ? (low, high) : (high, low)
        let span = high - low
        guard span.isFinite, span > 0, count > 0 else { return low.isFinite ? [low] : [] }
        let choices = integer ? integerSteps : steps
        let raw = span / Double(count)
        var exponent = log10(raw).rounded(.down)
        if integer { exponent = max(exponent, 0) }
        let magnitude = power(10, exponent)
        var candidates = choices.map { $0 * magnitude }
        if !integer || exponent > 0 { candidates = choices.dropLast().map { $0 * magnitude / 10 } + candidates }
        let first = candidates.firstIndex { $0 >= raw * (1 - 1e-10) } ?? candidates.count - 1
        for step in candidates[...first].reversed() {
            let values = multiples(of: step, from: low, to: high)
            if values.count >= 2 || integer { return values }
        }
        return multiples(of: candidates[0], from: low, to: high)
    }

    /// Multiples of `step` within `low…high`, widened by a rounding error; at most 1000.
    public static func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
        let slack = 1e-9
        let first = (low / step - slack).rounded(.up)
        let last = (high / step + slack).rounded(.down)
        guard step > 0, first.isFinite, last.isFinite, last >= first, last - first <= 1000 else { return [] }
        return (0...Int(last - first)).map { index in
            let value = (first + Double(index)) * step
            return value == 0 ? 0 : value
        }
    }
}
