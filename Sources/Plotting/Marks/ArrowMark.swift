// Defines ArrowStyle and the marks made of arrows: single ones and fields of them.

/// How an arrow is drawn: a shaft with a head of the given size at the aim.
public struct ArrowStyle: Hashable, Sendable {
    public var stroke: Stroke
    /// Length of the head, in points; 0 for a plain line.
    public var head: Double
    public var isHeadFilled: Bool
    /// Whether the other end has a head too.
    public var isDouble = false
    /// Room left free at the aim and at the start, in points.
    public var gap: Double
    /// The bend of the shaft as a share of its length ("arc3,rad=0.3").
    public var bend = 0.0

    public init(stroke: Stroke, head: Double = 6, isHeadFilled: Bool = true, gap: Double = 2) {
        self.stroke = stroke
        self.head = head
        self.isHeadFilled = isHeadFilled
        self.gap = gap
    }

    func draw(from start: Point, to aim: Point, on canvas: inout Canvas) {
        let step = aim - start
        let length = step.length
        guard length > gap * 2, length.isFinite else { return }
        let (a, b) = (start + step * (gap / length), aim - step * (gap / length))
        let middle = Point((a.x + b.x) / 2 - step.y * bend, (a.y + b.y) / 2 + step.x * bend)
        var shaft = Path()
        shaft.move(a)
        let back = isHeadFilled && bend == 0 ? b - step * (min(head * 0.8, length / 2) / length) : b
        if bend == 0 { shaft.line(back) } else { shaft.curve(middle, middle, b) }
        canvas.path(shaft, stroke: stroke)
        guard head > 0 else { return }
        let size = min(head, length)
        drawHead(at: b, from: bend == 0 ? a : middle, size: size, on: &canvas)
        if isDouble { drawHead(at: a, from: bend == 0 ? b : middle, size: size, on: &canvas) }
    }

    private func drawHead(at tip: Point, from origin: Point, size: Double, on canvas: inout Canvas) {
        let step = tip - origin
        guard step.length > 0 else { return }
        let ahead = step * (size / step.length)
        let side = Point(-ahead.y, ahead.x) * 0.4
        var path = Path()
        path.polygon([tip - ahead + side, tip, tip - ahead - side], closed: isHeadFilled)
        canvas.path(path, fill: isHeadFilled ? stroke.paint : .none, alpha: stroke.alpha, stroke: Stroke(stroke.paint, width: stroke.width))
    }
}

/// Arrows in data space: one (`arrow`) or a field of them (`quiver`).
public struct ArrowMark: Mark {
    public var traits: MarkTraits
    /// Starts and ends, in data space.
    public var arrows: [(x0: Double, y0: Double, x1: Double, y1: Double)]
    /// Colours, taken round.
    public var paints: [Paint]
    public var style: ArrowStyle

    public init(_ arrows: [(x0: Double, y0: Double, x1: Double, y1: Double)], paints: [Paint], style: ArrowStyle) {
        self.arrows = arrows
        self.paints = paints.isEmpty ? [.ink] : paints
        self.style = style
        traits = MarkTraits(order: 1)
    }

    public var reach: Reach {
        var reach = Reach()
        for arrow in arrows { reach.include([arrow.x0, arrow.x1], [arrow.y0, arrow.y1]) }
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        for (index, arrow) in arrows.enumerated() {
            guard let start = frame.point(arrow.x0, arrow.y0), let end = frame.point(arrow.x1, arrow.y1) else { continue }
            var style = style
            style.stroke.paint = paints[index % paints.count]
            style.head = min(style.head, (end - start).length * 0.5)
            style.draw(from: start, to: end, on: &canvas)
        }
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var style = style
        style.stroke.paint = paints[0]
        style.draw(from: Point(box.x, box.center.y), to: Point(box.right, box.center.y), on: &canvas)
    }

    public var series: Series? {
        guard arrows.count > 1 else { return nil }
        return Series(.arrows, name: traits.legendLabel, columns: [
            .init("x", arrows.map(\.x0)), .init("y", arrows.map(\.y0)),
            .init("dx", arrows.map { $0.x1 - $0.x0 }), .init("dy", arrows.map { $0.y1 - $0.y0 }),
        ])
    }
}
