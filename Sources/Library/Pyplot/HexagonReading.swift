// HexagonReading: the arguments of `hexbin`.
import Plotting
import Runtime

/// Reads the arguments of `hexbin`, a few at a time.
struct HexagonReading {
    /// How the hexagons are coloured.
    struct Look {
        var normalization: Normalization
        let map: Colormap
        let alpha: Double
        let edge: Value
        let width: Double?
    }

    private let grid: HexagonGrid
    /// The points of every hexagon.
    private var members: [[Int]]
    private var shown: [Int] = []
    private var values: [Double] = []

    init(x: Value, y: Value, size: Value, extent: [Double]?) throws {
        let (xs, ys) = (try NumberGrid(x), try NumberGrid(y))
        guard xs.values.count == ys.values.count else {
            throw Raised.valueError("operands could not be broadcast together with shapes \(xs.shapeText) \(ys.shapeText) ")
        }
        var (across, up) = (Interval(), Interval())
        if let extent {
            guard extent.count == 4 else { throw Raised.valueError("not enough values to unpack (expected 4, got \(extent.count))") }
            guard extent[0] <= extent[1] else { throw Raised.valueError("In extent, xmax must be greater than xmin") }
            guard extent[2] <= extent[3] else { throw Raised.valueError("In extent, ymax must be greater than ymin") }
            (across, up) = (Interval(extent[0], extent[1]), Interval(extent[2], extent[3]))
        } else {
            for value in xs.values { across.include(value) }
            for value in ys.values { up.include(value) }
        }
        let sizes = try NumberGrid(size).values
        guard let columns = sizes.first, sizes.allSatisfy({ $0 >= 1 && $0 <= 2000 }) else { throw Raised.valueError("gridsize must be from 1 to 2000") }
        grid = HexagonGrid(
            columns: Int(columns), rows: sizes.count > 1 ? Int(sizes[1]) : nil, x: HexagonReading.widened(across), y: HexagonReading.widened(up))
        members = [[Int]](repeating: [], count: grid.xs.count)
        for index in xs.values.indices {
            if let cell = grid.cell(ofX: xs.values[index], y: ys.values[index]) { members[cell].append(index) }
        }
    }

    /// A range of some width around a single value.
    private static func widened(_ range: Interval) -> Interval {
        if range.isEmpty { return Interval(-0.1, 0.1) }
        guard range.lower == range.upper else { return range }
        let room = range.lower == 0 ? 0.1 : abs(range.lower) * 0.1
        return Interval(range.lower - room, range.upper + room)
    }

    /// The number of every hexagon: how many points it has, or what `reduce` makes of their numbers.
    mutating func gather(_ numbers: Value, reduce: Value, least: Double?) throws {
        guard !numbers.isNone else {
            shown = members.indices.filter { Double(members[$0].count) >= least ?? 0 }
            values = shown.map { Double(members[$0].count) }
            return
        }
        let all = try NumberGrid(numbers).values
        shown = members.indices.filter { !members[$0].isEmpty && Double(members[$0].count) >= least ?? 1 }
        values = try shown.map { cell in
            let own = members[cell].map { $0 < all.count ? all[$0] : .nan }
            guard !reduce.isNone else { return own.reduce(0, +) / Double(own.count) }
            return try reduce.call([.list(own.map { .float($0) })]).number() ?? .nan
        }
    }

    /// Replaces numbers by the band they lie in, where bands are asked for.
    mutating func group(by bins: Value) throws {
        guard !bins.isNone, bins.text != "log" else { return }
        var edges = try NumberGrid(bins).values
        if let count = try bins.index() {
            guard count > 1, count <= 10_000 else { throw Raised.valueError("bins must be at least 2 and at most 10000") }
            guard let low = values.min(), let high = values.max() else { return }
            edges = (0..<count - 1).map { low + (high - low) * Double($0) / Double(count - 1) }
        }
        edges.sort()
        values = values.map { value in Double(edges.count { $0 < value }) }
    }

    /// Draws the hexagons.
    func draw(on axes: AxesObject, _ look: Look, _ dict: DictObject) throws -> ArtistObject {
        var keywords = try Keywords(dict, owner: "PolyCollection")
        let fitted = look.normalization.fitted(to: values)
        let edge = look.edge.isNone || look.edge.text == "face" ? nil : try PaintReading.paint(look.edge)
        var mark = HexagonMark(
            grid, shown: shown, values: values, normalization: fitted, map: look.map, alpha: look.alpha,
            edge: edge.map { Stroke($0, width: look.width ?? 1, alpha: look.alpha) })
        try keywords.traits(&mark.traits)
        try keywords.finish()
        let artist = axes.add(mark, as: .hexagons)
        artist.mapping = (fitted, look.map)
        return artist
    }
}
