// Defines Delaunay: how points are joined to triangles whose circles hold no other point.

/// Adds points from left to right, and repairs the net around each (Bowyer and Watson). A point at infinity, the ghost, closes the net around
/// its rim: every side of the rim is a triangle with the ghost.
struct Delaunay {
    private let signs: PlaneSigns
    /// The third corner of the triangle to the left of every side.
    private var corners: [Side: Int] = [:]
    private static let ghost = -1

    /// A side of a triangle, which runs counter-clockwise.
    private struct Side: Hashable {
        let start: Int
        let end: Int

        init(_ start: Int, _ end: Int) { (self.start, self.end) = (start, end) }
    }

    /// Joins points of finite coordinates; of points that fall together the first one is taken. Points on a line have no triangles.
    init(_ points: [Point]) {
        signs = PlaneSigns(points)
        let spots = signs.spots
        var known: Set<Point> = []
        let order = spots.indices.filter { known.insert(spots[$0]).inserted }.sorted { (spots[$0].x, spots[$0].y) < (spots[$1].x, spots[$1].y) }
        guard order.count >= 3, let apex = order.indices.dropFirst(2).first(where: { signs.turn(order[0], order[1], order[$0]) != 0 }) else { return }
        fan(order[..<apex], order[apex])
        for index in order.indices.dropFirst(apex + 1) { add(order[index], after: order[index - 1]) }
    }

    /// The triangles, each once: three point numbers, counter-clockwise.
    var triangles: [[Int]] {
        corners.compactMap { side, corner in
            // Told by the one of its sides that begins at its least corner; a triangle with the ghost, which is less than all points, by none.
            side.start != Delaunay.ghost && side.start < side.end && side.start < corner ? [side.start, side.end, corner] : nil
        }.sorted { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) }
    }

    /// The only net of points on a line and the first one beside it.
    private mutating func fan(_ line: ArraySlice<Int>, _ apex: Int) {
        let isLeft = signs.turn(line[line.startIndex], line[line.startIndex + 1], apex) > 0
        // The rim counter-clockwise: along the line, and over the apex back.
        let rim = (isLeft ? Array(line) : line.reversed()) + [apex]
        for (start, end) in zip(rim, rim.dropFirst()) {
            if end != apex { join(start, end, apex) }
            join(end, start, Delaunay.ghost)
        }
        if let first = rim.first { join(first, apex, Delaunay.ghost) }
    }

    private mutating func join(_ a: Int, _ b: Int, _ c: Int) { (corners[Side(a, b)], corners[Side(b, c)], corners[Side(c, a)]) = (c, a, b) }

    private mutating func part(_ a: Int, _ b: Int, _ c: Int) { (corners[Side(a, b)], corners[Side(b, c)], corners[Side(c, a)]) = (nil, nil, nil) }

    /// Whether a point lies in the circle of a triangle; of a side of the rim: outside it.
    private func holds(_ a: Int, _ b: Int, _ c: Int, _ point: Int) -> Bool {
        if a == Delaunay.ghost { return signs.turn(b, c, point) > 0 }
        if b == Delaunay.ghost { return signs.turn(c, a, point) > 0 }
        if c == Delaunay.ghost { return signs.turn(a, b, point) > 0 }
        return signs.circle(a, b, c, holds: point) > 0
    }

    /// Replaces the triangles whose circle holds the point by triangles between their common rim and the point. They hang together: their search
    /// goes from neighbour to neighbour, and begins at the point before, which is the rim's rightmost and has a side that the new point sees.
    private mutating func add(_ point: Int, after last: Int) {
        let ghost = Delaunay.ghost
        guard let next = corners[Side(ghost, last)], let previous = corners[Side(last, ghost)] else { return }
        let (start, end) = holds(last, next, ghost, point) ? (last, next) : (previous, last)
        part(start, end, ghost)
        var open = [Side(start, end), Side(end, ghost), Side(ghost, start)]
        while let side = open.popLast() {
            if let corner = corners[Side(side.end, side.start)], holds(side.end, side.start, corner, point) {
                part(side.end, side.start, corner)
                open += [Side(side.start, corner), Side(corner, side.end)]
            } else {
                join(side.start, side.end, point)
            }
        }
    }
}
