// Defines BoxMark: box-and-whisker pictures of distributions.

/// A distribution in five numbers and its outliers.
public struct BoxSummary: Hashable, Sendable {
    public var lowWhisker, lowerQuartile, median, upperQuartile, highWhisker: Double
    public var outliers: [Double]
    public var mean: Double

    /// The summary of values (NaN left out): quartiles by linear interpolation; whiskers end at the furthest values within `reach` box
    /// lengths (Tukey). Nil without values.
    public init?(_ values: [Double], reach: Double = 1.5) {
        let sorted = values.filter { !$0.isNaN }.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        let (low, high) = (quantile(0.25), quantile(0.75))
        (lowerQuartile, median, upperQuartile) = (low, quantile(0.5), high)
        let (floor, ceiling) = (low - reach * (high - low), high + reach * (high - low))
        lowWhisker = min(sorted.first { $0 >= floor } ?? first, low)
        highWhisker = max(sorted.last { $0 <= ceiling } ?? last, high)
        let (start, end) = (lowWhisker, highWhisker)
        outliers = sorted.filter { $0 < start || $0 > end }
        mean = sorted.reduce(0) { $0 + $1 / Double(sorted.count) }
    }
}

/// Box-and-whisker pictures side by side.
public struct BoxMark: Mark {
    public var traits: MarkTraits
    public var summaries: [BoxSummary]
    /// Places of the boxes and their widths, in data space.
    public var positions: [Double]
    public var widths: [Double]
    public var isHorizontal: Bool
    public var names: [String]
    public var stroke: Stroke
    public var medianStroke: Stroke
    /// The inside of every box, taken round; none when empty.
    public var fills: [Paint]
    public var showsMeans = false
    public var showsOutliers = true

    public init(summaries: [BoxSummary], positions: [Double], widths: [Double], isHorizontal: Bool = false, names: [String] = [],
                stroke: Stroke = Stroke(.ink, width: 1), medianStroke: Stroke = Stroke(.cycle(1), width: 1.5), fills: [Paint] = []) {
        let count = min(summaries.count, positions.count, widths.count)
        self.summaries = Array(summaries.prefix(count))
        self.positions = Array(positions.prefix(count))
        self.widths = Array(widths.prefix(count))
        self.isHorizontal = isHorizontal
        self.names = names
        self.stroke = stroke
        self.medianStroke = medianStroke
        self.fills = fills
        traits = MarkTraits(order: 2)
    }

    public var reach: Reach {
        var along = Interval()
        var across = Interval()
        for (summary, position) in zip(summaries, positions) {
            for value in [summary.lowWhisker, summary.highWhisker] + summary.outliers { along.include(value) }
            across.include(position - 0.5)
            across.include(position + 0.5)
        }
        var reach = Reach()
        (reach.x, reach.y) = isHorizontal ? (along, across) : (across, along)
        if isHorizontal { reach.stickyY = [across.lower, across.upper] } else { reach.stickyX = [across.lower, across.upper] }
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        for (index, summary) in summaries.enumerated() {
            let (center, half) = (positions[index], widths[index] / 2)
            func place(_ across: Double, _ along: Double) -> Point {
                isHorizontal ? frame.place(along, across) : frame.place(across, along)
            }
            func line(_ stroke: Stroke, _ points: [Point], fill: Paint = .none, closed: Bool = false) {
                guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
                var path = Path()
                path.polygon(points, closed: closed)
                canvas.path(path, fill: fill, stroke: stroke)
            }
            let fill = fills.isEmpty ? Paint.none : fills[index % fills.count]
            line(stroke, [
                place(center - half, summary.lowerQuartile), place(center + half, summary.lowerQuartile),
                place(center + half, summary.upperQuartile), place(center - half, summary.upperQuartile),
            ], fill: fill, closed: true)
            for (quartile, end) in [(summary.lowerQuartile, summary.lowWhisker), (summary.upperQuartile, summary.highWhisker)] {
                line(stroke, [place(center, quartile), place(center, end)])
                line(stroke, [place(center - half / 2, end), place(center + half / 2, end)])
            }
            line(medianStroke, [place(center - half, summary.median), place(center + half, summary.median)])
            if showsMeans {
                MarkerStyle(.triangleUp, fill: .cycle(2), edge: Stroke(.cycle(2), width: 1))
                    .draw(at: [place(center, summary.mean)], on: &canvas, in: frame.box)
            }
            if showsOutliers {
                MarkerStyle(.circle, fill: .none, edge: stroke)
                    .draw(at: summary.outliers.map { place(center, $0) }, on: &canvas, in: frame.box)
            }
        }
    }

    public var series: Series? {
        guard !summaries.isEmpty else { return nil }
        return Series(.boxes, name: traits.legendLabel, columns: [
            .init("low", summaries.map(\.lowWhisker)), .init("quarter", summaries.map(\.lowerQuartile)),
            .init("median", summaries.map(\.median)), .init("three quarters", summaries.map(\.upperQuartile)),
            .init("high", summaries.map(\.highWhisker)),
        ], rowNames: names.count == summaries.count ? names : [])
    }
}
