// Defines LegendDrawing: sizes, places and draws the list that names the marks.

/// Sizes, places and draws the list that names the marks.
struct LegendDrawing {
    let legend: Legend
    private let entries: [(mark: any Mark, text: String)]
    private let columnWidths: [Double]
    private let rows: Int
    private var em: Double { legend.style.size }
    private var keyWidth: Double { em * 2 }
    private var lineHeight: Double {
        let lines = entries.map { MathText($0.text).lines.count }.max() ?? 1
        return em * (1.5 + Double(lines - 1) * FontMetrics.lineHeight)
    }
    private var padding: Double { em * 0.45 }

    init(legend: Legend, charts: [Chart]) {
        self.legend = legend
        entries = LegendDrawing.entries(of: legend, in: charts)
        let columns = max(1, min(legend.columns, max(entries.count, 1)))
        rows = (entries.count + columns - 1) / columns
        var widths: [Double] = []
        for column in 0..<columns {
            let texts = entries.dropFirst(column * rows).prefix(rows)
            widths.append(texts.map { TextLayout.extent(of: $0.text, style: legend.style).width }.max() ?? 0)
        }
        columnWidths = widths
    }

    /// The marks named, in order.
    static func entries(of legend: Legend, in charts: [Chart]) -> [(mark: any Mark, text: String)] {
        let marks = charts.flatMap(\.marks)
        if let entries = legend.entries {
            return entries.compactMap { entry in
                marks.first { $0.traits.id == entry.mark }.map { ($0, entry.text) }
            }
        }
        return marks.filter(\.traits.isVisible).compactMap { mark in mark.traits.legendLabel.map { (mark, $0) } }
    }

    /// The size of the whole list.
    var size: (width: Double, height: Double) {
        let inner = columnWidths.reduce(0) { $0 + $1 + keyWidth + em * 0.6 } + em * 1.2 * Double(columnWidths.count - 1)
        let title = TextLayout.extent(of: legend.title, style: legend.style)
        return (max(inner, title.width) + 2 * padding, Double(rows) * lineHeight + (title.height > 0 ? lineHeight : 0) + padding)
    }

    /// Draws the list where it hides the fewest of the obstacles.
    func draw(on canvas: inout Canvas, in frame: Box, avoiding obstacles: [Point]) {
        guard !entries.isEmpty else { return }
        let box = place(in: frame, avoiding: obstacles)
        if legend.isFramed {
            canvas.element("rect", [
                "x": Coordinate.text(box.x), "y": Coordinate.text(box.y), "width": Coordinate.text(box.width),
                "height": Coordinate.text(box.height), "rx": "3", "fill": legend.background.attribute(canvas.target),
                "fill-opacity": Coordinate.text(legend.alpha), "stroke": Paint.theme(.grid).attribute(canvas.target),
            ])
        }
        var top = box.y + padding / 2
        if !legend.title.isEmpty {
            var style = legend.style
            (style.horizontal, style.vertical) = (.center, .center)
            canvas.text(legend.title, at: Point(box.center.x, top + lineHeight / 2), style: style)
            top += lineHeight
        }
        for (index, entry) in entries.enumerated() {
            let (column, row) = (index / max(rows, 1), index % max(rows, 1))
            let before = columnWidths[..<column].reduce(0) { $0 + $1 + keyWidth + em * 1.8 }
            let (x, y) = (box.x + padding + before, top + (Double(row) + 0.5) * lineHeight)
            entry.mark.drawKey(on: &canvas, in: Box(x, y - em * 0.35, keyWidth, em * 0.7))
            var style = legend.style
            (style.horizontal, style.vertical) = (.left, .center)
            canvas.text(entry.text, at: Point(x + keyWidth + em * 0.6, y), style: style)
        }
    }

    private func place(in frame: Box, avoiding obstacles: [Point]) -> Box {
        let gap = em * 0.5
        func at(_ location: Legend.Location) -> Box {
            let corner = location.corner
            let (width, height) = size
            if let anchor = legend.anchor {
                let point = Point(frame.x + anchor.x * frame.width, frame.bottom - anchor.y * frame.height)
                return Box(point.x - corner.x * width + (0.5 - corner.x) * 2 * gap,
                           point.y - (1 - corner.y) * height - (0.5 - corner.y) * 2 * gap, width, height)
            }
            let room = frame.grown(by: -gap)
            return Box(room.x + corner.x * (room.width - width), room.y + (1 - corner.y) * (room.height - height), width, height)
        }
        guard legend.location == .best else { return at(legend.location) }
        if legend.anchor != nil { return at(.upperLeft) }
        let counted = Legend.Location.candidates.map { location in
            let box = at(location).grown(by: 2)
            return (location, obstacles.count { box.contains($0) })
        }
        let best = counted.min { $0.1 < $1.1 }
        return at(best?.0 ?? .upperRight)
    }
}
