// CountReading: the arguments of `hist2d` → counts of points in the cells of a grid.
import Plotting
import Runtime

/// Counts points in the cells of a grid.
struct CountReading {
    private let across: [Double]
    private let upright: [Double]
    private var counts: [Double]
    private let xs: [Double]
    private let ys: [Double]
    private let isDensity: Bool

    /// Reads the points, the edges of the bins and how counts are told.
    init(_ x: Value, _ y: Value, bins: Value, range: Value, isDensity: Bool) throws {
        (xs, ys) = (try NumberGrid(x).values, try NumberGrid(y).values)
        guard xs.count == ys.count else { throw Raised.valueError("x and y must have the same length.") }
        let wanted = try CountReading.pair(bins)
        let ranges = try range.isNone ? [Value.none, .none] : range.elements()
        guard ranges.count == 2 else { throw Raised.valueError("range must have one entry per dimension") }
        across = try CountReading.edges(xs, wanted.0, ranges[0])
        upright = try CountReading.edges(ys, wanted.1, ranges[1])
        counts = [Double](repeating: 0, count: (across.count - 1) * (upright.count - 1))
        self.isDensity = isDensity
    }

    /// Bins for both directions: a number, a list of edges, or one of either for each.
    private static func pair(_ bins: Value) throws -> (Value, Value) {
        guard try bins.index() == nil else { return (bins, bins) }
        let parts = try bins.elements()
        return parts.count == 2 ? (parts[0], parts[1]) : (bins, bins)
    }

    private static func edges(_ values: [Double], _ bins: Value, _ range: Value) throws -> [Double] {
        guard let count = try bins.index() else {
            let edges = try NumberGrid(bins).values
            guard edges.count > 1 else { throw Raised.valueError("bins needs two edges at least") }
            return edges
        }
        guard count > 0, count <= 10_000 else { throw Raised.valueError("`bins` must be positive, when an integer") }
        let ends = try range.isNone ? nil : NumberGrid(range).values
        return Histogram.edges(for: values, count: count, range: ends.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil })
    }

    private static func bin(_ value: Double, _ edges: [Double]) -> Int? {
        guard value >= edges[0], value <= edges[edges.count - 1] else { return nil }
        return min(edges.count - 2, max(0, (edges.firstIndex { $0 > value } ?? edges.count - 1) - 1))
    }

    private mutating func count(_ weights: Value?) throws {
        let weights = try weights.map { try NumberGrid($0).values }
        for index in xs.indices {
            guard let column = CountReading.bin(xs[index], across), let row = CountReading.bin(ys[index], upright) else { continue }
            let weight = weights.map { index < $0.count ? $0[index] : 0 } ?? 1
            counts[row * (across.count - 1) + column] += weight
        }
        guard isDensity else { return }
        let sum = counts.reduce(0, +)
        for row in 0..<upright.count - 1 {
            for column in 0..<across.count - 1 where sum > 0 {
                let area = (across[column + 1] - across[column]) * (upright[row + 1] - upright[row])
                counts[row * (across.count - 1) + column] /= sum * area
            }
        }
    }

    /// Shows the counts and gives them back with the edges.
    mutating func draw(on axes: AxesObject, _ map: Value, _ dict: DictObject) throws -> Value {
        var keywords = try Keywords(dict, owner: "QuadMesh")
        try count(keywords.take("weights"))
        if let least = try keywords.number("cmin") { counts = counts.map { $0 < least ? .nan : $0 } }
        if let most = try keywords.number("cmax") { counts = counts.map { $0 > most ? .nan : $0 } }
        let range = try NormReading.normalization(keywords.take("norm") ?? .none, low: keywords.number("vmin"), high: keywords.number("vmax"))
        let alpha = try keywords.opacity() ?? 1
        let (columns, rows) = (across.count - 1, upright.count - 1)
        let mesh = ArrayMaking.array(counts, shape: [rows, columns])
        let rest = keywords.remainder()
        let artist = try MeshReading.draw(on: axes, [ArrayMaking.array(across), ArrayMaking.array(upright), mesh], range, map, alpha, rest)
        PyplotSession.current.mappable = artist.as(ArtistObject.self)
        // numpy counts along x first.
        let turned = (0..<columns).flatMap { column in (0..<rows).map { counts[$0 * columns + column] } }
        return .tuple([ArrayMaking.array(turned, shape: [columns, rows]), ArrayMaking.array(across), ArrayMaking.array(upright), artist])
    }
}
