// Defines MeshMark: coloured cells between uneven grid lines.

/// Coloured cells between uneven grid lines (`pcolormesh` where the lines are not even).
public struct MeshMark: Mark {
    public var traits: MarkTraits
    /// Corners: (rows + 1)·(columns + 1) places in data space, row by row.
    public var cornerX: [Double]
    public var cornerY: [Double]
    /// Values of the cells, row by row.
    public var values: [Double]
    public var rows: Int
    public var columns: Int
    public var normalization: Normalization
    public var map: Colormap
    public var alpha: Double
    public var edge: Stroke?

    public init(cornerX: [Double], cornerY: [Double], values: [Double], rows: Int, columns: Int, normalization: Normalization,
                map: Colormap, alpha: Double = 1, edge: Stroke? = nil) {
        let corners = (rows + 1) * (columns + 1)
        let isSound = rows > 0 && columns > 0 && cornerX.count >= corners && cornerY.count >= corners && values.count >= rows * columns
        self.cornerX = cornerX
        self.cornerY = cornerY
        self.values = values
        self.rows = isSound ? rows : 0
        self.columns = isSound ? columns : 0
        self.normalization = normalization.fitted(to: values)
        self.map = map
        self.alpha = alpha
        self.edge = edge
        traits = MarkTraits(order: 0)
    }

    public var reach: Reach {
        var reach = Reach()
        reach.include(cornerX, cornerY)
        reach.stickyX = [reach.x.lower, reach.x.upper].filter(\.isFinite)
        reach.stickyY = [reach.y.lower, reach.y.upper].filter(\.isFinite)
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        var paths: [Int: Path] = [:]
        for row in 0..<rows {
            for column in 0..<columns {
                let position = normalization(values[row * columns + column])
                guard !position.isNaN else { continue }
                let start = row * (columns + 1) + column
                let corners = [start, start + 1, start + columns + 2, start + columns + 1].compactMap {
                    frame.point(cornerX[$0], cornerY[$0])
                }
                if corners.count == 4 { paths[map.index(of: position), default: Path()].polygon(corners) }
            }
        }
        canvas.open("g", ["shape-rendering": "crispEdges", "opacity": alpha < 1 ? Coordinate.text(alpha) : ""])
        for index in paths.keys.sorted() {
            guard let path = paths[index] else { continue }
            canvas.path(path, fill: .exact(map.entries[index]), stroke: edge)
        }
        canvas.close("g")
    }

    public var series: Series? {
        rows > 0 ? Series(.image, name: nil, columns: [.init("value", values)], grid: (rows, columns)) : nil
    }
}
