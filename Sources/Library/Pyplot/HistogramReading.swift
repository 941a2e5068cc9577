// HistogramReading: the arguments of `hist` → counts, and their bars.
import Plotting
import Runtime

/// Reads the arguments of `hist`.
struct HistogramReading {
    private let groups: [[Double]]
    private let edges: [Double]
    private let heights: [[Double]]
    var isStacked = false
    var isHorizontal = false
    /// The width of bars as a share of the bin.
    var share: Double?
    /// "bar", "step", "stepfilled", "barstacked".
    var kind = "bar"

    init(_ x: Value, bins: Value, range: [Double]?, weights: Value, density: Bool, cumulative: Value) throws {
        groups = try BarRows.groups(x)
        let all = groups.flatMap { $0 }
        if let given = bins.object, bins.text == nil, let grid = try? NumberGrid(.object(given)), grid.shape.count == 1 {
            guard zip(grid.values, grid.values.dropFirst()).allSatisfy({ $0 <= $1 }) else {
                throw Raised.valueError("`bins` must increase monotonically, when an array")
            }
            edges = grid.values
        } else if bins.text != nil {
            edges = try HistogramReading.estimated(all, bins, range)
        } else {
            let count = try bins.index() ?? 10
            guard count > 0 else { throw Raised.valueError("`bins` must be positive, when an integer") }
            // Every bar is an object that programs may change.
            guard count <= 1_000_000 else { throw Raised.valueError("a histogram has at most 1000000 bins here") }
            edges = Histogram.edges(for: all, count: count, range: range.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil })
        }
        let weight = weights.isNone ? [] : try NumberGrid(weights).values
        guard weight.isEmpty || weight.count == all.count else { throw Raised.valueError("weights should have the same shape as x") }
        let edges = edges
        heights = try groups.map { group in
            let histogram = Histogram(group, edges: edges, weights: weight)
            let counts = density ? histogram.density : histogram.counts
            guard try cumulative.truth() else { return counts }
            let shares = density ? counts.indices.map { counts[$0] * (edges[$0 + 1] - edges[$0]) } : counts
            // A negative number counts from the other end.
            return try cumulative.number() ?? 1 < 0 ? Histogram.cumulative(shares.reversed()).reversed() : Histogram.cumulative(shares)
        }
    }

    /// The edges that numpy's estimators ("auto", "fd", "sqrt" …) find.
    private static func estimated(_ values: [Double], _ name: Value, _ range: [Double]?) throws -> [Double] {
        let ends = range.map { Value.tuple($0.map { .float($0) }) } ?? .none
        let numpy = try Interpreter.current.importModule("numpy")
        return try NumberGrid(numpy.callMethod("histogram_bin_edges", [ArrayMaking.array(values), name, ends])).values
    }

    /// Draws the bars.
    /// - Returns: (counts, edges, container), as matplotlib.
    func draw(on axes: AxesObject, color: Value, label: Value, _ dict: DictObject) throws -> Value {
        let paints = try color.isNone ? nil : PaintReading.paints(color)
        let labels = label.text == nil ? label.sequenceElements?.compactMap(\.text) : nil
        var floor = [Double](repeating: 0, count: max(edges.count - 1, 0))
        var containers: [Value] = []
        for (index, counts) in heights.enumerated() {
            var keywords = try Keywords(dict, owner: "Rectangle")
            let named = try keywords.paints("facecolor", "fc")
            let paint = paints.map { $0[index % max($0.count, 1)] } ?? named?.first ?? axes.nextPaint()
            var mark = BarMark(bars: bars(counts, floor, index), isHorizontal: isHorizontal, fills: [paint])
            mark.traits.label = try labels.map { index < $0.count ? $0[index] : "" } ?? (label.isNone ? nil : label.str())
            try BarRows.edges(&keywords, of: &mark)
            if kind == "step" {
                mark.edge = mark.edge ?? Stroke(paint)
                mark.fills = [.none]
            }
            try keywords.finish()
            let artist = kind == "step" ? axes.add(outline(counts, floor, mark), as: .polygon) : axes.add(mark, as: .bars)
            artist.members = kind == "step" ? [] : mark.bars.indices.map { .object(BarObject(artist, index: $0, across: mark.bars[$0].end - mark.bars[$0].start)) }
            containers.append(kind == "step" && heights.count == 1 ? .list([.object(artist)]) : .object(artist))
            if isStacked || kind == "barstacked" { floor = zip(floor, counts).map { $0 + $1 } }
        }
        guard heights.count != 1 else { return .tuple([ArrayMaking.array(heights[0]), ArrayMaking.array(edges), containers[0]]) }
        var told = heights
        // Of stacked bars the tops are told.
        if isStacked { for index in told.indices.dropFirst() { told[index] = zip(told[index - 1], told[index]).map { $0 + $1 } } }
        let counts = ArrayMaking.array(told.flatMap { $0 }, shape: [told.count, max(edges.count - 1, 0)])
        return .tuple([counts, ArrayMaking.array(edges), .object(ArtistListObject(containers))])
    }

    private func bars(_ counts: [Double], _ floor: [Double], _ group: Int) -> [BarMark.Bar] {
        let isBeside = heights.count > 1 && !isStacked && kind == "bar"
        return counts.indices.map { bin in
            let (start, end) = (edges[bin], edges[bin + 1])
            let part = share ?? (isBeside ? 0.8 : 1)
            let room = (end - start) * part
            let width = isBeside ? room / Double(heights.count) : room
            let left = start + (end - start - room) / 2 + (isBeside ? width * Double(group) : 0)
            return BarMark.Bar(start: left, end: left + width, foot: floor[bin], top: floor[bin] + counts[bin])
        }
    }

    /// The skyline of the counts without lines between bins.
    private func outline(_ counts: [Double], _ floor: [Double], _ bars: BarMark) -> PolygonMark {
        var points: [(x: Double, y: Double)] = []
        for bin in counts.indices {
            points += [(edges[bin], floor[bin] + counts[bin]), (edges[bin + 1], floor[bin] + counts[bin])]
        }
        if let first = edges.first, let last = edges.last { points = [(first, 0)] + points + [(last, 0)] }
        let ring = isHorizontal ? points.map { (x: $0.y, y: $0.x) } : points
        var mark = PolygonMark(rings: [ring], fill: .none, edge: bars.edge, label: bars.traits.label)
        mark.isClosed = false
        return mark
    }
}
