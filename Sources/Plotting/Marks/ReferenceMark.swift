// Defines ReferenceMark: lines and bands across the whole chart, and single segments.

/// Lines and bands that follow the frame (`axhline`, `axvspan`), and single segments (`vlines`, `axline`).
public struct ReferenceMark: Mark {
    /// What is drawn.
    public enum Shape: Hashable, Sendable {
        /// A level line at y, from one share of the width to another.
        case horizontal(y: Double, from: Double, to: Double)
        /// An upright line at x, from one share of the height to another.
        case vertical(x: Double, from: Double, to: Double)
        /// A band between two y, over a part of the width.
        case horizontalBand(from: Double, to: Double, start: Double, end: Double)
        /// A band between two x, over a part of the height.
        case verticalBand(from: Double, to: Double, start: Double, end: Double)
        /// Segments between data points.
        case segments([Segment])
        /// A line without end through a data point.
        case through(x: Double, y: Double, slope: Double)
    }

    /// A straight piece between two data points.
    public struct Segment: Hashable, Sendable {
        public var x0, y0, x1, y1: Double

        public init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
            (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
        }
    }

    public var traits: MarkTraits
    public var shape: Shape
    public var stroke: Stroke?
    public var fill: Paint
    public var alpha: Double

    public init(_ shape: Shape, stroke: Stroke?, fill: Paint = .none, alpha: Double = 1, label: String? = nil) {
        self.shape = shape
        self.stroke = stroke
        self.fill = fill
        self.alpha = alpha
        traits = MarkTraits(label: label, order: fill == .none ? 2 : 1)
    }

    public var reach: Reach {
        var reach = Reach()
        switch shape {
        case .horizontal(let y, _, _): reach.y.include(y)
        case .vertical(let x, _, _): reach.x.include(x)
        case .horizontalBand(let low, let high, _, _): reach.y = Interval(low, high)
        case .verticalBand(let low, let high, _, _): reach.x = Interval(low, high)
        case .segments(let segments):
            for segment in segments { reach.include([segment.x0, segment.x1], [segment.y0, segment.y1]) }
        case .through(let x, let y, _): reach.include([x], [y])
        }
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        var path = Path()
        let box = frame.box
        if let polar = frame.polar { return draw(on: &canvas, in: frame, polar) }
        switch shape {
        case .horizontal(let y, let from, let to):
            add(Point(frame.share(from, 0).x, frame.y(y)), Point(frame.share(to, 0).x, frame.y(y)), box, &path)
        case .vertical(let x, let from, let to):
            add(Point(frame.x(x), frame.share(0, from).y), Point(frame.x(x), frame.share(0, to).y), box, &path)
        case .horizontalBand(let low, let high, let start, let end):
            if let band = frame.box(fromX: frame.x.lower, y: low, toX: frame.x.upper, y: high) {
                path.rectangle(Box(frame.share(start, 0).x, band.y, box.width * (end - start), band.height))
            }
        case .verticalBand(let low, let high, let start, let end):
            if let band = frame.box(fromX: low, y: frame.y.lower, toX: high, y: frame.y.upper) {
                path.rectangle(Box(band.x, frame.share(0, end).y, band.width, box.height * (end - start)))
            }
        case .segments(let segments):
            for segment in segments {
                if let a = frame.point(segment.x0, segment.y0), let b = frame.point(segment.x1, segment.y1) { add(a, b, box, &path) }
            }
        case .through(let x, let y, let slope):
            let (left, right) = (frame.x.lower, frame.x.upper)
            if let a = frame.point(left, y + (left - x) * slope), let b = frame.point(right, y + (right - x) * slope) {
                add(a, b, box, &path)
            } else if !slope.isFinite {
                add(Point(frame.x(x), box.y), Point(frame.x(x), box.bottom), box, &path)
            }
        }
        canvas.path(path, fill: fill, alpha: alpha, stroke: stroke)
    }

    /// On a polar chart lines of one radius are arcs, lines of one angle are spokes, bands are pieces of rings.
    private func draw(on canvas: inout Canvas, in frame: Frame, _ polar: PolarMap) {
        let (low, high) = (polar.radii.lower, polar.radii.upper)
        func angle(_ share: Double) -> Double { polar.angles.lower + (polar.angles.upper - polar.angles.lower) * share }
        func radius(_ share: Double) -> Double { low + (high - low) * share }
        var path = Path()
        switch shape {
        case .horizontal(let y, let from, let to):
            let distance = polar.radii(y)
            if distance > 0 { path.polygon(polar.arc(from: angle(from), to: angle(to), distance: distance), closed: false) }
        case .vertical(let x, let from, let to):
            path.polygon([polar.place(x, radius(from)), polar.place(x, radius(to))], closed: false)
        case .horizontalBand(let low, let high, let start, let end): path.polygon(polar.ring(angles: (angle(start), angle(end)), radii: (low, high)))
        case .verticalBand(let low, let high, let start, let end): path.polygon(polar.ring(angles: (low, high), radii: (radius(start), radius(end))))
        case .segments(let segments):
            for segment in segments { path.polygon([frame.point(segment.x0, segment.y0), frame.point(segment.x1, segment.y1)].compactMap { $0 }, closed: false) }
        case .through: break
        }
        canvas.path(path, fill: fill, alpha: alpha, stroke: stroke)
    }

    private func add(_ a: Point, _ b: Point, _ box: Box, _ path: inout Path) {
        guard let (start, end) = Polyline.clip(a, b, to: box.grown(by: 20)) else { return }
        path.polygon([start, end], closed: false)
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        if fill == .none {
            path.polygon([Point(box.x, box.center.y), Point(box.right, box.center.y)], closed: false)
        } else {
            path.rectangle(box)
        }
        canvas.path(path, fill: fill, alpha: alpha, stroke: stroke)
    }
}
