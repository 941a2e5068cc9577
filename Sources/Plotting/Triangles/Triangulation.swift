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
        let places = (0..<count).filter { xs[$0].isFinite && ys[$0].isFinite }
        let net = Delaunay(places.map { Point(xs[$0], ys[$0]) })
        self.init(xs: Array(xs.prefix(count)), ys: Array(ys.prefix(count)), triangles: net.triangles.map { $0.map { places[$0] } })
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
