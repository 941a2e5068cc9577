// Defines MarchingSquares: lines of equal height through a grid, joined to polylines, and the regions above a height.

/// Lines of equal height through a grid, by the method of marching squares; ambiguous cells are split by their mean.
struct MarchingSquares {
    /// Places of the nodes, row by row, and their heights (NaN where unknown).
    let places: [Point]
    let heights: [Double]
    let rows: Int
    let columns: Int

    /// An edge of the grid between two neighbouring nodes: where a line may cross.
    private struct Edge: Hashable {
        let low: Int
        let high: Int
    }

    /// The polylines at a level; closed ones end where they start. None through cells with an unknown corner.
    func lines(at level: Double) -> [[Point]] {
        var segments: [(Edge, Edge)] = []
        for row in 0..<rows - 1 {
            for column in 0..<columns - 1 {
                let node = row * columns + column
                let corners = [node, node + 1, node + columns + 1, node + columns]
                guard corners.allSatisfy({ heights[$0].isFinite && places[$0].x.isFinite && places[$0].y.isFinite }) else { continue }
                segments += MarchingSquares.crossings(corners, corners.map { heights[$0] }, level)
            }
        }
        return MarchingSquares.chains(segments).map { chain in
            chain.map { crossing($0, level, places, heights) }
        }
    }

    /// Closed rings around all that lies above a level; to be filled by the even-odd rule. Unknown nodes count as far below.
    func regions(above level: Double, isInclusive: Bool) -> [[Point]] {
        // A border of low nodes on the places of the outer ones closes every line at the rim.
        let (width, height) = (columns + 2, rows + 2)
        var padded = [Double](repeating: -.infinity, count: width * height)
        var spots = [Point](repeating: Point(0, 0), count: width * height)
        for row in 0..<height {
            for column in 0..<width {
                let (r, c) = (min(max(row - 1, 0), rows - 1), min(max(column - 1, 0), columns - 1))
                let source = r * columns + c
                spots[row * width + column] = places[source]
                let isInner = r == row - 1 && c == column - 1
                if isInner, heights[source].isFinite, places[source].x.isFinite, places[source].y.isFinite {
                    padded[row * width + column] = heights[source]
                }
            }
        }
        // The lowest level must take in nodes that lie on it.
        let cut = isInclusive ? level.nextDown : level
        var segments: [(Edge, Edge)] = []
        for row in 0..<height - 1 {
            for column in 0..<width - 1 {
                let node = row * width + column
                let corners = [node, node + 1, node + width + 1, node + width]
                segments += MarchingSquares.crossings(corners, corners.map { padded[$0] }, cut)
            }
        }
        return MarchingSquares.chains(segments).map { chain in
            chain.map { crossing($0, cut, spots, padded) }.filter { $0.x.isFinite && $0.y.isFinite }
        }
    }

    /// The segments of one cell: pairs of crossed edges. Corners run round the cell.
    private static func crossings(_ corners: [Int], _ values: [Double], _ level: Double) -> [(Edge, Edge)] {
        let isAbove = values.map { $0 > level }
        let edges = (0..<4).map { Edge(low: min(corners[$0], corners[($0 + 1) % 4]), high: max(corners[$0], corners[($0 + 1) % 4])) }
        let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
        guard crossed.count == 4 else {
            return crossed.count == 2 ? [(edges[crossed[0]], edges[crossed[1]])] : []
        }
        // A saddle: the mean decides which corners belong together.
        let mean = values.reduce(0) { $0 + $1 / 4 }
        return (mean > level) == isAbove[0]
            ? [(edges[0], edges[1]), (edges[2], edges[3])]
            : [(edges[3], edges[0]), (edges[1], edges[2])]
    }

    /// The place where a level crosses an edge; beside an unknown node, the known node itself.
    private func crossing(_ edge: Edge, _ level: Double, _ places: [Point], _ heights: [Double]) -> Point {
        let (a, b) = (heights[edge.low], heights[edge.high])
        if !a.isFinite { return places[edge.high] }
        if !b.isFinite { return places[edge.low] }
        let share = (level - a) / (b - a)
        return places[edge.low] + (places[edge.high] - places[edge.low]) * (share.isFinite ? min(max(share, 0), 1) : 0.5)
    }

    /// Joins segments that share an edge into chains, in the order of their first segments.
    private static func chains(_ segments: [(Edge, Edge)]) -> [[Edge]] {
        var atEdge: [Edge: [Int]] = [:]
        for (index, segment) in segments.enumerated() {
            atEdge[segment.0, default: []].append(index)
            atEdge[segment.1, default: []].append(index)
        }
        var isUsed = [Bool](repeating: false, count: segments.count)
        func follow(from edge: Edge) -> [Edge] {
            var chain: [Edge] = []
            var end = edge
            while let next = atEdge[end]?.first(where: { !isUsed[$0] }) {
                isUsed[next] = true
                end = segments[next].0 == end ? segments[next].1 : segments[next].0
                chain.append(end)
            }
            return chain
        }
        var result: [[Edge]] = []
        for index in segments.indices where !isUsed[index] {
            isUsed[index] = true
            let ahead = follow(from: segments[index].1)
            let behind = follow(from: segments[index].0)
            result.append(behind.reversed() + [segments[index].0, segments[index].1] + ahead)
        }
        return result
    }
}
