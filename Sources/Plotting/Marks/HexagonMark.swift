// Defines HexagonMark: equal hexagons, coloured by numbers (`hexbin`), and HexagonGrid, which sorts points into them.

/// Equal hexagons that stand on a corner, coloured by numbers.
public struct HexagonMark: Mark {
    public var traits: MarkTraits
    /// The middles, in data space.
    public var xs: [Double]
    public var ys: [Double]
    public var values: [Double]
    /// The distance between neighbours in a row, and between rows of the same lattice.
    public var width: Double
    public var height: Double
    /// What the points covered; the outermost hexagons reach beyond it.
    public var range: (x: Interval, y: Interval)
    public var normalization: Normalization
    public var map: Colormap
    public var alpha: Double
    /// The outline; nil for one in the hexagon's own colour, which closes the gaps between neighbours.
    public var edge: Stroke?

    /// `shown` are the hexagons of the grid that have a value.
    public init(_ grid: HexagonGrid, shown: [Int], values: [Double], normalization: Normalization, map: Colormap, alpha: Double = 1, edge: Stroke? = nil) {
        xs = shown.map { grid.xs[$0] }
        ys = shown.map { grid.ys[$0] }
        self.values = values
        (width, height, range) = (grid.width, grid.height, (grid.x, grid.y))
        self.normalization = normalization.fitted(to: values)
        self.map = map
        self.alpha = alpha
        self.edge = edge
        traits = MarkTraits(order: 1)
    }

    public var reach: Reach {
        var reach = Reach()
        (reach.x, reach.y) = range
        return reach
    }

    /// The corners around (0, 0), in data space: a third of the height over the middle and under it, a sixth beside it.
    private var corners: [(x: Double, y: Double)] {
        let (side, tip, flank) = (width / 2, height / 3, height / 6)
        return [(side, flank), (side, -flank), (0, -tip), (-side, -flank), (-side, flank), (0, tip)]
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        let corners = corners
        var paths: [Int: Path] = [:]
        for (index, value) in values.enumerated().prefix(xs.count) {
            let position = normalization(value)
            guard !position.isNaN else { continue }
            let places = corners.compactMap { frame.point(xs[index] + $0.x, ys[index] + $0.y) }
            if places.count == 6 { paths[map.index(of: position), default: Path()].polygon(places) }
        }
        canvas.group(opacity: alpha) { canvas in
            for index in paths.keys.sorted() {
                guard let path = paths[index] else { continue }
                let fill = Paint.exact(map.entries[index])
                canvas.path(path, fill: fill, stroke: edge ?? Stroke(fill, width: 0.4))
            }
        }
    }

    public var series: Series? {
        guard !xs.isEmpty else { return nil }
        return Series(.points, name: traits.legendLabel, columns: [.init("x", xs), .init("y", ys), .init("value", values)])
    }
}

/// Two lattices of middles, one shifted by half a step in both directions; every point belongs to the nearest middle.
public struct HexagonGrid {
    /// The middles, column by column: first the lattice with one more row and column, then the other.
    public private(set) var xs: [Double] = []
    public private(set) var ys: [Double] = []
    /// The distance between neighbours in a row, and between rows of the same lattice.
    public let width: Double
    public let height: Double
    private let columns: Int
    private let rows: Int
    let x: Interval
    let y: Interval

    /// A grid over a range; `rows` nil means as many as make the hexagons regular on a square chart.
    public init(columns: Int, rows: Int?, x: Interval, y: Interval) {
        let columns = max(columns, 1)
        let rows = max(rows ?? Int((Double(columns) / 3.0.squareRoot()).rounded(.down)), 1)
        (self.columns, self.rows) = (columns, rows)
        // The rim belongs to the outermost hexagons, whatever the rounding.
        let padding = (x.upper - x.lower) * 1e-9
        self.x = Interval(x.lower - padding, x.upper + padding)
        self.y = y
        width = (self.x.upper - self.x.lower) / Double(columns)
        height = (y.upper - y.lower) / Double(rows)
        for shift in [0.0, 0.5] {
            let (across, up) = shift == 0 ? (columns + 1, rows + 1) : (columns, rows)
            for column in 0..<across {
                for row in 0..<up {
                    xs.append(self.x.lower + (Double(column) + shift) * width)
                    ys.append(y.lower + (Double(row) + shift) * height)
                }
            }
        }
    }

    /// The middle that a point belongs to; nil outside the grid.
    public func cell(ofX px: Double, y py: Double) -> Int? {
        let (u, v) = ((px - x.lower) / width, (py - y.lower) / height)
        guard u.isFinite, v.isFinite, abs(u) < 1e6, abs(v) < 1e6 else { return nil }
        let (firstColumn, firstRow) = (u.rounded(.toNearestOrEven), v.rounded(.toNearestOrEven))
        let (otherColumn, otherRow) = (u.rounded(.down), v.rounded(.down))
        func distance(_ a: Double, _ b: Double) -> Double { a * a + 3 * b * b }
        if distance(u - firstColumn, v - firstRow) < distance(u - otherColumn - 0.5, v - otherRow - 0.5) {
            let (column, row) = (Int(firstColumn), Int(firstRow))
            return (0...columns).contains(column) && (0...rows).contains(row) ? column * (rows + 1) + row : nil
        }
        let (column, row) = (Int(otherColumn), Int(otherRow))
        guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
        return (columns + 1) * (rows + 1) + column * rows + row
    }
}
