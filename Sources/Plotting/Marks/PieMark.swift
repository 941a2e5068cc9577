// Defines PieMark: shares of a whole as slices of a circle.

/// Shares of a whole as slices of a circle of radius 1 around (0, 0).
public struct PieMark: Mark {
    /// One slice.
    public struct Slice: Hashable, Sendable {
        /// The share of the full circle, 0…1.
        public var share: Double
        public var fill: Paint
        /// Beside the slice; empty for none.
        public var label: String
        /// Inside the slice; empty for none.
        public var inner: String
        /// How far the slice is moved out, in radii.
        public var offset: Double

        public init(share: Double, fill: Paint, label: String = "", inner: String = "", offset: Double = 0) {
            self.share = share
            self.fill = fill
            self.label = label
            self.inner = inner
            self.offset = offset
        }
    }

    public var traits: MarkTraits
    public var slices: [Slice]
    public var radius: Double
    /// Where the first slice starts: degrees counter-clockwise from the right.
    public var startAngle: Double
    public var isClockwise: Bool
    public var edge: Stroke?
    /// The radius of the hole, as a share of the radius (a ring).
    public var hole: Double
    /// How far out the inner texts and the labels stand, in radii.
    public var innerDistance = 0.6
    public var labelDistance = 1.1
    public var textStyle = TextStyle(size: TextSize.tick)

    public init(slices: [Slice], radius: Double = 1, startAngle: Double = 0, isClockwise: Bool = false, edge: Stroke? = nil, hole: Double = 0) {
        self.slices = slices.map { slice in
            var slice = slice
            slice.share = slice.share.isFinite ? min(max(slice.share, 0), 1) : 0
            return slice
        }
        self.radius = radius
        self.startAngle = startAngle
        self.isClockwise = isClockwise
        self.edge = edge
        self.hole = hole
        traits = MarkTraits(order: 1)
    }

    public var reach: Reach {
        var reach = Reach()
        let outer = (slices.map(\.offset).max() ?? 0) + radius * 1.25
        reach.include([-outer, outer], [-outer, outer])
        (reach.stickyX, reach.stickyY) = ([-outer, outer], [-outer, outer])
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        forEachSlice { slice, from, to in
            if let path = wedge(slice, from, to, frame) { canvas.path(path, fill: slice.fill, stroke: edge) }
        }
    }

    public func drawUncut(on canvas: inout Canvas, in frame: Frame) {
        forEachSlice { slice, from, to in
            let middle = (from + to) / 2
            func place(_ distance: Double) -> Point? {
                let out = distance * radius + slice.offset
                return frame.point(out * cosine(middle), out * sine(middle))
            }
            var style = textStyle
            style.vertical = .center
            if let point = place(innerDistance) {
                style.paint = slice.fill.color.luminance > 0.3 ? .exact(.black) : .exact(.white)
                style.horizontal = .center
                canvas.text(slice.inner, at: point, style: style)
            }
            if let point = place(labelDistance) {
                style.paint = textStyle.paint
                style.horizontal = cosine(middle) >= 0 ? .left : .right
                canvas.text(slice.label, at: point, style: style)
            }
        }
    }

    private func forEachSlice(_ body: (Slice, Double, Double) -> Void) {
        var turn = startAngle * .pi / 180
        for slice in slices {
            let next = turn + (isClockwise ? -1 : 1) * slice.share * 2 * .pi
            body(slice, turn, next)
            turn = next
        }
    }

    private func wedge(_ slice: Slice, _ from: Double, _ to: Double, _ frame: Frame) -> Path? {
        let middle = (from + to) / 2
        let (cx, cy) = (slice.offset * cosine(middle), slice.offset * sine(middle))
        func place(_ angle: Double, _ out: Double) -> Point? { frame.point(cx + out * cosine(angle), cy + out * sine(angle)) }
        guard let center = place(0, 0), let rim = place(0, radius), slice.share > 0 else { return nil }
        let (outer, inner) = (abs(rim.x - center.x), abs(rim.x - center.x) * hole)
        var path = Path()
        if slice.share >= 0.9999 {
            path.circle(center, radius: outer)
            if hole > 0 { path.circle(center, radius: inner) }
            return path
        }
        guard let a = place(from, radius), let b = place(to, radius) else { return nil }
        let isLarge = slice.share > 0.5
        if hole > 0, let c = place(to, radius * hole), let d = place(from, radius * hole) {
            path.move(a)
            path.arc(to: b, radius: outer, isLarge: isLarge, clockwise: isClockwise)
            path.line(c)
            path.arc(to: d, radius: inner, isLarge: isLarge, clockwise: !isClockwise)
        } else {
            path.move(center)
            path.line(a)
            path.arc(to: b, radius: outer, isLarge: isLarge, clockwise: isClockwise)
        }
        path.close()
        return path
    }

    public var series: Series? {
        guard !slices.isEmpty else { return nil }
        return Series(.slices, name: nil, columns: [.init("share", slices.map(\.share))], rowNames: slices.map(\.label))
    }
}
