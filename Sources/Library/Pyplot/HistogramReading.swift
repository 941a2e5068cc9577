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

    init(_ x: Value, bins: Value, range: [Double]?, weights: Value, density: Bool, cumulative: Bool) throws {
        groups = try BarRows.groups(x)
        let all = groups.flatMap { $0 }
        if let given = bins.object, bins.text == nil, let grid = try? NumberGrid(.object(given)), grid.shape.count == 1 {
            edges = grid.values
        } else {
            let count = try bins.index() ?? (bins.text == nil ? 10 : HistogramReading.automatic(all))
            guard count > 0 else { throw Raised.valueError("`bins` must be positive, when an integer") }
            edges = Histogram.edges(for: all, count: count, range: range.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil })
        }
        let weight = weights.isNone ? [] : try NumberGrid(weights).values
        let edges = edges
        heights = groups.map { group in
            let histogram = Histogram(group, edges: edges, weights: weight)
            let counts = density ? histogram.density : histogram.counts
            guard cumulative else { return counts }
            return Histogram.cumulative(density ? counts.indices.map { counts[$0] * (edges[$0 + 1] - edges[$0]) } : counts)
        }
    }

    /// Bins for `bins="auto"`: Sturges' rule.
    private static func automatic(_ values: [Double]) -> Int {
        var count = 1
        while count < 1000, 1 << (count - 1) < values.count { count += 1 }
        return max(count, 1)
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
            containers.append(.object(artist))
            if isStacked || kind == "barstacked" { floor = zip(floor, counts).map { $0 + $1 } }
        }
        let counts = heights.map(ArrayMaking.array)
        let isSingle = heights.count == 1
        return .tuple([isSingle ? counts[0] : .list(counts), ArrayMaking.array(edges), isSingle ? containers[0] : .list(containers)])
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
