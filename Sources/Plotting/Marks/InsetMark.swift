// Defines InsetMark: the part of a chart that an inset shows larger, and lines from it to the inset.

/// The part of a chart that an inset shows larger: a rectangle, and two lines from its corners to those of the inset.
public struct InsetMark: Mark {
    public var traits: MarkTraits
    /// The part, in data space.
    public var left, right, bottom, top: Double
    /// The inset's place as shares of the frame, from the lower left; nil where no lines lead to it.
    public var inset: (left: Double, bottom: Double, width: Double, height: Double)?
    public var edge: Stroke
    public var fill: Paint
    public var alpha: Double

    public init(x: (Double, Double), y: (Double, Double), inset: (left: Double, bottom: Double, width: Double, height: Double)?, edge: Stroke, fill: Paint, alpha: Double) {
        (left, right) = (min(x.0, x.1), max(x.0, x.1))
        (bottom, top) = (min(y.0, y.1), max(y.0, y.1))
        (self.inset, self.edge, self.fill, self.alpha) = (inset, edge, fill, alpha)
        traits = MarkTraits(order: 4.99)
        traits.isFitted = false
    }

    public var look: MarkLook {
        get { MarkLook(fills: [fill], line: edge, alpha: alpha) }
        set {
            (fill, edge, alpha) = (newValue.fills.first ?? fill, newValue.line ?? edge, newValue.alpha)
            edge.alpha = alpha
        }
    }

    public var reach: Reach { Reach() }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        guard let box = frame.box(fromX: left, y: bottom, toX: right, y: top) else { return }
        var path = Path()
        path.rectangle(box)
        canvas.path(path, fill: fill, alpha: alpha, stroke: edge)
    }

    public func drawUncut(on canvas: inout Canvas, in frame: Frame) {
        guard let inset, let part = frame.box(fromX: left, y: bottom, toX: right, y: top) else { return }
        let (low, high) = (frame.share(inset.left, inset.bottom), frame.share(inset.left + inset.width, inset.bottom + inset.height))
        let (isLeft, isRight) = (part.x < low.x, part.right < high.x)
        let (isLow, isHigh) = (part.bottom > low.y, part.y > high.y)
        // Of the four pairs of corners, those whose line crosses neither rectangle.
        let lines: [(isSeen: Bool, from: Point, to: Point)] = [
            (isLeft != isLow, Point(part.x, part.bottom), low), (isLeft == isHigh, Point(part.x, part.y), Point(low.x, high.y)),
            (isRight == isLow, Point(part.right, part.bottom), Point(high.x, low.y)), (isRight != isHigh, Point(part.right, part.y), high),
        ]
        var path = Path()
        for line in lines where line.isSeen { path.polygon([line.from, line.to], closed: false) }
        canvas.path(path, stroke: edge)
    }
}
