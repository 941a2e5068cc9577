// Defines TableMark: a table of words beside or inside a chart.

/// A table of words beside or inside a chart.
public struct TableMark: Mark {
    /// One cell.
    public struct Cell: Hashable, Sendable {
        public var text: String
        public var fill: Paint
        public var style: TextStyle

        public init(_ text: String, fill: Paint = .none, style: TextStyle) {
            (self.text, self.fill, self.style) = (text, fill, style)
        }
    }

    /// Where the table stands: beside the frame, or at a corner (0 left or bottom, 1 right or top) inside it.
    public enum Place: Hashable, Sendable {
        case below, above
        case inside(x: Double, y: Double)
        /// Shares of the frame, from the lower left.
        case box(left: Double, bottom: Double, width: Double, height: Double)
    }

    public var traits = MarkTraits(order: 4)
    /// Rows of equally many cells; nil where there is none.
    public var rows: [[Cell?]]
    /// Widths of the columns as shares of the frame; nil for as much as the words need.
    public var widths: [Double]?
    public var place: Place
    public var hasLines = true
    /// Factors of the usual width and height of cells.
    public var stretch = (x: 1.0, y: 1.0)
    /// Whether the first column names the rows and stands outside the shared width.
    public var hasRowNames = false

    public init(rows: [[Cell?]], widths: [Double]? = nil, place: Place) {
        let count = rows.map(\.count).max() ?? 0
        self.rows = rows.map { $0 + [Cell?](repeating: nil, count: count - $0.count) }
        (self.widths, self.place) = (widths, place)
        traits.isFitted = false
    }

    public var reach: Reach { Reach() }
    private var columns: Int { rows.first?.count ?? 0 }

    private var rowHeight: Double {
        let size = rows.joined().compactMap { $0?.style.size }.max() ?? TextSize.tick
        return size * 1.55 * stretch.y
    }

    /// The height of the whole table.
    var height: Double { rowHeight * Double(rows.count) }

    /// The widths of the columns beside a frame of some width.
    private func columnWidths(_ frame: Double) -> [Double] {
        (0..<columns).map { column in
            let needed = (rows.compactMap { $0[column] }.map { TextLayout.extent(of: $0.text, style: $0.style).width }.max() ?? 0) + 10
            let own = hasRowNames ? column - 1 : column
            if hasRowNames, column == 0 { return needed }
            if let widths, widths.indices.contains(own) { return widths[own] * frame * stretch.x }
            switch place {
            case .below, .above: return frame / Double(max(hasRowNames ? columns - 1 : columns, 1)) * stretch.x
            case .inside, .box: return needed * stretch.x
            }
        }
    }

    /// Room around the frame for a table that stands beside it.
    func margins(frame: Double) -> Margins {
        let names = hasRowNames ? columnWidths(frame).first ?? 0 : 0
        switch place {
        case .below: return Margins(left: names, bottom: height + 6)
        case .above: return Margins(left: names, top: height + 6)
        case .inside, .box: return Margins()
        }
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {}

    public func drawUncut(on canvas: inout Canvas, in frame: Frame) {
        guard columns > 0 else { return }
        var widths = columnWidths(frame.box.width)
        var line = rowHeight
        let total = widths.reduce(0, +)
        let names = hasRowNames ? widths[0] : 0
        let corner: Point
        switch place {
        case .below: corner = Point(frame.box.center.x - (total - names) / 2 - names, frame.box.bottom + 6 + frame.depth.bottom)
        case .above: corner = Point(frame.box.center.x - (total - names) / 2 - names, frame.box.y - 6 - height - frame.depth.top)
        case .inside(let x, let y):
            let room = frame.box.grown(by: -4)
            corner = Point(room.x + x * (room.width - total), room.y + (1 - y) * (room.height - height))
        case .box(let left, let bottom, let width, let height):
            let top = frame.share(left, bottom + height)
            widths = widths.map { $0 * width * frame.box.width / max(total, 1) }
            line = height * frame.box.height / Double(rows.count)
            corner = top
        }
        var y = corner.y
        for row in rows {
            var x = corner.x
            for (cell, width) in zip(row, widths) {
                if let cell { draw(cell, in: Box(x, y, width, line), on: &canvas) }
                x += width
            }
            y += line
        }
    }

    private func draw(_ cell: Cell, in box: Box, on canvas: inout Canvas) {
        var path = Path()
        path.rectangle(box)
        canvas.path(path, fill: cell.fill, stroke: hasLines ? Stroke(.theme(.frame), width: 0.8) : nil)
        var style = cell.style
        style.vertical = .center
        let x: Double = switch style.horizontal {
        case .left: box.x + 5
        case .center: box.center.x
        case .right: box.right - 5
        }
        canvas.text(cell.text, at: Point(x, box.center.y), style: style)
    }
}
