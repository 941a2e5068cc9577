// Defines AreaMark: the band between two curves.

/// The band between two curves over common places, upright (`fill_between`) or lying (`fill_betweenx`).
public struct AreaMark: Mark {
    public var traits: MarkTraits
    /// Places along the band, and the two curves there; equal lengths. A NaN ends one part of the band.
    public var places: [Double]
    public var lower: [Double]
    public var upper: [Double]
    public var isHorizontal: Bool
    public var fill: Paint
    public var alpha: Double
    public var edge: Stroke?
    /// Whether the curves jump at the places instead of joining them.
    public var join: LineMark.Join
    /// A value on which the band stands, beyond which no margin is wanted.
    public var foot: Double?

    public init(places: [Double], lower: [Double], upper: [Double], isHorizontal: Bool = false, fill: Paint, alpha: Double = 1,
                edge: Stroke? = nil, join: LineMark.Join = .straight, label: String? = nil) {
        let count = min(places.count, lower.count, upper.count)
        self.places = Array(places.prefix(count))
        self.lower = Array(lower.prefix(count))
        self.upper = Array(upper.prefix(count))
        self.isHorizontal = isHorizontal
        self.fill = fill
        self.alpha = alpha
        self.edge = edge
        self.join = join
        traits = MarkTraits(label: label, order: 1)
    }

    public var reach: Reach {
        var reach = Reach()
        for curve in [lower, upper] {
            if isHorizontal { reach.include(curve, places) } else { reach.include(places, curve) }
        }
        if let foot { if isHorizontal { reach.stickyX = [foot] } else { reach.stickyY = [foot] } }
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        var path = Path()
        for part in places.indices.split(whereSeparator: { !(places[$0] + lower[$0] + upper[$0]).isFinite }) where part.count > 1 {
            let there = curve(upper, part, frame)
            let back = curve(lower, part, frame)
            path.polygon(there + back.reversed())
        }
        canvas.path(path, fill: fill, alpha: alpha, stroke: edge)
    }

    private func curve(_ values: [Double], _ part: Range<Int>, _ frame: Frame) -> [Point] {
        let window = frame.box.grown(by: 60)
        func bounded(_ point: Point) -> Point {
            Point(min(max(point.x, window.x), window.right), min(max(point.y, window.y), window.bottom))
        }
        var points: [Point] = []
        for index in part {
            let (x, y) = isHorizontal ? (values[index], places[index]) : (places[index], values[index])
            var place = frame.place(x, y)
            if place.y.isNaN, frame.y.scale.needsPositive { place.y = frame.box.bottom + 10 }
            guard place.x.isFinite, place.y.isFinite else { continue }
            if let last = points.last {
                if join == .stepAfter { points.append(bounded(Point(place.x, last.y))) }
                if join == .stepBefore { points.append(bounded(Point(last.x, place.y))) }
            }
            points.append(bounded(place))
        }
        return Polyline.thinned(points)
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        path.rectangle(box)
        canvas.path(path, fill: fill, alpha: alpha, stroke: edge)
    }

    public var series: Series? {
        guard !places.isEmpty else { return nil }
        return Series(.area, name: traits.legendLabel, columns: [
            .init(isHorizontal ? "y" : "x", places), .init("lower", lower), .init("upper", upper),
        ])
    }

    public func obstacles(in frame: Frame) -> [Point] {
        let step = max(1, places.count / 60)
        return stride(from: 0, to: places.count, by: step).flatMap { index -> [Point] in
            let (low, high) = (lower[index], upper[index])
            return [low, (low + high) / 2, high].compactMap {
                isHorizontal ? frame.point($0, places[index]) : frame.point(places[index], $0)
            }
        }.filter { frame.box.contains($0) }
    }
}
