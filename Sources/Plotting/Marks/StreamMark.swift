// Defines StreamMark: lines along a field of velocities with arrows on them (`streamplot`).

/// Lines along a field of velocities, with arrows on them.
public struct StreamMark: Mark {
    public var traits: MarkTraits
    public var lines: [[(x: Double, y: Double)]]
    /// The range of the field.
    public var range: (x: Interval, y: Interval)
    /// The colour of every place of every line, or one for all.
    public var paints: [[Paint]]
    public var paint: Paint
    /// The width at every place of every line, or one for all.
    public var widths: [[Double]]
    public var width: Double
    /// Length of the arrows' heads, in points, and how many each line has.
    public var head: Double
    public var arrows: Int

    public init(_ field: StreamField, paint: Paint, width: Double, head: Double = 7, arrows: Int = 1) {
        lines = field.lines
        range = (field.x, field.y)
        (self.paint, self.width, self.head) = (paint, width, head)
        self.arrows = min(max(arrows, 0), 100)
        paints = []
        widths = []
        traits = MarkTraits(order: 2)
    }

    public var reach: Reach {
        var reach = Reach()
        (reach.x, reach.y) = range
        reach.stickyX = [range.x.lower, range.x.upper]
        reach.stickyY = [range.y.lower, range.y.upper]
        return reach
    }

    private func stroke(_ line: Int, _ index: Int) -> Stroke {
        let own = line < paints.count && index < paints[line].count ? paints[line][index] : paint
        let width = line < widths.count && index < widths[line].count ? widths[line][index] : width
        // A quarter of a point is the finest step the eye tells apart; equal strokes make long paths.
        return Stroke(own, width: max((width * 4).rounded() / 4, 0.25))
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        for (number, line) in lines.enumerated() {
            let places = line.map { frame.place($0.x, $0.y) }
            var start = 0
            while start < places.count - 1 {
                let stroke = stroke(number, start)
                var end = start + 1
                while end < places.count - 1, self.stroke(number, end) == stroke { end += 1 }
                canvas.path(Polyline.path(StreamMark.smooth(Array(places[start...end])), in: frame.box), stroke: stroke)
                start = end
            }
            for part in 0..<arrows {
                let middle = places.count * (2 * part + 1) / (2 * arrows)
                drawHead(places, at: middle, stroke(number, middle), on: &canvas)
            }
        }
    }

    /// Every third place is enough where lines are this fine.
    private static func smooth(_ places: [Point]) -> [Point] {
        guard places.count > 6, let last = places.last else { return places }
        return stride(from: 0, to: places.count - 1, by: 2).map { places[$0] } + [last]
    }

    private func drawHead(_ places: [Point], at index: Int, _ stroke: Stroke, on canvas: inout Canvas) {
        guard index > 0, index < places.count, head > 0 else { return }
        let tip = places[index]
        let step = tip - places[index - 1]
        guard step.length > 0, step.length.isFinite else { return }
        let ahead = step * (head / step.length)
        let side = Point(-ahead.y, ahead.x) * 0.38
        var path = Path()
        path.polygon([tip - ahead * 0.5 + side, tip + ahead * 0.5, tip - ahead * 0.5 - side])
        canvas.path(path, fill: stroke.paint, alpha: stroke.alpha)
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        path.polygon([Point(box.x, box.center.y), Point(box.right, box.center.y)], closed: false)
        canvas.path(path, stroke: Stroke(paint, width: width))
    }

    public var series: Series? {
        // A few places of every line tell its way.
        let told = lines.flatMap { line in stride(from: 0, to: line.count, by: max(1, line.count / 4)).map { line[$0] } }
        guard !told.isEmpty else { return nil }
        return Series(.arrows, name: traits.legendLabel, columns: [.init("x", told.map(\.x)), .init("y", told.map(\.y))])
    }
}
