// Defines BarMark: bars from a foot to a value, upright or lying; histograms too.

/// Bars from a foot to a value.
public struct BarMark: Mark {
    /// One bar in data space.
    public struct Bar: Hashable, Sendable {
        /// The edges across the bar's direction.
        public var start: Double
        public var end: Double
        public var foot: Double
        public var top: Double

        public init(start: Double, end: Double, foot: Double, top: Double) {
            self.start = start
            self.end = end
            self.foot = foot
            self.top = top
        }
    }

    public var traits: MarkTraits
    public var bars: [Bar]
    /// Whether bars lie (values along x).
    public var isHorizontal: Bool
    /// Colours, taken round.
    public var fills: [Paint]
    public var edge: Stroke?
    public var alpha: Double
    /// The names of the bars, for tables.
    public var names: [String] = []

    public init(bars: [Bar], isHorizontal: Bool = false, fills: [Paint], edge: Stroke? = nil, alpha: Double = 1, label: String? = nil) {
        self.bars = bars
        self.isHorizontal = isHorizontal
        self.fills = fills.isEmpty ? [.cycle(0)] : fills
        self.edge = edge
        self.alpha = alpha
        traits = MarkTraits(label: label, order: 1)
    }

    public var reach: Reach {
        var across = Interval()
        var along = Interval()
        for bar in bars where bar.top.isFinite {
            across.include(bar.start)
            across.include(bar.end)
            along.include(bar.foot)
            along.include(bar.top)
        }
        var reach = Reach()
        let feet = Array(Set(bars.map(\.foot))).sorted()
        if isHorizontal {
            (reach.x, reach.y, reach.stickyX) = (along, across, feet)
        } else {
            (reach.x, reach.y, reach.stickyY) = (across, along, feet)
        }
        return reach
    }

    private func box(_ bar: Bar, in frame: Frame) -> Box? {
        isHorizontal
            ? frame.box(fromX: bar.foot, y: bar.start, toX: bar.top, y: bar.end)
            : frame.box(fromX: bar.start, y: bar.foot, toX: bar.end, y: bar.top)
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        var path = Path()
        var current = fills[0]
        for (index, bar) in bars.enumerated() {
            let outline = outline(of: bar, in: frame)
            guard !outline.isEmpty else { continue }
            let fill = fills[index % fills.count]
            if fill != current {
                canvas.path(path, fill: current, alpha: alpha, stroke: edge)
                path = Path()
                current = fill
            }
            path.append(outline)
        }
        canvas.path(path, fill: current, alpha: alpha, stroke: edge)
    }

    /// A box, or on a polar chart a piece of a ring; empty where nothing would be seen.
    private func outline(of bar: Bar, in frame: Frame) -> Path {
        var path = Path()
        if let polar = frame.polar {
            path.polygon(isHorizontal
                ? polar.ring(angles: (bar.foot, bar.top), radii: (bar.start, bar.end))
                : polar.ring(angles: (bar.start, bar.end), radii: (bar.foot, bar.top)))
        } else if let box = box(bar, in: frame), box.width > 0, box.height > 0 || edge != nil {
            path.rectangle(box)
        }
        return path
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        path.rectangle(box)
        canvas.path(path, fill: fills[0], alpha: alpha, stroke: edge)
    }

    public var series: Series? {
        guard !bars.isEmpty else { return nil }
        let along = Series.Column(isHorizontal ? "x" : "y", bars.map { $0.top - $0.foot })
        if !names.isEmpty { return Series(.bars, name: traits.legendLabel, columns: [along], rowNames: names) }
        let columns = [Series.Column("from", bars.map(\.start)), Series.Column("to", bars.map(\.end)), along]
        return Series(.bars, name: traits.legendLabel, columns: columns)
    }

    public func obstacles(in frame: Frame) -> [Point] {
        bars.prefix(200).flatMap { bar -> [Point] in
            if frame.polar != nil { return [frame.place((bar.start + bar.end) / 2, (bar.foot + bar.top) / 2)] }
            guard let box = box(bar, in: frame) else { return [] }
            return (0...4).map { Point(box.center.x, box.y + box.height * Double($0) / 4) }
        }.filter { frame.box.contains($0) }
    }
}
