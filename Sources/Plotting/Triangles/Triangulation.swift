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

/// Adds points from left to right, and repairs the net around each (Bowyer and Watson).
private struct Delaunay {
    private(set) var triangles: [[Int]] = []

    private struct Open {
        let corners: (Int, Int, Int)
        let center: Point
        let radius: Double
    }

    init(_ xs: [Double], _ ys: [Double], _ places: [Int]) {
        guard places.count >= 3 else { return }
        var (across, up) = (Interval(), Interval())
        for index in places {
            across.include(xs[index])
            up.include(ys[index])
        }
        // Both directions are brought to 0…1, so that one tolerance serves every chart.
        let (width, height) = (across.upper - across.lower, up.upper - up.lower)
        guard width > 0, height > 0, width.isFinite, height.isFinite else { return }
        var spots = places.map { Point((xs[$0] - across.lower) / width, (ys[$0] - up.lower) / height) }
        let order = spots.indices.sorted { (spots[$0].x, spots[$0].y) < (spots[$1].x, spots[$1].y) }
        let count = spots.count
        spots += [Point(-1000, -1000), Point(1000, -1000), Point(0.5, 2000)]
        var open = [Delaunay.around((count, count + 1, count + 2), spots)].compactMap { $0 }
        var done: [(Int, Int, Int)] = []
        for point in order {
            let spot = spots[point]
            var sides: [[Int]: Int] = [:]
            var kept: [Open] = []
            for triangle in open {
                let step = spot - triangle.center
                if step.x > 0, step.x > triangle.radius {
                    // No later point can lie in its circle.
                    done.append(triangle.corners)
                } else if step.length <= triangle.radius * (1 + 1e-12) {
                    let (a, b, c) = triangle.corners
                    for (start, end) in [(a, b), (b, c), (c, a)] { sides[[min(start, end), max(start, end)], default: 0] += 1 }
                } else {
                    kept.append(triangle)
                }
            }
            open = kept + sides.filter { $0.value == 1 }.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.compactMap { Delaunay.around(($0[0], $0[1], point), spots) }
        }
        triangles = (done + open.map(\.corners)).filter { $0.0 < count && $0.1 < count && $0.2 < count }.map { corners in
            let (a, b, c) = corners
            let turn = Delaunay.turn(spots[a], spots[b], spots[c])
            return (turn > 0 ? [a, b, c] : [a, c, b]).map { places[$0] }
        }
    }

    private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double { (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) }

    /// The triangle with the circle through its corners; nil where they lie on a line.
    private static func around(_ corners: (Int, Int, Int), _ spots: [Point]) -> Open? {
        let (a, b, c) = (spots[corners.0], spots[corners.1] - spots[corners.0], spots[corners.2] - spots[corners.0])
        let double = 2 * (b.x * c.y - b.y * c.x)
        guard abs(double) > 1e-14 else { return nil }
        let (lengthB, lengthC) = (b.x * b.x + b.y * b.y, c.x * c.x + c.y * c.y)
        let center = Point((c.y * lengthB - b.y * lengthC) / double, (b.x * lengthC - c.x * lengthB) / double)
        return Open(corners: corners, center: center + a, radius: center.length)
    }
}
