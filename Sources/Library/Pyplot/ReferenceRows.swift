// ReferenceRows: lines and bands across a chart.
import Plotting
import Runtime

/// Lines and bands across a chart.
enum ReferenceRows {
    static let all: [Row] = [
        def("axhline(self, y=0, xmin=0, xmax=1, **kwargs)", "Draws a level line across the chart.") {
            (axes: AxesObject, y: Double, from: Double, to: Double, keywords: DictObject) in
            let artist = try line(axes, .horizontal(y: y, from: from, to: to), keywords)
            (artist.given["xdata"], artist.given["ydata"]) = (.list([.short(from), .short(to)]), .list([.short(y), .short(y)]))
            return artist
        },
        def("axvline(self, x=0, ymin=0, ymax=1, **kwargs)", "Draws an upright line across the chart.") {
            (axes: AxesObject, x: Double, from: Double, to: Double, keywords: DictObject) in
            let artist = try line(axes, .vertical(x: x, from: from, to: to), keywords)
            (artist.given["xdata"], artist.given["ydata"]) = (.list([.short(x), .short(x)]), .list([.short(from), .short(to)]))
            return artist
        },
        def("axline(self, xy1, xy2=None, *, slope=None, **kwargs)", "Draws a line without end through a point.") {
            (axes: AxesObject, first: [Double], second: [Double]?, slope: Double?, keywords: DictObject) in
            guard first.count == 2 else { throw Raised.valueError("xy1 must be a point") }
            guard (second == nil) != (slope == nil) else { throw Raised.typeError("Exactly one of 'xy2' and 'slope' must be given") }
            let rise = second.map { $0.count == 2 ? ($0[1] - first[1]) / ($0[0] - first[0]) : 0 } ?? slope ?? 0
            return try line(axes, .through(x: first[0], y: first[1], slope: rise), keywords)
        },
        def("axhspan(self, ymin, ymax, xmin=0, xmax=1, **kwargs)", "Fills a level band across the chart.") {
            (axes: AxesObject, low: Double, high: Double, from: Double, to: Double, keywords: DictObject) in
            try band(axes, .horizontalBand(from: low, to: high, start: from, end: to), keywords)
        },
        def("axvspan(self, xmin, xmax, ymin=0, ymax=1, **kwargs)", "Fills an upright band across the chart.") {
            (axes: AxesObject, low: Double, high: Double, from: Double, to: Double, keywords: DictObject) in
            try band(axes, .verticalBand(from: low, to: high, start: from, end: to), keywords)
        },
        def("hlines(self, y, xmin, xmax, colors=None, linestyles='solid', label='', *, data=None, **kwargs)", "Draws level segments.") {
            (axes: AxesObject, y: Value, from: Value, to: Value, colors: Value, style: Value, label: String, _: Value, keywords: DictObject) in
            try segments(axes, at: y, from, to, colors, style, label, keywords) { .init($1, $0, $2, $0) }
        },
        def("vlines(self, x, ymin, ymax, colors=None, linestyles='solid', label='', *, data=None, **kwargs)", "Draws upright segments.") {
            (axes: AxesObject, x: Value, from: Value, to: Value, colors: Value, style: Value, label: String, _: Value, keywords: DictObject) in
            try segments(axes, at: x, from, to, colors, style, label, keywords) { .init($0, $1, $0, $2) }
        },
    ]

    private static func line(_ axes: AxesObject, _ shape: ReferenceMark.Shape, _ dict: DictObject) throws -> ArtistObject {
        var keywords = try Keywords(dict, owner: "Line2D")
        var mark = ReferenceMark(shape, stroke: nil)
        let alpha = try keywords.opacity() ?? 1
        mark.stroke = Stroke(try keywords.paint("color", "c") ?? .cycle(0), width: try keywords.number("linewidth", "lw") ?? 1.5,
                             dash: try keywords.dash("linestyle", "ls") ?? .solid, alpha: alpha)
        keywords.accept("marker", "markersize", "ms")
        try keywords.traits(&mark.traits)
        try keywords.finish()
        return axes.add(mark, as: .line, given: keywords)
    }

    private static func band(_ axes: AxesObject, _ shape: ReferenceMark.Shape, _ dict: DictObject) throws -> ArtistObject {
        var keywords = try Keywords(dict, owner: "Rectangle")
        let alpha = try keywords.opacity() ?? 1
        let fill = try keywords.paint("facecolor", "fc", "color") ?? .cycle(0)
        let edge = try keywords.paint("edgecolor", "ec")
        let width = try keywords.number("linewidth", "lw") ?? 1
        var mark = ReferenceMark(shape, stroke: edge.map { Stroke($0, width: width, alpha: alpha) }, fill: fill, alpha: alpha)
        keywords.accept("hatch", "linestyle", "ls")
        try keywords.traits(&mark.traits)
        try keywords.finish()
        return axes.add(mark, as: .rectangle, given: keywords)
    }

    private static func segments(_ axes: AxesObject, at places: Value, _ from: Value, _ to: Value, _ colors: Value, _ style: Value, _ label: String,
                                 _ dict: DictObject, _ make: (Double, Double, Double) -> ReferenceMark.Segment) throws -> ArtistObject {
        var keywords = try Keywords(dict, owner: "LineCollection")
        let (at, low, high) = (try NumberGrid(places).values, try NumberGrid(from).values, try NumberGrid(to).values)
        func value(_ values: [Double], _ index: Int) -> Double { values.isEmpty ? .nan : values[values.count == 1 ? 0 : min(index, values.count - 1)] }
        let count = at.count == 1 ? max(low.count, high.count) : at.count
        let named = try keywords.paints("color", "c")?.first
        let paint = try colors.isNone ? named ?? .cycle(0) : PaintReading.paints(colors).first ?? .ink
        let dash = try keywords.dash("linestyle", "ls") ?? StyleReading.dash(style.text == nil ? .string("-") : style)
        let stroke = Stroke(paint, width: try keywords.number("linewidth", "linewidths", "lw") ?? 1.5, dash: dash, alpha: try keywords.opacity() ?? 1)
        var mark = ReferenceMark(.segments((0..<count).map { make(value(at, $0), value(low, $0), value(high, $0)) }), stroke: stroke, label: label)
        try keywords.traits(&mark.traits)
        try keywords.finish()
        return axes.add(mark, as: .segments, given: keywords)
    }
}
