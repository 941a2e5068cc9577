// Defines ScatterMark: points with their own sizes and colours.

/// Points with their own sizes and colours.
public struct ScatterMark: Mark {
    public var traits: MarkTraits
    public var xs: [Double]
    public var ys: [Double]
    public var shape: Marker
    /// Areas in square points, taken round when fewer than the points.
    public var areas: [Double]
    /// Colours, taken round when fewer than the points; without any nothing is filled.
    public var fills: [Paint]
    /// Edge colours, taken round; empty means each point's fill.
    public var edges: [Paint]
    public var edgeWidth: Double
    public var alpha: Double
    /// Values behind the colours, when these came from a colour map.
    public var values: [Double]?

    public init(xs: [Double], ys: [Double], shape: Marker = .circle, areas: [Double] = [36], fills: [Paint], edges: [Paint] = [],
                edgeWidth: Double = 1, alpha: Double = 1, values: [Double]? = nil, label: String? = nil) {
        let count = min(xs.count, ys.count)
        self.xs = Array(xs.prefix(count))
        self.ys = Array(ys.prefix(count))
        self.shape = shape
        self.areas = areas.isEmpty ? [36] : areas
        self.fills = fills.isEmpty ? [.cycle(0)] : fills
        self.edges = edges
        self.edgeWidth = edgeWidth
        self.alpha = alpha
        self.values = values
        traits = MarkTraits(label: label, order: 1)
    }

    public var reach: Reach {
        var reach = Reach()
        reach.include(xs, ys)
        return reach
    }

    private func fill(_ index: Int) -> Paint { fills.isEmpty ? .none : fills[index % fills.count] }

    /// The look of one point.
    func style(_ index: Int) -> MarkerStyle {
        let fill = fill(index)
        let edge = edges.isEmpty ? fill : edges[index % edges.count]
        // The edge adds half its width on each side; pyplot's area leaves it out too.
        let size = max(areas[index % areas.count], 0).squareRoot()
        return MarkerStyle(shape, size: size, fill: fill, edge: Stroke(edge, width: edgeWidth, alpha: alpha), alpha: alpha)
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        var run: [Point] = []
        var current: MarkerStyle?
        let indices = shownIndices(in: frame)
        for index in indices {
            guard let point = frame.point(xs[index], ys[index]) else { continue }
            let style = style(index)
            if style != current, let finished = current {
                finished.draw(at: run, on: &canvas, in: frame.box)
                run = []
            }
            current = style
            run.append(point)
        }
        current?.draw(at: run, on: &canvas, in: frame.box)
    }

    /// All points, or of very many one for each cell of a fine grid and colour.
    private func shownIndices(in frame: Frame) -> [Int] {
        guard xs.count > 8000 else { return Array(xs.indices) }
        struct Cell: Hashable {
            let place: Point
            let fill: Paint
        }
        var taken: Set<Cell> = []
        return xs.indices.filter { index in
            guard let point = frame.point(xs[index], ys[index]), frame.box.grown(by: 20).contains(point) else { return false }
            let place = Point((point.x / 1.5).rounded(), (point.y / 1.5).rounded())
            return taken.insert(Cell(place: place, fill: fill(index))).inserted
        }
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        style(0).draw(at: [box.center], on: &canvas, in: box)
    }

    public var series: Series? {
        guard !xs.isEmpty else { return nil }
        var columns = [Series.Column("x", xs), Series.Column("y", ys)]
        if let values, values.count == xs.count { columns.append(.init("value", values)) }
        return Series(.points, name: traits.legendLabel, columns: columns)
    }

    public func obstacles(in frame: Frame) -> [Point] {
        Obstacles.along(zip(xs, ys).compactMap { frame.point($0, $1) }, joined: false, in: frame.box)
    }
}
