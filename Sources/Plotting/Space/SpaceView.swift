// Defines SpaceView: the projection of a three-dimensional chart onto its box on the page.

/// The projection of a three-dimensional chart: data → a block of 4 : 4 : 3 around the origin → the page, seen from some distance.
struct SpaceView {
    /// The shown ranges of the three axes.
    let x: (lower: Double, upper: Double)
    let y: (lower: Double, upper: Double)
    let z: (lower: Double, upper: Double)
    let box: Box
    /// The unit vector towards the eye.
    let eye: Spot
    private let right: Spot
    private let up: Spot
    private var scale = 1.0
    private var shift = Point(0, 0)

    /// The lengths of the block's edges.
    private static let block = Spot(1, 1, 0.75)
    /// The distance of the eye: far, so that parallels stay nearly parallel.
    private static let distance = 7.0
    /// The share of the box left for labels.
    private static let room = 0.84

    init(chart: Chart, space: Space, x: (lower: Double, upper: Double), y: (lower: Double, upper: Double), box: Box) {
        (self.x, self.y, z, self.box) = (x, y, chart.depthLimits, box)
        let azimuth = space.azimuth.isFinite ? space.azimuth * .pi / 180 : 0
        let elevation = space.elevation.isFinite ? space.elevation * .pi / 180 : 0
        let (ca, sa, ce, se) = (cosine(azimuth), sine(azimuth), cosine(elevation), sine(elevation))
        eye = Spot(ce * ca, ce * sa, se)
        right = Spot(-sa, ca, 0)
        up = Spot(-se * ca, -se * sa, ce)
        let corners = SpaceView.corners.map { flat($0).point }
        let (low, high) = (Point(corners.map(\.x).min() ?? 0, corners.map(\.y).min() ?? 0), Point(corners.map(\.x).max() ?? 1, corners.map(\.y).max() ?? 1))
        scale = min(box.width / max(high.x - low.x, 1e-9), box.height / max(high.y - low.y, 1e-9)) * SpaceView.room
        shift = Point(box.center.x - (low.x + high.x) / 2 * scale, box.center.y - (low.y + high.y) / 2 * scale)
    }

    /// The corners of the block, as shares of its edges.
    private static let corners = (0..<8).map { Spot(Double($0 & 1), Double($0 >> 1 & 1), Double($0 >> 2)) }

    /// The place and nearness of shares of the block's edges.
    func place(_ share: Spot) -> (point: Point, nearness: Double) {
        let (point, nearness) = flat(share)
        return (Point(point.x * scale + shift.x, point.y * scale + shift.y), nearness)
    }

    private func flat(_ share: Spot) -> (point: Point, nearness: Double) {
        let spot = Spot((share.x - 0.5) * SpaceView.block.x, (share.y - 0.5) * SpaceView.block.y, (share.z - 0.5) * SpaceView.block.z)
        let nearness = SpaceView.dot(spot, eye)
        let factor = SpaceView.distance / (SpaceView.distance - nearness)
        return (Point(SpaceView.dot(spot, right) * factor, -SpaceView.dot(spot, up) * factor), nearness)
    }

    /// The place and nearness of data; nil without one.
    func place(_ x: Double, _ y: Double, _ z: Double) -> (point: Point, nearness: Double)? {
        let share = Spot(SpaceView.share(x, self.x), SpaceView.share(y, self.y), SpaceView.share(z, self.z))
        guard share.x.isFinite, share.y.isFinite, share.z.isFinite, max(abs(share.x), abs(share.y), abs(share.z)) < 50 else { return nil }
        return place(share)
    }

    /// Where a value stands in a range: 0 at its lower end, 1 at its upper.
    static func share(_ value: Double, _ range: (lower: Double, upper: Double)) -> Double {
        // Halves keep the difference of huge limits finite.
        (value / 2 - range.lower / 2) / (range.upper / 2 - range.lower / 2)
    }

    /// A spot of data as shares of the block, for directions on a surface.
    func share(_ x: Double, _ y: Double, _ z: Double) -> Spot {
        Spot(SpaceView.share(x, self.x) * SpaceView.block.x, SpaceView.share(y, self.y) * SpaceView.block.y, SpaceView.share(z, self.z) * SpaceView.block.z)
    }

    static func dot(_ a: Spot, _ b: Spot) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }
}
