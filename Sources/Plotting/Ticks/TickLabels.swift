// Defines TickLabels: the shortest texts that tell evenly spaced values apart.

/// The shortest texts that tell evenly spaced values apart, with a shared power of ten or offset where that is shorter.
public enum TickLabels {
    /// Labels for values within the range `low…high`.
    public static func label(_ values: [Double], from low: Double, to high: Double) -> TickSet {
        guard values.count > 1 else { return TickSet(values.map { Tick($0, NumberText.short($0)) }) }
        let offset = sharedOffset(values)
        let rest = values.map { $0 - offset }
        let largest = rest.map(abs).max() ?? 0
        let order = largest > 0 ? log10(largest).rounded(.down) : 0
        let exponent = order <= -5 || order >= 6 ? order : 0
        let unit = power(10, exponent)
        let scaled = rest.map { $0 / unit }
        let decimals = decimals(scaled, range: abs(high - low) / unit)
        let ticks = zip(values, scaled).map { Tick($0, NumberText.fixed($1, decimals)) }
        var common = exponent == 0 ? "" : "1e\(NumberText.short(exponent))"
        if offset != 0 { common += (offset > 0 ? "+" : "") + NumberText.short(offset, digits: 10) }
        return TickSet(ticks, common: common)
    }

    /// Decimals needed to tell the values apart: enough to show every value within a thousandth of the range's size.
    private static func decimals(_ values: [Double], range: Double) -> Int {
        let spread = range > 0 ? range : values.map(abs).max() ?? 1
        guard spread > 0, spread.isFinite else { return 0 }
        let order = Int(log10(spread).rounded(.down))
        var digits = min(max(0, 3 - order), 12)
        let tolerance = 1e-3 * power(10, Double(order))
        while digits > 0 {
            let unit = power(10, Double(digits - 1))
            let same = values.allSatisfy { abs(($0 * unit).rounded() / unit - $0) < tolerance }
            if !same { break }
            digits -= 1
        }
        return digits
    }

    /// The part that all values share, when writing it once saves four digits in every label; else 0.
    private static func sharedOffset(_ values: [Double]) -> Double {
        guard let low = values.min(), let high = values.max(), low * high > 0 else { return 0 }
        let small = min(abs(low), abs(high))
        let large = max(abs(low), abs(high))
        var unit = power(10, log10(large).rounded(.up))
        var steps = 0
        while (small / unit).rounded(.down) == (large / unit).rounded(.down), steps < 20 {
            unit /= 10
            steps += 1
        }
        guard steps > 0 else { return 0 }
        unit *= 10
        let shared = (large / unit).rounded(.down)
        guard shared >= 1000 else { return 0 }
        return (low < 0 ? -1 : 1) * shared * unit
    }
}
