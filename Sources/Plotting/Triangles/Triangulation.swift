// Defines Triangulation: scattered points joined to triangles that no other point lies in (Delaunay's).

/// Scattered points joined to triangles.
public struct Triangulation: Hashable, Sendable {
    public let xs: [Double]
    public let ys: [Double]
    /// Three point numbers each, counter-clockwise.
    public let triangles: [[Int]]

    /// Given triangles; those that name points that are not there are left out.
    public init(xs: [Double], ys: [Double], triangles: [[Int]]) {
        self.xs = xs
        self.ys = ys
        self.triangles = triangles.filter { corners in corners.count == 3 && corners.allSatisfy { xs.indices.contains($0) && ys.indices.contains($0) } }
    }

    /// Delaunay's triangles: no point lies inside the circle through a triangle's corners. Points that are not finite, or are there already,
    /// belong to none.
    public init(xs: [Double], ys: [Double]) {
        let count = min(xs.count, ys.count)
        var places: [Int] = []
        var known: Set<Point> = []
        for index in 0..<count where xs[index].isFinite && ys[index].isFinite {
            if known.insert(Point(xs[index], ys[index])).inserted { places.append(index) }
        }
        self.init(xs: Array(xs.prefix(count)), ys: Array(ys.prefix(count)), triangles: Delaunay(xs, ys, places).triangles)
    }

    /// Every edge once: the smaller point number first.
    public var edges: [[Int]] {
        var seen: Set<[Int]> = []
        for corners in triangles {
            for side in 0..<3 { seen.insert([min(corners[side], corners[(side + 1) % 3]), max(corners[side], corners[(side + 1) % 3])]) }
        }
        return seen.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    }
}

/// Adds points from left to right, and repairs the net around each (Bowyer and Watson). A point at infinity, the ghost, closes the net around
/// its rim.
private struct Delaunay {
    /// Three point numbers each, counter-clockwise.
    private(set) var triangles: [[Int]] = []
    private var open: [Open] = []
    private let spots: [Point]
    private static let ghost = -1

    /// A triangle that a later point may still change: real, or a side of the rim with the ghost as its last corner.
    private struct Open {
        let corners: (Int, Int, Int)
        /// Where its circle ends to the right; infinite for the rim.
        let reach: Double
    }

    init(_ xs: [Double], _ ys: [Double], _ places: [Int]) {
        let (left, low) = (places.map { xs[$0] }.min() ?? 0, places.map { ys[$0] }.min() ?? 0)
        let size = max((places.map { xs[$0] }.max() ?? 0) - left, (places.map { ys[$0] }.max() ?? 0) - low)
        // Both directions by one factor: circles stay circles.
        spots = size > 0 && size.isFinite ? places.map { Point((xs[$0] - left) / size, (ys[$0] - low) / size) } : []
        var order = spots.indices.sorted { (spots[$0].x, spots[$0].y) < (spots[$1].x, spots[$1].y) }
        guard order.count >= 3, let third = order.indices.dropFirst(2).first(where: { abs(turn(order[0], order[1], order[$0])) > 1e-14 }) else { return }
        let a = order[0]
        var (b, c) = (order[1], order.remove(at: third))
        if turn(a, b, c) < 0 { swap(&b, &c) }
        open = [around(a, b, c)] + [(b, a), (c, b), (a, c)].map { around($0, $1, Delaunay.ghost) }
        for point in order.dropFirst(2) { add(point) }
        triangles = triangles.map { $0.map { places[$0] } } + open.filter { $0.corners.2 != Delaunay.ghost }.map { [places[$0.corners.0], places[$0.corners.1], places[$0.corners.2]] }
    }

    /// Twice the area of a triangle: above zero where its corners run counter-clockwise.
    private func turn(_ a: Int, _ b: Int, _ c: Int) -> Double {
        (spots[b].x - spots[a].x) * (spots[c].y - spots[a].y) - (spots[b].y - spots[a].y) * (spots[c].x - spots[a].x)
    }

    private func around(_ a: Int, _ b: Int, _ c: Int) -> Open {
        if a == Delaunay.ghost { return around(b, c, a) }
        if b == Delaunay.ghost { return around(c, a, b) }
        guard c != Delaunay.ghost else { return Open(corners: (a, b, c), reach: .infinity) }
        let (u, v) = (spots[b] - spots[a], spots[c] - spots[a])
        let double = 2 * (u.x * v.y - u.y * v.x)
        let (uu, vv) = (u.x * u.x + u.y * u.y, v.x * v.x + v.y * v.y)
        let center = Point((v.y * uu - u.y * vv) / double, (u.x * vv - v.x * uu) / double)
        let reach = spots[a].x + center.x + center.length
        return Open(corners: (a, b, c), reach: reach.isFinite ? reach + 1e-9 : .infinity)
    }

    /// Whether a point lies in the circle of a triangle; of a side of the rim: outside it.
    private func holds(_ triangle: Open, _ point: Int) -> Bool {
        let (a, b, c) = triangle.corners
        guard c != Delaunay.ghost else {
            let side = turn(a, b, point)
            guard side == 0 else { return side > 0 }
            let (start, end, spot) = (spots[a], spots[b], spots[point])
            return (spot.x - start.x) * (spot.x - end.x) + (spot.y - start.y) * (spot.y - end.y) < 0
        }
        let (p, q, r) = (spots[a] - spots[point], spots[b] - spots[point], spots[c] - spots[point])
        let (pp, qq, rr) = (p.x * p.x + p.y * p.y, q.x * q.x + q.y * q.y, r.x * r.x + r.y * r.y)
        return pp * (q.x * r.y - q.y * r.x) - qq * (p.x * r.y - p.y * r.x) + rr * (p.x * q.y - p.y * q.x) > 1e-16
    }

    /// Replaces all triangles whose circle holds the point by triangles between their common rim and the point.
    private mutating func add(_ point: Int) {
        struct Side: Hashable { let start, end: Int }
        var sides: [Side] = []
        var kept: [Open] = []
        for triangle in open {
            let (a, b, c) = triangle.corners
            if triangle.reach < spots[point].x {
                // No later point can lie in its circle.
                triangles.append([a, b, c])
            } else if holds(triangle, point) {
                sides += [Side(start: a, end: b), Side(start: b, end: c), Side(start: c, end: a)]
            } else {
                kept.append(triangle)
            }
        }
        let known = Set(sides)
        open = kept + sides.filter { !known.contains(Side(start: $0.end, end: $0.start)) }.map { around($0.start, $0.end, point) }
    }
}
