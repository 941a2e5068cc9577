// SpanRows: stairs, marks of events, broken bars, and shares of what is smaller.
import Plotting
import Runtime

/// What is drawn from spans of one axis.
enum SpanRows {
    /// The methods.
    static let all: [Row] = [
        def("stairs(self, values, edges=None, *, orientation='vertical', baseline=0, fill=False, data=None, **kwargs)",
            "Draws a level line over each span between edges.",
            example: "import matplotlib.pyplot as plt\nplt.stairs([1, 3, 2], fill=True)") {
            (axes: AxesObject, values: Value, edges: Value, orientation: String, baseline: Value, isFilled: Bool, _: Value, keywords: DictObject) in
            try stairs(axes, values, edges, baseline, isFilled: isFilled, isHorizontal: orientation == "horizontal", keywords)
        },
        def("ecdf(self, x, weights=None, *, complementary=False, orientation='vertical', compress=False, data=None, **kwargs)",
            "Draws for each value which share of all is not larger.") {
            (axes: AxesObject, x: Value, weights: Value, isComplement: Bool, orientation: String, _: Value, _: Value, keywords: DictObject) in
            try shares(axes, x, weights, isComplement: isComplement, isHorizontal: orientation == "horizontal", keywords)
        },
        def("eventplot(self, positions, *, orientation='horizontal', lineoffsets=1, linelengths=1, linewidths=None, colors=None, alpha=None, "
            + "linestyles='solid', data=None, **kwargs)", "Draws a short line for each event, a row for each list of them.") {
            (axes: AxesObject, places: Value, orientation: String, offsets: Value, lengths: Value, widths: Value, colors: Value, alpha: Double?, style: Value,
             _: Value, keywords: DictObject) in
            let look = EventLook(offsets: offsets, lengths: lengths, widths: widths, colors: colors, alpha: alpha ?? 1, style: style)
            return try events(axes, places, look, isHorizontal: orientation == "horizontal", keywords)
        },
        def("broken_barh(self, xranges, yrange, align='bottom', *, data=None, **kwargs)", "Draws bars that begin and end along one row.") {
            (axes: AxesObject, spans: Value, row: [Double], align: String, _: Value, dict: DictObject) in
            let columns = try NumberGrid(spans).columns
            guard columns.count == 2, row.count == 2 else { throw Raised.valueError("a span has a start and a width, a row a place and a height") }
            let low = align == "center" ? row[0] - row[1] / 2 : align == "top" ? row[0] - row[1] : row[0]
            let rings = zip(columns[0], columns[1]).map { start, width in
                [(x: start, y: low), (x: start + width, y: low), (x: start + width, y: low + row[1]), (x: start, y: low + row[1])]
            }
            var mark = PolygonMark(rings: rings, fill: .none)
            var keywords = try Keywords(dict, owner: "PolyCollection")
            let fill = try keywords.paints("facecolors")?.first
            if let edge = try keywords.paints("edgecolors")?.first { mark.edge = Stroke(edge, width: try keywords.number("linewidths") ?? 1) }
            let edge = mark.edge
            try PatchRows.style(&mark, keywords.remainder(), owner: "PolyCollection", default: fill ?? axes.nextFill())
            mark.edge = edge ?? mark.edge
            return axes.add(mark, as: .polygon)
        },
    ]

    private static func stairs(_ axes: AxesObject, _ values: Value, _ edges: Value, _ baseline: Value, isFilled: Bool, isHorizontal: Bool,
                               _ dict: DictObject) throws -> Value {
        let heights = try NumberGrid(values).values
        let places = try edges.isNone ? (0...heights.count).map(Double.init) : NumberGrid(edges).values
        guard places.count == heights.count + 1 else {
            throw Raised.valueError("Size mismatch between \"values\" and \"edges\". Expected `len(values) + 1 == len(edges)`, but `len(values) = \(heights.count)` and `len(edges) = \(places.count)`.")
        }
        let feet = try baseline.isNone ? [] : NumberGrid(baseline).values
        func foot(_ index: Int) -> Double { feet.isEmpty ? 0 : feet.count == 1 ? feet[0] : feet[min(max(index, 0), feet.count - 1)] }
        var ring: [(x: Double, y: Double)] = [(places[0], foot(0))]
        for (index, height) in heights.enumerated() { ring += [(places[index], height), (places[index + 1], height)] }
        ring.append((places[heights.count], foot(heights.count - 1)))
        if isFilled, feet.count > 1 { for index in heights.indices.reversed() { ring += [(places[index + 1], foot(index)), (places[index], foot(index))] } }
        if isHorizontal { ring = ring.map { (x: $0.y, y: $0.x) } }
        var mark = PolygonMark(rings: [ring], fill: .none)
        let paint = axes.nextPaint()
        try PatchRows.style(&mark, dict, owner: "StepPatch", default: paint)
        if !isFilled {
            mark.isClosed = false
            mark.edge = mark.edge ?? Stroke(mark.fill == .none ? paint : mark.fill, width: 1)
        }
        mark.foot = feet.isEmpty ? nil : foot(0)
        mark.isLying = isHorizontal
        return .object(axes.add(mark, as: .polygon))
    }

    private static func shares(_ axes: AxesObject, _ x: Value, _ weights: Value, isComplement: Bool, isHorizontal: Bool, _ dict: DictObject) throws -> Value {
        let values = try NumberGrid(x).values
        guard !values.contains(where: \.isNaN) else { throw Raised.valueError("ecdf() does not support NaNs") }
        let weight = try weights.isNone ? [Double](repeating: 1, count: values.count) : NumberGrid(weights).values
        let order = values.indices.sorted { values[$0] < values[$1] }
        let sum = weight.reduce(0, +)
        guard let first = order.first, weight.count == values.count, sum > 0 else { throw Raised.valueError("ecdf() needs values") }
        var (xs, ys, total) = ([values[first]], [isComplement ? 1.0 : 0], 0.0)
        for index in order {
            total += weight[index]
            xs.append(values[index])
            ys.append(isComplement ? 1 - total / sum : total / sum)
        }
        let (across, up) = isHorizontal ? (ys, xs) : (xs, ys)
        let line = try LineRows.plot(axes, [ArrayMaking.array(across), ArrayMaking.array(up)], dict)[0]
        line.change(LineMark.self) { mark in
            mark.join = isHorizontal ? .stepBefore : .stepAfter
            if isHorizontal { mark.stickyX = [0, 1] } else { mark.stickyY = [0, 1] }
        }
        return .object(line)
    }

    /// How rows of events look; each a value for all rows, or a list.
    private struct EventLook {
        let offsets: Value
        let lengths: Value
        let widths: Value
        let colors: Value
        let alpha: Double
        let style: Value

        func number(_ value: Value, _ row: Int, _ fallback: Double) throws -> Double {
            guard !value.isNone else { return fallback }
            let grid = try NumberGrid(value)
            return grid.values.isEmpty ? fallback : grid.values[grid.shape.isEmpty ? 0 : row % grid.values.count]
        }
    }

    private static func events(_ axes: AxesObject, _ places: Value, _ look: EventLook, isHorizontal: Bool, _ dict: DictObject) throws -> Value {
        let elements = try places.elements()
        let isNested = try elements.contains { try $0.iteratorIfIterable() != nil }
        let rows = try (isNested ? elements : [places]).map { try NumberGrid($0).values }
        let paints = try look.colors.isNone ? [.cycle(0)] : PaintReading.paints(look.colors)
        guard !paints.isEmpty else { throw Raised.valueError("colors must hold a colour at least") }
        let dash = try StyleReading.dash(look.style)
        return .list(try rows.enumerated().map { row, values in
            var keywords = try Keywords(dict, owner: "EventCollection")
            // Rows without places of their own stand at 0, 1, 2 …
            let isStacked = look.offsets.sequenceElements == nil && rows.count > 1
            let middle = try isStacked ? Double(row) : look.number(look.offsets, row, 1)
            let half = try look.number(look.lengths, row, 1) / 2
            let stroke = Stroke(paints[row % paints.count], width: try look.number(look.widths, row, 1.5), dash: dash, alpha: look.alpha)
            let segments: [ReferenceMark.Segment] = values.map { place in
                isHorizontal ? .init(place, middle - half, place, middle + half) : .init(middle - half, place, middle + half, place)
            }
            var mark = ReferenceMark(.segments(segments), stroke: stroke)
            try keywords.traits(&mark.traits)
            try keywords.finish()
            return .object(axes.add(mark, as: .segments))
        })
    }
}
