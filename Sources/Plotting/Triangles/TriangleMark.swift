// Defines TriangleMark: heights over triangles as lines, bands or coloured faces.

/// Heights over scattered points that are joined to triangles.
public struct TriangleMark: Mark {
    /// How the heights are shown.
    public enum Style: Hashable, Sendable {
        /// Lines of equal height.
        case lines(levels: [Double])
        /// The bands between heights.
        case bands(levels: [Double])
        /// A colour for every triangle; heights are those of the triangles.
        case faces
    }

    public var traits: MarkTraits
    public var net: Triangulation
    /// One for every point; for faces one for every triangle.
    public var heights: [Double]
    public var style: Style
    /// Colours of lines, bands or faces, taken round.
    public var paints: [Paint]
    public var stroke: Stroke?
    public var alpha: Double

    public init(_ net: Triangulation, heights: [Double], style: Style, paints: [Paint], stroke: Stroke? = nil, alpha: Double = 1) {
        self.net = net
        self.heights = heights
        self.style = style
        self.paints = paints.isEmpty ? [.ink] : paints
        self.stroke = stroke
        self.alpha = alpha
        switch style {
        case .lines: traits = MarkTraits(order: 2)
        case .bands, .faces: traits = MarkTraits(order: 1)
        }
    }

    public var look: MarkLook {
        get { MarkLook(fills: paints, line: stroke, alpha: alpha) }
        set {
            if !newValue.fills.isEmpty { paints = newValue.fills }
            (stroke, alpha) = (newValue.line, newValue.alpha)
        }
    }

    public var reach: Reach {
        var reach = Reach()
        reach.include(net.xs, net.ys)
        reach.stickyX = [reach.x.lower, reach.x.upper].filter(\.isFinite)
        reach.stickyY = [reach.y.lower, reach.y.upper].filter(\.isFinite)
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        let places = zip(net.xs, net.ys).map { frame.place($0, $1) }
        canvas.group(opacity: alpha) { canvas in
            switch style {
            case .lines(let levels):
                for (index, level) in levels.enumerated() {
                    var path = Path()
                    for corners in net.triangles { crossing(corners, level, places).map { path.polygon($0, closed: false) } }
                    canvas.path(path, stroke: Stroke(paints[index % paints.count], width: stroke?.width ?? 1.5, dash: stroke?.dash ?? .solid))
                }
            case .bands(let levels):
                // From the lowest up, each covering all that is higher, so that no gaps show between neighbours.
                guard let top = levels.last else { return }
                for (index, level) in levels.dropLast().enumerated() {
                    var path = Path()
                    for corners in net.triangles { path.polygon(part(corners, from: level, to: top, places)) }
                    canvas.path(path, fill: paints[index % paints.count])
                }
            case .faces:
                for (index, corners) in net.triangles.enumerated() {
                    let paint = paints[index % paints.count]
                    var path = Path()
                    path.polygon(corners.map { places[$0] }.filter { $0.x.isFinite && $0.y.isFinite })
                    canvas.path(path, fill: paint, stroke: stroke ?? Stroke(paint, width: 0.4))
                }
            }
        }
    }

    private func height(_ point: Int) -> Double { heights.indices.contains(point) ? heights[point] : .nan }

    /// The straight piece of a line of equal height within a triangle.
    private func crossing(_ corners: [Int], _ level: Double, _ places: [Point]) -> [Point]? {
        var ends: [Point] = []
        for side in 0..<3 {
            let (a, b) = (corners[side], corners[(side + 1) % 3])
            guard (height(a) > level) != (height(b) > level) else { continue }
            ends.append(between(a, b, level, places))
        }
        return ends.count == 2 && ends.allSatisfy { $0.x.isFinite && $0.y.isFinite } ? ends : nil
    }

    /// The part of a triangle whose heights lie between two levels.
    private func part(_ corners: [Int], from low: Double, to high: Double, _ places: [Point]) -> [Point] {
        var ring: [Point] = []
        for side in 0..<3 {
            let (a, b) = (corners[side], corners[(side + 1) % 3])
            guard height(a).isFinite, height(b).isFinite else { return [] }
            if height(a) >= low, height(a) <= high { ring.append(places[a]) }
            // A side that rises meets the lower level first.
            for level in height(a) < height(b) ? [low, high] : [high, low] where (height(a) < level) != (height(b) < level) {
                ring.append(between(a, b, level, places))
            }
        }
        return ring.filter { $0.x.isFinite && $0.y.isFinite }
    }

    private func between(_ a: Int, _ b: Int, _ level: Double, _ places: [Point]) -> Point {
        let share = (level - height(a)) / (height(b) - height(a))
        return places[a] + (places[b] - places[a]) * min(max(share.isFinite ? share : 0.5, 0), 1)
    }

    public var series: Series? {
        guard !net.triangles.isEmpty, heights.count == net.xs.count else { return nil }
        return Series(.points, name: traits.legendLabel, columns: [.init("x", net.xs), .init("y", net.ys), .init("height", heights)])
    }
}
