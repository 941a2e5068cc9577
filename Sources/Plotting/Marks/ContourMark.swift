// Defines ContourMark: lines of equal height, or the bands between them.

/// Lines of equal height over a grid, or the bands between them.
public struct ContourMark: Mark {
    public var traits: MarkTraits
    /// Places of the grid's nodes and the heights there, row by row: rows·columns values each.
    public var xs: [Double]
    public var ys: [Double]
    public var heights: [Double]
    public var rows: Int
    public var columns: Int
    /// Rising levels.
    public var levels: [Double]
    /// Whether bands are filled; else lines are drawn.
    public var isFilled: Bool
    /// A colour for every line (or band: one less than levels), taken round.
    public var paints: [Paint]
    public var strokeWidth: Double
    public var dash: Dash
    public var alpha: Double
    /// Whether lines carry their level in figures.
    public var labelStyle: TextStyle?

    public init(xs: [Double], ys: [Double], heights: [Double], rows: Int, columns: Int, levels: [Double], isFilled: Bool,
                paints: [Paint], strokeWidth: Double = 1.5, dash: Dash = .solid, alpha: Double = 1) {
        let count = rows * columns
        let isSound = rows > 1 && columns > 1 && xs.count >= count && ys.count >= count && heights.count >= count
        self.xs = xs
        self.ys = ys
        self.heights = heights
        self.rows = isSound ? rows : 0
        self.columns = isSound ? columns : 0
        self.levels = levels.filter(\.isFinite).sorted()
        self.isFilled = isFilled
        self.paints = paints.isEmpty ? [.ink] : paints
        self.strokeWidth = strokeWidth
        self.dash = dash
        self.alpha = alpha
        traits = MarkTraits(order: isFilled ? 1 : 2)
    }

    /// Round levels for heights, about `count` of them; for bands they enclose all heights.
    public static func levels(for heights: [Double], count: Int, isFilled: Bool) -> [Double] {
        var reach = Interval()
        for height in heights { reach.include(height) }
        guard !reach.isEmpty, reach.upper > reach.lower else { return reach.isEmpty ? [] : [reach.lower, reach.lower + 1] }
        let inner = LinearTicks.values(from: reach.lower, to: reach.upper, count: max(count, 1) + 1)
        guard inner.count > 1 else { return inner }
        let step = inner[1] - inner[0]
        var levels = inner
        if let first = inner.first, first > reach.lower { levels.insert(first - step, at: 0) }
        if let last = inner.last, last < reach.upper { levels.append(last + step) }
        return isFilled ? levels : levels.filter { $0 > reach.lower && $0 < reach.upper }
    }

    public var reach: Reach {
        var reach = Reach()
        if rows > 0 { reach.include(xs, ys) }
        reach.stickyX = [reach.x.lower, reach.x.upper].filter(\.isFinite)
        reach.stickyY = [reach.y.lower, reach.y.upper].filter(\.isFinite)
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        guard rows > 0 else { return }
        let places = zip(xs, ys).map { frame.place($0, $1) }
        let squares = MarchingSquares(places: places, heights: heights, rows: rows, columns: columns)
        if isFilled {
            fill(squares, on: &canvas)
        } else {
            outline(squares, on: &canvas)
        }
    }

    /// Bands from the lowest up, each covering all that is higher, so that no gaps show between neighbours.
    private func fill(_ squares: MarchingSquares, on canvas: inout Canvas) {
        guard levels.count > 1, let top = levels.last else { return }
        var above = Path()
        for ring in squares.regions(above: top, isInclusive: false) { above.polygon(ring) }
        canvas.group(opacity: alpha) { canvas in
            for (index, level) in levels.dropLast().enumerated() {
                var path = Path()
                for ring in squares.regions(above: level, isInclusive: true) { path.polygon(ring) }
                path.append(above)
                canvas.path(path, fill: paints[index % paints.count], evenOdd: true)
            }
        }
    }

    private func outline(_ squares: MarchingSquares, on canvas: inout Canvas) {
        for (index, level) in levels.enumerated() {
            let paint = paints[index % paints.count]
            var path = Path()
            let lines = squares.lines(at: level)
            for line in lines { path.polygon(line, closed: false) }
            // Below zero dashes, as on maps in one colour.
            let dash = paints.count == 1 && level < 0 && dash == .solid ? Dash.dashed : dash
            canvas.path(path, stroke: Stroke(paint, width: strokeWidth, dash: dash, alpha: alpha))
            guard var style = labelStyle, let longest = lines.max(by: { $0.count < $1.count }), longest.count > 8 else { continue }
            style.paint = paint
            style.vertical = .center
            style.box = TextBox(fill: .paper, edge: .none, padding: 0.1)
            canvas.text(NumberText.short(level, digits: 4), at: longest[longest.count / 2], style: style)
        }
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        path.polygon([Point(box.x, box.center.y), Point(box.right, box.center.y)], closed: false)
        canvas.path(path, stroke: Stroke(paints[0], width: strokeWidth))
    }

    public var series: Series? {
        rows > 0 ? Series(.contours, name: traits.legendLabel, columns: [.init("height", heights)], grid: (rows, columns)) : nil
    }
}
