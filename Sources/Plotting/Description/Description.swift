// Defines Description: a figure in words, for readers who do not see it.

/// A figure in words: what a screen reader says, and what search finds.
enum Description {
    /// A name for the figure: its heading or titles, else what it shows.
    static func title(of figure: Figure) -> String {
        let titles = ([figure.heading] + figure.charts.flatMap { [$0.title, $0.leftTitle, $0.rightTitle] }).map(MathText.plain).filter { !$0.isEmpty }
        if let first = titles.first { return figure.heading.isEmpty ? titles.prefix(3).joined(separator: "; ") : first }
        guard let chart = figure.charts.first(where: { !$0.marks.isEmpty }) else { return "Empty figure" }
        let kind = chart.marks.compactMap(\.series).first?.kind
        let (x, y) = (MathText.plain(chart.x.label), MathText.plain(chart.y.label))
        let subject = !y.isEmpty && !x.isEmpty ? " of \(y) by \(x)" : !y.isEmpty ? " of \(y)" : ""
        return (kind.map(name) ?? "Drawing") + subject
    }

    /// What every chart shows: axes, series, trend, extremes, last value.
    static func text(of figure: Figure) -> String {
        let shown = figure.charts.indices.filter { figure.charts[$0].isVisible }
        let charts = shown.map { words(figure, $0) }.filter { !$0.isEmpty }
        guard charts.count > 1 else { return charts.first ?? "The figure is empty." }
        let listed = charts.prefix(12).enumerated().map { "Chart \($0.offset + 1): \($0.element)" }
        return "\(charts.count) charts. " + listed.joined(separator: " ") + (charts.count > 12 ? " …" : "")
    }

    private static func words(_ figure: Figure, _ index: Int) -> String {
        let chart = figure.charts[index]
        let series = chart.marks.filter(\.traits.isVisible).compactMap(\.series)
        let limits = figure.limits(of: index)
        var sentences: [String] = []
        if !chart.title.isEmpty { sentences.append(MathText.plain(chart.title) + ".") }
        if chart.isFramed, !series.isEmpty, series.contains(where: { $0.kind != .image && $0.kind != .slices }) {
            sentences.append(sentence(chart.polar == nil ? "Horizontal axis" : "Angle", chart.x, limits.x))
            sentences.append(sentence(chart.polar != nil ? "Radius" : chart.space == nil ? "Vertical axis" : "Second axis", chart.y, limits.y))
            if chart.space != nil { sentences.append(sentence("Upright axis", chart.z, chart.depthLimits)) }
        }
        sentences += series.prefix(8).map(describe)
        if series.count > 8 { sentences.append("And \(series.count - 8) more series.") }
        return sentences.joined(separator: " ")
    }

    private static func sentence(_ name: String, _ axis: Axis, _ range: (lower: Double, upper: Double)) -> String {
        let label = axis.label.isEmpty ? "" : " “\(MathText.plain(axis.label))”"
        let scale = axis.scale == .linear ? "" : ", \(axis.scale.name) scale"
        let places = axis.categories.isEmpty ? " from \(number(range.lower)) to \(number(range.upper))" : ": "
            + axis.categories.prefix(12).joined(separator: ", ")
        return "\(name)\(label)\(places)\(scale)."
    }

    private static func describe(_ series: Series) -> String {
        let title = series.name.map { "\(name(series.kind)) “\(MathText.plain($0))”" } ?? name(series.kind)
        switch series.kind {
        case .line: return title + ": " + trend(series)
        case .points, .errors: return title + ": " + spread(series)
        case .bars: return title + ": " + bars(series)
        case .image, .contours: return title + ": " + grid(series)
        case .slices:
            let parts = zip(series.rowNames, series.columns[0].values).map { "\($0) \(number($1 * 100)) %" }
            return title + ": " + parts.prefix(12).joined(separator: ", ") + "."
        case .area, .boxes, .arrows: return title + ": \(series.count) places."
        }
    }

    /// "100 points; falls from 2.3 to 0.1; lowest 0.09 at 97, highest 2.3 at 0."
    private static func trend(_ series: Series) -> String {
        let points = zip(series.columns[0].values, series.columns[1].values).filter { $0.0.isFinite && $0.1.isFinite }
        guard let first = points.first, let last = points.last, let low = points.min(by: { $0.1 < $1.1 }),
            let high = points.max(by: { $0.1 < $1.1 })
        else { return "no finite points." }
        guard points.count > 1 else { return "one point, \(number(first.1)) at \(number(first.0))." }
        let range = high.1 - low.1
        let change = last.1 - first.1
        let verb = range == 0 ? "stays at" : change > range * 0.25 ? "rises from" : change < -range * 0.25 ? "falls from" : "goes from"
        let way = range == 0 ? "stays at \(number(first.1))" : "\(verb) \(number(first.1)) to \(number(last.1))"
        let ends = range == 0 ? "" : "; lowest \(number(low.1)) at \(number(low.0)), highest \(number(high.1)) at \(number(high.0))"
        return "\(points.count) points; \(way)\(ends)."
    }

    private static func spread(_ series: Series) -> String {
        var (x, y) = (Interval(), Interval())
        for (a, b) in zip(series.columns[0].values, series.columns[1].values) where a.isFinite && b.isFinite {
            x.include(a)
            y.include(b)
        }
        guard !x.isEmpty else { return "no finite points." }
        return "\(series.count) points, x from \(number(x.lower)) to \(number(x.upper)), y from \(number(y.lower)) to \(number(y.upper))."
    }

    private static func bars(_ series: Series) -> String {
        let heights = series.columns[series.columns.count - 1].values
        guard let high = heights.indices.max(by: { heights[$0] < heights[$1] }) else { return "none." }
        if series.rowNames.count == heights.count, heights.count <= 12 {
            return zip(series.rowNames, heights).map { "\(MathText.plain($0)) \(number($1))" }.joined(separator: ", ") + "."
        }
        let place = series.columns.count > 1
            ? "between \(number(series.columns[0].values[high])) and \(number(series.columns[1].values[high]))"
            : high < series.rowNames.count ? "for \(series.rowNames[high])" : "at bar \(high + 1)"
        return "\(heights.count) bars; the highest, \(number(heights[high])), \(place)."
    }

    private static func grid(_ series: Series) -> String {
        var reach = Interval()
        for value in series.columns[0].values { reach.include(value) }
        let size = series.grid.map { "\($0.rows) by \($0.columns)" } ?? "\(series.count)"
        guard !reach.isEmpty else { return "\(size), no finite values." }
        return "\(size), values from \(number(reach.lower)) to \(number(reach.upper))."
    }

    private static func name(_ kind: Series.Kind) -> String {
        switch kind {
        case .line: "Line"
        case .points: "Points"
        case .bars: "Bars"
        case .area: "Area"
        case .image: "Image"
        case .contours: "Contours"
        case .errors: "Error bars"
        case .boxes: "Box plot"
        case .arrows: "Arrows"
        case .slices: "Pie"
        }
    }

    private static func number(_ value: Double) -> String { NumberText.short(value, digits: 4) }
}
