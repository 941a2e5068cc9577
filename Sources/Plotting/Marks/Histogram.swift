// Defines Histogram: counts of values in even or given bins.

/// Counts of values in bins; every bin holds its lower edge, the last one its upper edge too.
public struct Histogram: Hashable, Sendable {
    /// Rising edges, one more than bins.
    public let edges: [Double]
    /// Sums of weights (counts where every weight is 1).
    public let counts: [Double]

    /// Counts `values` between `edges`; NaN and values outside are left out. `weights` empty means 1 for each value.
    public init(_ values: [Double], edges: [Double], weights: [Double] = []) {
        self.edges = edges
        var counts = [Double](repeating: 0, count: max(edges.count - 1, 0))
        if let first = edges.first, let last = edges.last, !counts.isEmpty {
            for (index, value) in values.enumerated() where value >= first && value <= last {
                var (low, high) = (0, edges.count - 1)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if edges[middle] <= value { low = middle } else { high = middle }
                }
                counts[low] += index < weights.count ? weights[index] : 1
            }
        }
        self.counts = counts
    }

    /// Even edges over the values' range (or the given one); a range of a single value becomes one unit wide.
    public static func edges(for values: [Double], count: Int, range: (Double, Double)? = nil) -> [Double] {
        var reach = Interval()
        if let range { reach = Interval(range.0, range.1) } else { for value in values { reach.include(value) } }
        var (low, high) = reach.isEmpty ? (0, 1) : (reach.lower, reach.upper)
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        let count = max(count, 1)
        return (0...count).map { $0 == count ? high : low + (high - low) * Double($0) / Double(count) }
    }

    /// The counts as a density: bars whose areas sum to 1.
    public var density: [Double] {
        let total = counts.reduce(0, +)
        return counts.indices.map { total > 0 ? counts[$0] / total / (edges[$0 + 1] - edges[$0]) : 0 }
    }

    /// The counts summed up from the left.
    public static func cumulative(_ counts: [Double]) -> [Double] {
        var sum = 0.0
        return counts.map {
            sum += $0
            return sum
        }
    }
}
