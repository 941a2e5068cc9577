// LineRows: plot and its relatives — lines, points, steps, stems, error bars.
import Plotting
import Runtime

/// Lines and points.
enum LineRows {
    static let all: [Row] = [
        def("plot(self, *args, scalex=True, scaley=True, data=None, **kwargs)",
            "Draws lines through points: `plot(y)`, `plot(x, y)`, `plot(x, y, 'r--o')`, several of them in one call.",
            example: "import matplotlib.pyplot as plt\nplt.plot([1, 2, 3], [1, 4, 9], 'r--o', label='squares')") {
            (axes: AxesObject, values: [Value], _: Value, _: Value, table: Value, keywords: DictObject) in
            Value.list(try plot(axes, column(values, of: table), keywords).map { .object($0) })
        },
        scaled("semilogx", x: .log(base: 10), y: nil), scaled("semilogy", x: nil, y: .log(base: 10)),
        scaled("loglog", x: .log(base: 10), y: .log(base: 10)),
        def("step(self, x, y, *args, where='pre', data=None, **kwargs)", "Draws a line in steps.") {
            (axes: AxesObject, x: Value, y: Value, more: [Value], at: String, _: Value, keywords: DictObject) in
            try Keywords.choose(at, "where", of: ["pre", "post", "mid"])
            let lines = try plot(axes, [x, y] + more, keywords)
            for line in lines { line.change(LineMark.self) { $0.join = at == "post" ? .stepAfter : at == "mid" ? .stepMiddle : .stepBefore } }
            return Value.list(lines.map { .object($0) })
        },
        def("scatter(self, x, y, s=None, c=None, *, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, "
            + "linewidths=None, edgecolors=None, colorizer=None, plotnonfinite=False, data=None, **kwargs)",
            "Draws points with their own sizes and colours.",
            example: "import matplotlib.pyplot as plt\nplt.scatter([1, 2, 3], [1, 4, 9], c=[0.1, 0.5, 0.9], cmap='viridis')") {
            (axes: AxesObject, x: Value, y: Value, s: Value, c: Value, marker: Value, map: Value, norm: Value, low: Double?, high: Double?,
             alpha: Double?, widths: Value, edges: Value, _: Value, _: Value, table: Value, keywords: DictObject) in
            let named = column([x, y, s, c], of: table)
            let (x, y, s, c) = (named[0], named[1], named[2], named[3])
            var reading = try ScatterReading(axes, x: x, y: y, keywords: keywords)
            try reading.colors(c, map: map, normalization: NormReading.normalization(norm, low: low, high: high))
            try reading.shape(sizes: s, marker: marker, widths: widths, edges: edges, alpha: alpha)
            return try reading.finish()
        },
        def("errorbar(self, x, y, yerr=None, xerr=None, fmt='', *, ecolor=None, elinewidth=None, capsize=None, barsabove=False, "
            + "lolims=False, uplims=False, xlolims=False, xuplims=False, errorevery=1, capthick=None, data=None, **kwargs)",
            "Draws points with bars of uncertainty.") {
            (axes: AxesObject, x: Value, y: Value, yerr: Value, xerr: Value, fmt: String, ecolor: Value, width: Double?, cap: Double?,
             _: Value, _: Value, _: Value, _: Value, _: Value, _: Value, _: Value, _: Value, keywords: DictObject) in
            let isBare = fmt.lowercased() == "none"
            let line = try plot(axes, [x, y] + (fmt.isEmpty || isBare ? [] : [.string(fmt)]), keywords)[0]
            let mark = line.mark as? LineMark
            let paint = try ecolor.isNone ? mark?.stroke.paint ?? .ink : PaintReading.paint(ecolor)
            let (xs, ys) = (mark?.xs ?? [], mark?.ys ?? [])
            let errors = ErrorMark(
                xs: xs, ys: ys, vertical: try reaches(yerr, ys.count).map { (down: $0.0, up: $0.1) },
                horizontal: try reaches(xerr, xs.count).map { (left: $0.0, right: $0.1) },
                stroke: Stroke(paint, width: width ?? 1.5, alpha: mark?.stroke.alpha ?? 1), capSize: cap ?? 0)
            let artist = axes.add(errors, as: .errors)
            artist.given["label"] = line.mark?.traits.label.map { .string($0) }
            let bars = [errors.horizontal.isEmpty, errors.vertical.isEmpty].filter { !$0 }.map { _ in Value.object(ArtistObject(.segments, axes: axes, id: artist.id)) }
            let caps = bars.flatMap { _ in errors.capSize > 0 ? [Value.object(ArtistObject(.line, axes: axes, id: artist.id)), .object(ArtistObject(.line, axes: axes, id: artist.id))] : [] }
            artist.members = [isBare ? .none : .object(line), .tuple(caps), .tuple(bars)]
            if isBare { line.mark = nil }
            return Value.object(artist)
        },
        def("stem(self, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation='vertical', data=None)",
            "Draws a stem from the base line to every point.") {
            (axes: AxesObject, values: [Value], line: String?, marker: String?, base: String?, bottom: Double, label: String?, _: Value, _: Value) in
            try stem(axes, values, line: line, marker: marker, base: base, bottom: bottom, label: label)
        },
        def("fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **kwargs)",
            "Fills the band between two curves.") {
            (axes: AxesObject, x: Value, y1: Value, y2: Value, shown: Value, _: Value, step: String?, _: Value, keywords: DictObject) in
            try band(axes, x, y1, y2, shown, step, keywords, isHorizontal: false)
        },
        def("fill_betweenx(self, y, x1, x2=0, where=None, step=None, interpolate=False, *, data=None, **kwargs)",
            "Fills the band between two curves that run upward.") {
            (axes: AxesObject, y: Value, x1: Value, x2: Value, shown: Value, step: String?, _: Value, _: Value, keywords: DictObject) in
            try band(axes, y, x1, x2, shown, step, keywords, isHorizontal: true)
        },
        def("stackplot(self, x, *args, labels=(), colors=None, baseline='zero', data=None, **kwargs)", "Stacks bands on each other.") {
            (axes: AxesObject, x: Value, layers: [Value], labels: [String], colors: Value, _: Value, _: Value, keywords: DictObject) in
            try stack(axes, x, layers, labels, colors, keywords)
        },
    ]

    /// The columns of a table in place of their names, where `data=` gives one.
    private static func column(_ values: [Value], of table: Value) -> [Value] {
        guard !table.isNone else { return values }
        return values.map { $0.text == nil ? $0 : (try? table.item($0)) ?? $0 }
    }

    /// The way pyplot reads positional arguments: pairs of x and y, each with an optional format string.
    static func plot(_ axes: AxesObject, _ values: [Value], _ dict: DictObject) throws -> [ArtistObject] {
        guard !values.isEmpty else {
            if let name = dict.table.keys.first { throw Raised.typeError("plot() got an unexpected keyword argument '\(try name.str())'") }
            return []
        }
        var rest = values[...]
        var lines: [ArtistObject] = []
        while let first = rest.popFirst() {
            var x: Value?
            var y = first
            if let next = rest.first, next.text == nil {
                (x, y) = (first, next)
                rest.removeFirst()
            }
            var format: String?
            if let text = rest.first?.text {
                format = text
                rest.removeFirst()
            }
            lines += try LineReading.lines(axes, x: x, y: y, format: format, dict)
        }
        return lines
    }

    private static func scaled(_ name: String, x: Scale?, y: Scale?) -> Row {
        def("\(name)(self, *args, **kwargs)", "As `plot`, with \(x == nil ? "y" : y == nil ? "x" : "both axes") in powers of ten.") {
            (axes: AxesObject, values: [Value], keywords: DictObject) in
            for name in ["base", "subs", "nonpositive", "basex", "basey", "subsx", "subsy"] { _ = try keywords.table.remove(.string(name)) }
            if let x { axes.model.x.scale = x }
            if let y { axes.model.y.scale = y }
            return Value.list(try plot(axes, values, keywords).map { .object($0) })
        }
    }

    /// How far error bars reach: one number for all, one for each point, or two rows (down, up).
    static func reaches(_ value: Value, _ count: Int) throws -> [(Double, Double)] {
        guard !value.isNone, !value.isUnset else { return [] }
        let grid = try NumberGrid(value)
        guard !grid.values.contains(where: { $0 < 0 }) else { throw Raised.valueError("'yerr' must not contain negative values") }
        if grid.shape == [2, count], grid.shape.count == 2 {
            return (0..<count).map { (grid.values[$0], grid.values[count + $0]) }
        }
        guard grid.values.count == count || grid.values.count == 1 else {
            throw Raised.valueError("'yerr' (shape: \(grid.shapeText)) must be a scalar or a 1D or (2, n) array-like whose shape matches 'y' (shape: (\(count),))")
        }
        return (0..<count).map { index in
            let size = grid.values[grid.values.count == 1 ? 0 : index]
            return (size, size)
        }
    }

    private static func stem(_ axes: AxesObject, _ values: [Value], line: String?, marker: String?, base: String?, bottom: Double,
                             label: String?) throws -> Value {
        guard let last = values.last(where: { $0.text == nil }) else { return .none }
        let ys = try NumberGrid(last).values
        let xs = values.count > 1 && values[1].text == nil ? try NumberGrid(values[0]).values : ys.indices.map(Double.init)
        let format = try FormatString(line ?? "C0-")
        let paint = format.paint ?? .cycle(0)
        let segments = zip(xs, ys).map { ReferenceMark.Segment($0, bottom, $0, $1) }
        let stems = axes.add(ReferenceMark(.segments(segments), stroke: Stroke(paint, dash: format.dash ?? .solid)), as: .segments)
        let heads = try FormatString(marker ?? "o")
        let fill = heads.paint ?? paint
        let shape = heads.marker.flatMap(Marker.init(rawValue:)) ?? .circle
        let points = axes.add(LineMark(xs: xs, ys: ys, stroke: Stroke(.none), marker: MarkerStyle(shape, fill: fill, edge: Stroke(fill, width: 1)), label: label), as: .line)
        let ground = try FormatString(base ?? "C3-")
        let (low, high) = (xs.min() ?? 0, xs.max() ?? 0)
        let floor = ground.dash != nil || ground.paint != nil ? Stroke(ground.paint ?? .cycle(3), dash: ground.dash ?? .solid) : Stroke(.none)
        let line = axes.add(ReferenceMark(.segments([.init(low, bottom, high, bottom)]), stroke: floor), as: .line)
        line.given["color"] = .string(ground.color ?? "C3")
        (points.given["x"], points.given["y"]) = (values.count > 1 && values[1].text == nil ? values[0] : nil, last)
        let container = ArtistObject(.stems, axes: axes, id: points.id)
        container.members = [.object(points), .object(stems), .object(line)]
        return .object(container)
    }

    private static func band(_ axes: AxesObject, _ places: Value, _ first: Value, _ second: Value, _ shown: Value, _ step: String?,
                             _ dict: DictObject, isHorizontal: Bool) throws -> Value {
        var keywords = try Keywords(dict, owner: "FillBetweenPolyCollection")
        let xs = try NumberGrid(places).values
        func spread(_ value: Value, _ name: String) throws -> [Double] {
            let values = try NumberGrid(value).values
            guard values.count == 1 || values.count == xs.count else {
                let (place, curve) = isHorizontal ? ("y", "x") : ("x", "y")
                throw Raised.valueError("'\(place)' has size \(xs.count), but '\(curve)\(name)' has an unequal size of \(values.count)")
            }
            return values.count == 1 ? [Double](repeating: values[0], count: xs.count) : values
        }
        let top = try spread(first, "1")
        var (lower, upper) = (try spread(second, "2"), top)
        if !shown.isNone {
            for (index, flag) in try NumberGrid(shown).values.enumerated() where flag == 0 && index < lower.count && index < upper.count {
                (lower[index], upper[index]) = (.nan, .nan)
            }
        }
        let fill = try keywords.paints("color", "facecolor", "facecolors", "fc")?.first ?? axes.nextFill()
        let alpha = try keywords.opacity() ?? 1
        let edge = try keywords.paints("edgecolor", "edgecolors", "ec")?.first
        let width = try keywords.number("linewidth", "linewidths", "lw")
        let stroke = edge.map { Stroke($0, width: width ?? 1, alpha: alpha) }
        let join: LineMark.Join = step == "post" ? .stepAfter : step == "pre" ? .stepBefore : .straight
        var mark = AreaMark(places: xs, lower: lower, upper: upper, isHorizontal: isHorizontal, fill: fill, alpha: alpha, edge: stroke, join: join)
        try keywords.traits(&mark.traits)
        keywords.accept("hatch", "linestyle", "ls")
        try keywords.finish()
        return .object(axes.add(mark, as: .area))
    }

    private static func stack(_ axes: AxesObject, _ x: Value, _ layers: [Value], _ labels: [String], _ colors: Value, _ dict: DictObject) throws -> Value {
        var keywords = try Keywords(dict, owner: "FillBetweenPolyCollection")
        let alpha = try keywords.opacity() ?? 1
        let xs = try NumberGrid(x).values
        var rows: [[Double]] = []
        for layer in layers {
            let grid = try NumberGrid(layer)
            rows += grid.shape.count == 2 ? stride(from: 0, to: grid.values.count, by: max(grid.shape[1], 1)).map { Array(grid.values[$0..<$0 + grid.shape[1]]) } : [grid.values]
        }
        let paints = colors.isNone ? [] : try PaintReading.paints(colors)
        var floor = [Double](repeating: 0, count: xs.count)
        var artists: [Value] = []
        for (index, row) in rows.enumerated() {
            guard row.count == xs.count else { throw Raised.valueError("'x' has size \(xs.count), but 'y2' has an unequal size of \(row.count)") }
            let top = zip(floor, row).map { $0 + $1 }
            let paint = paints.isEmpty ? axes.nextPaint() : paints[index % paints.count]
            var mark = AreaMark(places: xs, lower: floor, upper: top, fill: paint, alpha: alpha, label: index < labels.count ? labels[index] : nil)
            mark.foot = 0
            artists.append(.object(axes.add(mark, as: .area)))
            floor = top
        }
        try keywords.finish()
        return .list(artists)
    }
}
