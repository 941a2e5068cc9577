// Defines Space: what makes a chart three-dimensional — its third axis and where it is looked at from; and SpaceMark.

/// What makes a chart three-dimensional.
public struct Space: Hashable, Sendable {
    public var z = Axis()
    /// Degrees above the ground from which the chart is seen.
    public var elevation = 30.0
    /// Degrees around the vertical from which the chart is seen.
    public var azimuth = -60.0

    public init() {}
}

/// A place in data space.
struct Spot: Hashable {
    var x: Double
    var y: Double
    var z: Double

    init(_ x: Double, _ y: Double, _ z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }
}

/// A mark of a three-dimensional chart. It hands out small pieces; the chart draws those of all its marks from far to near.
protocol SpaceMark: Mark {
    /// What the mark covers along the third axis.
    var reachZ: Interval { get }
    /// The mark as pieces, each with its distance.
    func pieces(in view: SpaceView) -> [SpacePiece]
}

extension SpaceMark {
    public func draw(on canvas: inout Canvas, in frame: Frame) {}
}

/// A small part of a mark, projected.
struct SpacePiece {
    /// What is drawn.
    enum Shape {
        case face([Point], fill: Paint, alpha: Double, edge: Stroke?)
        case line([Point], Stroke)
        case point(Point, MarkerStyle)
        case words(Point, String, TextStyle)
    }

    let shape: Shape
    /// How near it is to the eye; the nearer covers the farther.
    let nearness: Double

    func draw(on canvas: inout Canvas, in box: Box) {
        switch shape {
        case .face(let points, let fill, let alpha, let edge):
            var path = Path()
            path.polygon(points)
            canvas.path(path, fill: fill, alpha: alpha, stroke: edge)
        case .line(let points, let stroke):
            var path = Path()
            path.polygon(points, closed: false)
            canvas.path(path, stroke: stroke)
        case .point(let point, let style): style.draw(at: [point], on: &canvas, in: box)
        case .words(let point, let text, let style): canvas.text(text, at: point, style: style)
        }
    }
}

extension Chart {
    /// The third axis; a flat chart has an unused one.
    public var z: Axis {
        get { space?.z ?? Axis() }
        set { space?.z = newValue }
    }

    /// The shown range of the third axis.
    public var depthLimits: (lower: Double, upper: Double) {
        var reach = Interval()
        for case let mark as any SpaceMark in marks where mark.traits.isVisible && mark.traits.isFitted { reach.include(mark.reachZ) }
        return z.limits(for: reach)
    }
}
