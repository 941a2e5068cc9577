// Defines Frame: the place of a chart on the figure, and the way from data to that place.

/// One direction of a frame: data values → points on the figure.
struct AxisMap {
    let scale: Scale
    /// The shown range in data space; `lower` stands at the start of the axis.
    let lower: Double
    let upper: Double
    /// Where `lower` and `upper` stand on the figure.
    let start: Double
    let end: Double
    private let origin: Double
    private let factor: Double

    init(scale: Scale, lower: Double, upper: Double, start: Double, end: Double) {
        self.scale = scale
        self.lower = lower
        self.upper = upper
        self.start = start
        self.end = end
        origin = scale.forward(lower)
        // Halves keep the difference of huge limits finite.
        let half = scale.forward(upper) / 2 - origin / 2
        factor = half == 0 || !half.isFinite ? 0 : (end - start) / 2 / half
    }

    /// The place of a value; NaN for values without one.
    func callAsFunction(_ value: Double) -> Double {
        start + (scale.forward(value) - origin) * factor
    }

    /// The data value at a place.
    func inverse(_ place: Double) -> Double {
        factor == 0 ? lower : scale.inverse(origin + (place - start) / factor)
    }
}

/// The place of a chart on the figure, and the way from data to that place. Marks draw themselves in it.
public struct Frame {
    let box: Box
    let x: AxisMap
    let y: AxisMap
    /// The id of the clip path that cuts at the box.
    let clip: String
    /// The way to places of a polar chart; nil where axes are upright.
    var polar: PolarMap?
    /// What ticks, labels and titles take over and under the frame: marks that stand beside it keep clear of them.
    var depth = (top: 0.0, bottom: 0.0)

    /// The place of a data point, nil where it has none.
    func point(_ x: Double, _ y: Double) -> Point? {
        let place = place(x, y)
        return place.x.isFinite && place.y.isFinite ? place : nil
    }

    /// The place of a data point; its coordinates are NaN or infinite where it has none.
    func place(_ x: Double, _ y: Double) -> Point { polar?.place(x, y) ?? Point(self.x(x), self.y(y)) }

    /// The box between two data points, kept within reach of the frame so that huge bars stay drawable; nil without a place.
    func box(fromX x0: Double, y y0: Double, toX x1: Double, y y1: Double) -> Box? {
        let reach = box.grown(by: 100)
        func bounded(_ place: Double, _ low: Double, _ high: Double) -> Double { min(max(place, low), high) }
        // A log axis has no place for a bar's foot at zero: it stands beyond the frame's edge.
        let (a, b) = (place(x0, x, below: min(x.start, x.end) - 10), place(x1, x, below: min(x.start, x.end) - 10))
        let (c, d) = (place(y0, y, below: max(y.start, y.end) + 10), place(y1, y, below: max(y.start, y.end) + 10))
        guard !a.isNaN, !b.isNaN, !c.isNaN, !d.isNaN else { return nil }
        let (left, right) = (bounded(min(a, b), reach.x, reach.right), bounded(max(a, b), reach.x, reach.right))
        let (top, bottom) = (bounded(min(c, d), reach.y, reach.bottom), bounded(max(c, d), reach.y, reach.bottom))
        return Box(left, top, right - left, bottom - top)
    }

    /// The place of a data point; a value that a log axis has no place for stands beyond the frame's edge. Nil without a place all the same.
    func pointOrEdge(_ x: Double, _ y: Double) -> Point? {
        if polar != nil { return point(x, y) }
        let (px, py) = (place(x, self.x, below: min(self.x.start, self.x.end) - 10), place(y, self.y, below: max(self.y.start, self.y.end) + 10))
        return px.isFinite && py.isFinite ? Point(px, py) : nil
    }

    private func place(_ value: Double, _ axis: AxisMap, below edge: Double) -> Double {
        axis.scale.needsPositive && value <= 0 ? edge : axis(value)
    }

    /// A place given as shares of the frame, (0, 0) at the lower left.
    func share(_ x: Double, _ y: Double) -> Point {
        Point(box.x + x * box.width, box.bottom - y * box.height)
    }
}
