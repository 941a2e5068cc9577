// Defines LineMark: points joined by a line, marked, or both.

/// Points joined by a line, marked, or both.
public struct LineMark: Mark {
    /// How neighbours are joined.
    public enum Join: Hashable, Sendable {
        case straight
        /// Steps that change at the start of a gap, in its middle, at its end.
        case stepBefore, stepMiddle, stepAfter
    }

    public var traits: MarkTraits
    public var xs: [Double]
    public var ys: [Double]
    public var stroke: Stroke
    public var marker: MarkerStyle?
    /// Every how many points one is marked.
    public var markEvery = 1
    public var join = Join.straight
    /// Values beyond which no margin is wanted.
    public var stickyX: [Double] = []
    public var stickyY: [Double] = []

    /// `xs` and `ys` of equal length (longer ones are cut).
    public init(xs: [Double], ys: [Double], stroke: Stroke, marker: MarkerStyle? = nil, label: String? = nil) {
        let count = min(xs.count, ys.count)
        self.xs = Array(xs.prefix(count))
        self.ys = Array(ys.prefix(count))
        self.stroke = stroke
        self.marker = marker
        traits = MarkTraits(label: label, order: 2)
    }

    public var reach: Reach {
        var reach = Reach()
        reach.include(xs, ys)
        (reach.stickyX, reach.stickyY) = (stickyX, stickyY)
        return reach
    }

    private func places(in frame: Frame) -> [Point] {
        zip(xs, ys).map { frame.place($0, $1) }.map { $0.x.isFinite && $0.y.isFinite ? $0 : Point(.nan, .nan) }
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        let places = places(in: frame)
        if stroke.isVisible {
            canvas.path(Polyline.path(joined(places), in: frame.box), stroke: stroke)
        }
        guard let marker else { return }
        let every = max(markEvery, 1)
        let marked = every == 1 ? places : stride(from: 0, to: places.count, by: every).map { places[$0] }
        marker.draw(at: marked, on: &canvas, in: frame.box)
    }

    private func joined(_ places: [Point]) -> [Point] {
        guard join != .straight, let first = places.first else { return places }
        var result = [first]
        for (a, b) in zip(places, places.dropFirst()) {
            switch join {
            case .straight: break
            case .stepBefore: result.append(Point(a.x, b.y))
            case .stepAfter: result.append(Point(b.x, a.y))
            case .stepMiddle:
                let middle = (a.x + b.x) / 2
                result += [Point(middle, a.y), Point(middle, b.y)]
            }
            result.append(b)
        }
        return result
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        path.polygon([Point(box.x, box.center.y), Point(box.right, box.center.y)], closed: false)
        canvas.path(path, stroke: stroke)
        marker?.draw(at: [box.center], on: &canvas, in: box)
    }

    public var series: Series? {
        guard !xs.isEmpty else { return nil }
        return Series(stroke.isVisible ? .line : .points, name: traits.legendLabel, columns: [.init("x", xs), .init("y", ys)])
    }

    public func obstacles(in frame: Frame) -> [Point] {
        Obstacles.along(places(in: frame), joined: stroke.isVisible, in: frame.box)
    }
}

/// Places a legend should leave free.
enum Obstacles {
    /// About 200 places along a series, between its points too when these are joined.
    static func along(_ points: [Point], joined: Bool, in box: Box) -> [Point] {
        let step = max(1, points.count / 200)
        let chosen = stride(from: 0, to: points.count, by: step).map { points[$0] }
        var result = chosen
        if joined, chosen.count < 100 {
            for (a, b) in zip(chosen, chosen.dropFirst()) {
                for part in 1..<8 { result.append(a + (b - a) * (Double(part) / 8)) }
            }
        }
        return result.filter { box.contains($0) }
    }
}
