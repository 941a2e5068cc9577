// Defines SurfaceMark: a surface over a grid, as coloured faces or as a net of lines.

/// A surface over a grid of places.
public struct SurfaceMark: SpaceMark {
    /// How faces are coloured.
    public enum Coloring: Sendable {
        /// One colour, darker where a face turns away from the light.
        case plain(Color, isShaded: Bool)
        /// By the mean height of each face.
        case mapped(Normalization, Colormap)
        /// No faces, only the lines of the net.
        case net(Stroke)
    }

    public var traits: MarkTraits
    public var xs: [Double]
    public var ys: [Double]
    public var zs: [Double]
    public var rows: Int
    public var columns: Int
    public var coloring: Coloring
    public var alpha: Double
    public var edge: Stroke?
    /// At most this many faces in each direction are drawn; finer grids are thinned.
    public var mostFaces: (down: Int, across: Int)

    /// Places and heights, row by row.
    public init(xs: [Double], ys: [Double], zs: [Double], rows: Int, columns: Int, coloring: Coloring, alpha: Double = 1, edge: Stroke? = nil,
                mostFaces: (down: Int, across: Int) = (50, 50), label: String? = nil) {
        let count = rows * columns
        let isSound = rows > 1 && columns > 1 && xs.count >= count && ys.count >= count && zs.count >= count
        (self.xs, self.ys, self.zs) = (xs, ys, zs)
        (self.rows, self.columns) = isSound ? (rows, columns) : (0, 0)
        self.coloring = coloring
        self.alpha = alpha
        self.edge = edge
        self.mostFaces = mostFaces
        traits = MarkTraits(label: label, order: 1)
    }

    public var reach: Reach {
        var reach = Reach()
        reach.include(xs, ys)
        return reach
    }
    var reachZ: Interval { SpaceReach.of(zs) }

    /// The rows (or columns) that are drawn: the first, the last, and some between.
    private static func chosen(_ count: Int, _ most: Int) -> [Int] {
        guard count > 1 else { return [] }
        let step = max(1, (count + max(most, 1) - 1) / max(most, 1))
        let all = Array(stride(from: 0, to: count, by: step))
        return all.last == count - 1 ? all : all + [count - 1]
    }

    func pieces(in view: SpaceView) -> [SpacePiece] {
        let (down, across) = (SurfaceMark.chosen(rows, mostFaces.down), SurfaceMark.chosen(columns, mostFaces.across))
        if case .net(let stroke) = coloring { return net(down, across, stroke, view) }
        var pieces: [SpacePiece] = []
        for (top, bottom) in zip(down, down.dropFirst()) {
            for (left, right) in zip(across, across.dropFirst()) {
                let corners = [top * columns + left, top * columns + right, bottom * columns + right, bottom * columns + left]
                let places = corners.compactMap { view.place(xs[$0], ys[$0], zs[$0]) }
                guard places.count == 4 else { continue }
                let fill = paint(corners, view)
                // A hairline of the face's own colour closes the seams between faces.
                let seam = edge ?? (alpha < 1 ? nil : Stroke(fill, width: 0.3))
                pieces.append(SpacePiece(
                    shape: .face(places.map(\.point), fill: fill, alpha: alpha, edge: seam), nearness: places.map(\.nearness).reduce(0, +) / 4))
            }
        }
        return pieces
    }

    private func paint(_ corners: [Int], _ view: SpaceView) -> Paint {
        switch coloring {
        case .mapped(let normalization, let map):
            let mean = corners.map { zs[$0] }.reduce(0, +) / 4
            return .exact(map.color(at: normalization(mean)))
        case .plain(let color, let isShaded):
            guard isShaded else { return .exact(color) }
            let spots = corners.map { view.share(xs[$0], ys[$0], zs[$0]) }
            let (a, b) = (Spot(spots[2].x - spots[0].x, spots[2].y - spots[0].y, spots[2].z - spots[0].z),
                          Spot(spots[3].x - spots[1].x, spots[3].y - spots[1].y, spots[3].z - spots[1].z))
            let normal = Spot(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
            let length = SpaceView.dot(normal, normal).squareRoot()
            guard length > 0 else { return .exact(color) }
            let light = Spot(-0.45, -0.55, 0.7)
            let brightness = abs(SpaceView.dot(normal, light)) / length
            return .exact(Color.black.mixed(with: color, 0.45 + 0.55 * min(brightness, 1)))
        case .net: return .none
        }
    }

    private func net(_ down: [Int], _ across: [Int], _ stroke: Stroke, _ view: SpaceView) -> [SpacePiece] {
        func piece(_ a: Int, _ b: Int) -> SpacePiece? {
            guard let first = view.place(xs[a], ys[a], zs[a]), let second = view.place(xs[b], ys[b], zs[b]) else { return nil }
            return SpacePiece(shape: .line([first.point, second.point], stroke), nearness: (first.nearness + second.nearness) / 2)
        }
        let level = down.flatMap { row in zip(across, across.dropFirst()).compactMap { piece(row * columns + $0, row * columns + $1) } }
        let upright = across.flatMap { column in zip(down, down.dropFirst()).compactMap { piece($0 * columns + column, $1 * columns + column) } }
        return level + upright
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        path.rectangle(box)
        switch coloring {
        case .plain(let color, _): canvas.path(path, fill: .exact(color), alpha: alpha)
        case .mapped(_, let map): canvas.path(path, fill: .exact(map.color(at: 0.5)), alpha: alpha)
        case .net(let stroke): canvas.path(path, stroke: stroke)
        }
    }

    public var series: Series? {
        rows > 0 ? Series(.image, name: traits.legendLabel, columns: [.init("z", zs)], grid: (rows, columns)) : nil
    }
}
