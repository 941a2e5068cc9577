// Defines PolygonMark: filled shapes in data space — polygons, rectangles, circles.

/// Filled shapes in data space.
public struct PolygonMark: Mark {
    public var traits: MarkTraits
    /// Corners of every shape, in data space.
    public var rings: [[(x: Double, y: Double)]]
    public var fill: Paint
    public var alpha: Double
    public var edge: Stroke?
    public var isClosed = true
    /// A value on which the shapes stand, beyond which no margin is wanted: of y, or of x where they lie.
    public var foot: Double?
    public var isLying = false

    public init(rings: [[(x: Double, y: Double)]], fill: Paint, alpha: Double = 1, edge: Stroke? = nil, label: String? = nil) {
        self.rings = rings
        self.fill = fill
        self.alpha = alpha
        self.edge = edge
        traits = MarkTraits(label: label, order: 1)
    }

    /// Corners of an ellipse around (x, y); the angle in degrees turns it counter-clockwise.
    public static func ellipse(x: Double, y: Double, width: Double, height: Double, angle: Double = 0) -> [(x: Double, y: Double)] {
        let turn = angle * .pi / 180
        return (0..<72).map { step in
            let direction = Double(step) * .pi / 36
            let (u, v) = (width / 2 * cosine(direction), height / 2 * sine(direction))
            return (x + u * cosine(turn) - v * sine(turn), y + u * sine(turn) + v * cosine(turn))
        }
    }

    public var reach: Reach {
        var reach = Reach()
        for ring in rings { reach.include(ring.map(\.x), ring.map(\.y)) }
        if let foot { if isLying { reach.stickyX = [foot] } else { reach.stickyY = [foot] } }
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        var path = Path()
        for ring in rings { path.polygon(ring.compactMap { frame.point($0.x, $0.y) }, closed: isClosed) }
        canvas.path(path, fill: isClosed ? fill : .none, alpha: alpha, stroke: edge)
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        path.rectangle(box)
        canvas.path(path, fill: fill, alpha: alpha, stroke: edge)
    }

    public func obstacles(in frame: Frame) -> [Point] {
        Obstacles.along(rings.flatMap { $0 }.compactMap { frame.point($0.x, $0.y) }, joined: false, in: frame.box)
    }
}
