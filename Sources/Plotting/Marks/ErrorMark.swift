// Defines ErrorMark: bars that show how uncertain points are.

/// Bars that show how uncertain points are, with caps at their ends.
public struct ErrorMark: Mark {
    public var traits: MarkTraits
    public var xs: [Double]
    public var ys: [Double]
    /// How far the bar reaches (down, up) from y at every point; empty for none.
    public var vertical: [(down: Double, up: Double)]
    /// How far the bar reaches (left, right) from x at every point; empty for none.
    public var horizontal: [(left: Double, right: Double)]
    public var stroke: Stroke
    /// Width of the caps, in points.
    public var capSize: Double

    public init(xs: [Double], ys: [Double], vertical: [(down: Double, up: Double)], horizontal: [(left: Double, right: Double)],
                stroke: Stroke, capSize: Double = 0) {
        let count = min(xs.count, ys.count)
        self.xs = Array(xs.prefix(count))
        self.ys = Array(ys.prefix(count))
        self.vertical = vertical.count >= count ? vertical : []
        self.horizontal = horizontal.count >= count ? horizontal : []
        self.stroke = stroke
        self.capSize = capSize
        traits = MarkTraits(order: 2)
    }

    public var reach: Reach {
        var reach = Reach()
        reach.include(xs, ys)
        for (index, y) in ys.enumerated() where xs[index].isFinite {
            if !vertical.isEmpty {
                reach.y.include(y - vertical[index].down)
                reach.y.include(y + vertical[index].up)
            }
            if !horizontal.isEmpty {
                reach.x.include(xs[index] - horizontal[index].left)
                reach.x.include(xs[index] + horizontal[index].right)
            }
        }
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        var bars = Path()
        var caps = Path()
        for index in xs.indices {
            let (x, y) = (xs[index], ys[index])
            if !vertical.isEmpty, let low = frame.pointOrEdge(x, y - vertical[index].down),
                let high = frame.point(x, y + vertical[index].up) {
                add(low, high, in: frame.box, to: &bars)
                for end in [low, high] { cap(end, Point(capSize, 0), in: frame.box, to: &caps) }
            }
            if !horizontal.isEmpty, let left = frame.pointOrEdge(x - horizontal[index].left, y),
                let right = frame.point(x + horizontal[index].right, y) {
                add(left, right, in: frame.box, to: &bars)
                for end in [left, right] { cap(end, Point(0, capSize), in: frame.box, to: &caps) }
            }
        }
        canvas.path(bars, stroke: stroke)
        if capSize > 0 { canvas.path(caps, stroke: stroke) }
    }

    private func add(_ a: Point, _ b: Point, in box: Box, to path: inout Path) {
        guard let (start, end) = Polyline.clip(a, b, to: box.grown(by: 20)) else { return }
        path.polygon([start, end], closed: false)
    }

    private func cap(_ center: Point, _ half: Point, in box: Box, to path: inout Path) {
        if box.grown(by: 1).contains(center) { path.polygon([center - half, center + half], closed: false) }
    }

    public var series: Series? {
        guard !xs.isEmpty, !vertical.isEmpty else { return nil }
        return Series(.errors, name: traits.legendLabel, columns: [
            .init("x", xs), .init("y", ys), .init("down", vertical.map(\.down)), .init("up", vertical.map(\.up)),
        ])
    }
}
