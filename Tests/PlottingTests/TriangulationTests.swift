// Defines TriangulationTests: no point lies in the circle of a triangle, the triangles cover all that lies between the points, odd points are borne.
import Glibc
import Plotting
import Testing

@Suite struct TriangulationTests {
    /// Twice the area of a triangle, above zero where it runs counter-clockwise.
    private func area(_ net: Triangulation, _ corners: [Int]) -> Double {
        let (a, b, c) = (corners[0], corners[1], corners[2])
        let (ux, uy) = (net.xs[b] - net.xs[a], net.ys[b] - net.ys[a])
        let (vx, vy) = (net.xs[c] - net.xs[a], net.ys[c] - net.ys[a])
        return ux * vy - uy * vx
    }

    private func isInside(_ net: Triangulation, _ corners: [Int], _ point: Int) -> Bool {
        let steps = corners.map { (x: net.xs[$0] - net.xs[point], y: net.ys[$0] - net.ys[point]) }
        let squares = steps.map { $0.x * $0.x + $0.y * $0.y }
        func cross(_ a: Int, _ b: Int) -> Double { steps[a].x * steps[b].y - steps[a].y * steps[b].x }
        let sum = squares[0] * cross(1, 2) + squares[1] * cross(2, 0) + squares[2] * cross(0, 1)
        return sum > 1e-9
    }

    @Test func circlesAreEmpty() {
        let net = Triangulation(xs: Gallery.noise(120, seed: 51), ys: Gallery.noise(120, seed: 52))
        for corners in net.triangles {
            #expect(area(net, corners) > 0)
            #expect(!net.xs.indices.contains { !corners.contains($0) && isInside(net, corners, $0) })
        }
        // Euler: of n points with h on the rim come 2n − 2 − h triangles, and n + that − 1 edges.
        #expect(net.edges.count == net.triangles.count + 119)
    }

    @Test func gridsAreCovered() {
        let places = (0..<100).map { (x: Double($0 % 10), y: Double($0 / 10)) }
        let net = Triangulation(xs: places.map(\.x), ys: places.map(\.y))
        let sum = net.triangles.reduce(0) { $0 + area(net, $1) }
        #expect(abs(sum - 162) < 1e-9)
        #expect(net.triangles.count == 162)
    }

    private struct Spot: Hashable, Sendable { let x, y: Double }

    /// Points that rounding would mislead: all on a circle, in narrow clusters, with one far off, on grids of uneven steps, repeated, very large.
    private static let hardClouds: [(name: String, points: [Spot])] = {
        let turns = (0..<60).map { Double($0) * 2 * Double.pi / 60 }
        let noise = zip(Gallery.noise(200, seed: 53), Gallery.noise(200, seed: 54)).map { Spot(x: $0, y: $1) }
        let grid = (0..<400).map { Spot(x: Double($0 % 20) / 19, y: Double($0 / 20) / 19) }
        let line = (0..<10).map { Spot(x: Double($0), y: 0) }
        func power(_ value: Double) -> Double { value * value * value * value * value * value }
        return [
            ("circle", turns.map { Spot(x: cos($0), y: sin($0)) }), ("random", noise), ("random twice", noise + noise),
            ("clusters", noise.indices.map { Spot(x: Double($0 % 3) + noise[$0].x * 1e-9, y: Double($0 % 2) + noise[$0].y * 1e-9) }),
            ("far", Array(noise.prefix(30)) + [Spot(x: 1e6, y: 1e6)]), ("grid", grid), ("uneven grid", grid.map { Spot(x: power($0.x), y: power($0.y)) }),
            ("line and a point", line + [Spot(x: 40.5, y: -2)]), ("large", noise.map { Spot(x: $0.x * 1e150, y: $0.y * 1e150) }),
        ]
    }()

    @Test(arguments: hardClouds.indices)
    func hardCloudsAreCovered(_ index: Int) {
        let (name, points) = Self.hardClouds[index]
        let net = Triangulation(xs: points.map(\.x), ys: points.map(\.y))
        let sides = Set(net.triangles.flatMap { corners in (0..<3).map { [corners[$0], corners[($0 + 1) % 3]] } })
        let rim = sides.filter { !sides.contains([$0[1], $0[0]]) }
        let known = Set(points)
        // Every side belongs to one triangle, every point to some, and Euler's count of triangles holds.
        #expect(sides.count == 3 * net.triangles.count, "\(name)")
        #expect(Set(net.triangles.joined()).count == known.count, "\(name)")
        #expect(net.triangles.count == 2 * known.count - 2 - rim.count, "\(name)")
        // The triangles fill what the rim surrounds.
        let sum = net.triangles.reduce(0) { $0 + area(net, $1) }
        let (firstX, firstY) = (points[0].x, points[0].y)
        let around = rim.reduce(0) { total, side in
            let (ux, uy) = (net.xs[side[0]] - firstX, net.ys[side[0]] - firstY)
            let (vx, vy) = (net.xs[side[1]] - firstX, net.ys[side[1]] - firstY)
            return total + ux * vy - uy * vx
        }
        #expect(abs(sum - around) <= 1e-9 * abs(around), "\(name)")
        // The rim is convex: no point lies outside any of its sides.
        let scale = points.reduce(0) { max($0, abs($1.x), abs($1.y)) }
        for side in rim {
            #expect(net.xs.indices.allSatisfy { area(net, [side[0], side[1], $0]) >= -1e-12 * scale * scale }, "\(name)")
        }
    }

    @Test func oddPointsAreBorne() {
        #expect(Triangulation(xs: [0, 1, 2], ys: [0, 1, 2]).triangles.isEmpty)
        #expect(Triangulation(xs: [], ys: []).triangles.isEmpty)
        #expect(Triangulation(xs: [0, 1, 0, .nan, 1, 0], ys: [0, 0, 1, 3, .infinity, 0]).triangles.count == 1)
        #expect(Triangulation(xs: [0, 1], ys: [0, 1], triangles: [[0, 1, 2], [0, 1]]).triangles.isEmpty)
    }
}
