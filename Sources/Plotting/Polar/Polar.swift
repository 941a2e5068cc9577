// Defines Polar: what makes a chart polar — x is an angle, y a radius.

/// What makes a chart polar: its x axis is an angle in radians, its y axis the distance from the middle.
public struct Polar: Hashable, Sendable {
    /// Where the angle 0 lies, in radians counter-clockwise from the right.
    public var offset = 0.0
    /// 1 where angles grow counter-clockwise, -1 where they grow clockwise.
    public var direction = 1.0
    /// The angle along which the radii are named, in degrees.
    public var labelAngle = 22.5

    public init() {}

    /// Prepares the axes of a chart: a whole turn with a tick every 45 degrees, radii from 0, both with grid lines.
    public func prepare(_ chart: inout Chart) {
        chart.polar = self
        (chart.x.lower, chart.x.upper) = (0, 2 * .pi)
        let degrees = (0..<8).map { $0 * 45 }
        chart.x.ticks = .fixed(degrees.map { Double($0) * .pi / 180 }, labels: degrees.map { "\($0)°" })
        chart.y.includesZero = true
        chart.y.tickStyle.horizontal = .left
        for path in [\Chart.x, \Chart.y] { chart[keyPath: path].grid = Stroke(.theme(.grid), width: 0.8) }
    }
}

/// The way from angles and radii to the page: the sector between two angles, as large as its box allows.
struct PolarMap {
    private let polar: Polar
    /// The shown angles, in radians.
    let angles: (lower: Double, upper: Double)
    /// The shown radii, and the scale along them.
    let radii: AxisMap
    let center: Point
    /// The distance of the outermost radius from the middle.
    let radius: Double

    init(_ polar: Polar, angles: (lower: Double, upper: Double), radii: (lower: Double, upper: Double), scale: Scale, box: Box) {
        self.polar = polar
        self.angles = angles
        // The sector's own bounds, for a radius of 1 around the origin.
        var reach = (x: Interval(0, 0), y: Interval(0, 0))
        let span = angles.upper - angles.lower
        for step in 0...64 {
            let direction = polar.offset + polar.direction * (angles.lower + span * Double(step) / 64)
            reach.x.include(cosine(direction))
            reach.y.include(-sine(direction))
        }
        let (width, height) = (max(reach.x.upper - reach.x.lower, 1e-3), max(reach.y.upper - reach.y.lower, 1e-3))
        let unit = max(min(box.width / width, box.height / height), 1)
        radius = unit
        center = Point(box.center.x - (reach.x.lower + reach.x.upper) / 2 * unit, box.center.y - (reach.y.lower + reach.y.upper) / 2 * unit)
        self.radii = AxisMap(scale: scale, lower: radii.lower, upper: radii.upper, start: 0, end: unit)
    }

    /// Whether the sector is the whole circle.
    var isWhole: Bool { abs(angles.upper - angles.lower) >= 2 * .pi - 1e-9 }

    /// The place at an angle and a distance from the middle on the page.
    func spot(angle: Double, distance: Double) -> Point {
        let direction = polar.offset + polar.direction * angle
        return Point(center.x + cosine(direction) * distance, center.y - sine(direction) * distance)
    }

    /// The place of a data point; radii below the innermost have none.
    func place(_ angle: Double, _ radius: Double) -> Point {
        let distance = radii(radius)
        return distance >= -1e-9 ? spot(angle: angle, distance: distance) : Point(.nan, .nan)
    }

    /// Places along a circle, close enough to look round.
    func arc(from start: Double, to end: Double, distance: Double) -> [Point] {
        let steps = abs(end - start) / 0.05
        let count = steps.isFinite ? max(Int(min(steps, 400).rounded(.up)), 1) : 1
        return (0...count).map { spot(angle: start + (end - start) * Double($0) / Double(count), distance: distance) }
    }

    /// The outline of a piece of a ring.
    func ring(angles: (Double, Double), radii: (Double, Double)) -> [Point] {
        let (inner, outer) = (max(self.radii(radii.0), 0), max(self.radii(radii.1), 0))
        guard inner.isFinite, outer.isFinite, angles.0.isFinite, angles.1.isFinite else { return [] }
        return arc(from: angles.0, to: angles.1, distance: outer) + arc(from: angles.1, to: angles.0, distance: inner)
    }

    /// The outline of all that is shown.
    var outline: Path {
        var path = Path()
        if isWhole {
            path.circle(center, radius: radius)
        } else {
            path.polygon([center] + arc(from: angles.lower, to: angles.upper, distance: radius))
        }
        return path
    }
}
