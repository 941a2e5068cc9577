// Defines Marker: the small shapes that stand for points.

/// The small shapes that stand for points, by pyplot's codes.
public enum Marker: String, Hashable, Sendable, CaseIterable {
    case point = ".", pixel = ",", circle = "o", triangleDown = "v", triangleUp = "^", triangleLeft = "<", triangleRight = ">"
    case forkDown = "1", forkUp = "2", forkLeft = "3", forkRight = "4", octagon = "8", square = "s", pentagon = "p", filledPlus = "P"
    case star = "*", hexagon = "h", turnedHexagon = "H", plus = "+", cross = "x", filledCross = "X", diamond = "D", thinDiamond = "d"
    case verticalBar = "|", horizontalBar = "_"

    /// Whether the shape has an inside; the others are strokes only.
    var isFilled: Bool {
        switch self {
        case .forkDown, .forkUp, .forkLeft, .forkRight, .plus, .cross, .verticalBar, .horizontalBar: false
        case .point, .pixel, .circle, .triangleDown, .triangleUp, .triangleLeft, .triangleRight, .octagon, .square, .pentagon,
            .filledPlus, .star, .hexagon, .turnedHexagon, .filledCross, .diamond, .thinDiamond: true
        }
    }

    /// Adds the shape around a centre; `size` is the width of the square it fits.
    func add(to path: inout Path, at center: Point, size: Double) {
        let r = size / 2
        func around(_ offsets: [(Double, Double)], closed: Bool = true) {
            path.polygon(offsets.map { Point(center.x + $0.0 * r, center.y + $0.1 * r) }, closed: closed)
        }
        switch self {
        case .point: path.circle(center, radius: r / 2)
        case .pixel: path.rectangle(Box(center.x - 0.5, center.y - 0.5, 1, 1))
        case .circle: path.circle(center, radius: r)
        case .triangleDown: around([(-1, -1), (1, -1), (0, 1)])
        case .triangleUp: around([(-1, 1), (1, 1), (0, -1)])
        case .triangleLeft: around([(1, -1), (1, 1), (-1, 0)])
        case .triangleRight: around([(-1, -1), (-1, 1), (1, 0)])
        case .forkDown: fork(&path, center, r, turn: 0)
        case .forkUp: fork(&path, center, r, turn: 180)
        case .forkLeft: fork(&path, center, r, turn: 90)
        case .forkRight: fork(&path, center, r, turn: 270)
        case .octagon: around(Marker.ring(8, turn: 22.5))
        case .square: path.rectangle(Box(center.x - r, center.y - r, size, size))
        case .pentagon: around(Marker.ring(5))
        case .hexagon: around(Marker.ring(6))
        case .turnedHexagon: around(Marker.ring(6, turn: 30))
        case .star: around(Marker.spikes)
        case .filledPlus: around(Marker.fatPlus)
        case .filledCross: around(Marker.fatPlus.map { (($0.0 - $0.1) * 0.75, ($0.0 + $0.1) * 0.75) })
        case .diamond: around([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)])
        case .thinDiamond: around([(0, -1.3), (0.8, 0), (0, 1.3), (-0.8, 0)])
        case .plus:
            around([(-1, 0), (1, 0)], closed: false)
            around([(0, -1), (0, 1)], closed: false)
        case .cross:
            around([(-1, -1), (1, 1)], closed: false)
            around([(-1, 1), (1, -1)], closed: false)
        case .verticalBar: around([(0, -1), (0, 1)], closed: false)
        case .horizontalBar: around([(-1, 0), (1, 0)], closed: false)
        }
    }

    private func fork(_ path: inout Path, _ center: Point, _ r: Double, turn: Double) {
        for degrees in [90.0, 210, 330] {
            let direction = (degrees + turn) * .pi / 180
            path.polygon([center, Point(center.x + r * cosine(direction), center.y + r * sine(direction))], closed: false)
        }
    }

    /// Corners of a regular polygon with one corner on top, turned by degrees.
    private static func ring(_ count: Int, turn: Double = 0) -> [(Double, Double)] {
        (0..<count).map { index in
            let direction = (Double(index) * 360 / Double(count) - 90 + turn) * .pi / 180
            return (cosine(direction), sine(direction))
        }
    }

    private static let spikes: [(Double, Double)] = (0..<10).map { index in
        let direction = (Double(index) * 36 - 90) * .pi / 180
        let reach = index.isMultiple(of: 2) ? 1.0 : 0.382
        return (reach * cosine(direction), reach * sine(direction))
    }

    private static let fatPlus: [(Double, Double)] = [
        (-0.33, -1), (0.33, -1), (0.33, -0.33), (1, -0.33), (1, 0.33), (0.33, 0.33),
        (0.33, 1), (-0.33, 1), (-0.33, 0.33), (-1, 0.33), (-1, -0.33), (-0.33, -0.33),
    ]
}

/// How the points of a series are marked.
public struct MarkerStyle: Hashable, Sendable {
    public var shape: Marker
    /// Width in points.
    public var size: Double
    public var fill: Paint
    public var edge: Stroke
    public var alpha: Double

    public init(_ shape: Marker, size: Double = 6, fill: Paint, edge: Stroke, alpha: Double = 1) {
        self.shape = shape
        self.size = size
        self.fill = fill
        self.edge = edge
        self.alpha = alpha
    }

    /// Draws the marker at every place that can be seen; of places nearer than a third of a point one is enough when there are many.
    func draw(at points: [Point], on canvas: inout Canvas, in box: Box) {
        let window = box.grown(by: size)
        var seen = points.filter { window.contains($0) }
        if seen.count > 5000 { seen = MarkerStyle.spread(seen, cell: 0.7) }
        guard !seen.isEmpty, size > 0 else { return }
        let fill = shape.isFilled ? fill : .none
        let edge = shape.isFilled ? edge : Stroke(edge.paint, width: max(edge.width, 1), alpha: edge.alpha)
        let style = canvas.style(fill: fill, alpha: alpha, stroke: edge)
        canvas.append("<g\(style)>")
        for point in seen {
            switch shape {
            case .circle, .point:
                let radius = shape == .circle ? size / 2 : size / 4
                canvas.append("<circle cx=\"\(Coordinate.text(point.x))\" cy=\"\(Coordinate.text(point.y))\" r=\"\(Coordinate.text(radius))\"/>")
            default:
                var path = Path()
                shape.add(to: &path, at: point, size: size)
                canvas.append("<path d=\"\(path.text)\"/>")
            }
        }
        canvas.append("</g>")
    }

    /// One point for every occupied cell of a grid, in the given order.
    static func spread(_ points: [Point], cell: Double) -> [Point] {
        var taken: Set<Point> = []
        return points.filter { taken.insert(Point(($0.x / cell).rounded(), ($0.y / cell).rounded())).inserted }
    }
}
