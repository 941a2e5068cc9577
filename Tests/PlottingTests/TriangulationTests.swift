// Defines TriangulationTests: no point lies in the circle of a triangle, the triangles cover all that lies between the points, odd points are borne.
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

    @Test func oddPointsAreBorne() {
        #expect(Triangulation(xs: [0, 1, 2], ys: [0, 1, 2]).triangles.isEmpty)
        #expect(Triangulation(xs: [], ys: []).triangles.isEmpty)
        #expect(Triangulation(xs: [0, 1, 0, .nan, 1, 0], ys: [0, 0, 1, 3, .infinity, 0]).triangles.count == 1)
        #expect(Triangulation(xs: [0, 1], ys: [0, 1], triangles: [[0, 1, 2], [0, 1]]).triangles.isEmpty)
    }
}
