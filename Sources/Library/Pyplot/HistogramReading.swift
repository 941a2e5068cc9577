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
            artist.members = kind == "step" ? [] : mark.bars.indices.map { .object(BarObject(artist, index: $0)) }
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

/// One bar of a container.
final class BarObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Rectangle"
    private static let cls = Class(native: "Rectangle", module: "matplotlib.patches", extensible: false, rows: {
        [
            def("get_height(self)", "The height.") { (bar: BarObject) in bar.value.map { bar.isHorizontal ? $0.end - $0.start : $0.top - $0.foot } ?? 0 },
            def("get_width(self)", "The width.") { (bar: BarObject) in bar.value.map { bar.isHorizontal ? $0.top - $0.foot : $0.end - $0.start } ?? 0 },
            def("get_x(self)", "The left edge.") { (bar: BarObject) in bar.value.map { bar.isHorizontal ? $0.foot : $0.start } ?? 0 },
            def("get_y(self)", "The lower edge.") { (bar: BarObject) in bar.value.map { bar.isHorizontal ? $0.start : $0.foot } ?? 0 },
            def("set_color(self, color)", "Sets the colour.") { (bar: BarObject, color: Value) in try bar.paint(color) },
            def("set_facecolor(self, color)", "Sets the colour.") { (bar: BarObject, color: Value) in try bar.paint(color) },
            def("set_height(self, h)", "Sets the height.") { (bar: BarObject, height: Double) in
                bar.container.change(BarMark.self) { $0.bars[bar.index].top = $0.bars[bar.index].foot + height }
            },
            def("set_alpha(self, alpha)", "Sets the opacity of all bars.") { (bar: BarObject, alpha: Double) in
                bar.container.change(BarMark.self) { $0.alpha = alpha }
            },
        ]
    })

    fileprivate let container: ArtistObject
    fileprivate let index: Int

    init(_ container: ArtistObject, index: Int) {
        self.container = container
        self.index = index
        super.init(type: Self.cls)
    }

    fileprivate var isHorizontal: Bool { (container.mark as? BarMark)?.isHorizontal ?? false }
    fileprivate var value: BarMark.Bar? {
        guard let bars = (container.mark as? BarMark)?.bars, index < bars.count else { return nil }
        return bars[index]
    }

    fileprivate func paint(_ color: Value) throws {
        let paint = try PaintReading.paint(color)
        container.change(BarMark.self) { mark in
            var fills = mark.bars.indices.map { mark.fills[$0 % mark.fills.count] }
            fills[index] = paint
            mark.fills = fills
        }
    }

    override func repr() throws -> String { "<matplotlib.patches.Rectangle object at \(address)>" }
}
