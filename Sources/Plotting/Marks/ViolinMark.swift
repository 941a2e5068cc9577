// Defines ViolinMark: lists of values as shapes that are as wide as values are frequent.

/// Lists of values as shapes that are as wide as values are frequent (`violinplot`).
public struct ViolinMark: Mark {
    /// How frequent values are along a range: a density at even places from the least to the largest value.
    public struct Density: Hashable, Sendable {
        public let places: [Double]
        public let densities: [Double]
        public let mean: Double
        public let median: Double

        /// The density of values as a sum of bell curves, one at each value, as wide as Scott's rule says; nil for no finite values.
        public init?(_ values: [Double], points: Int = 100) {
            let sorted = values.filter(\.isFinite).sorted()
            guard let low = sorted.first, let high = sorted.last, high - low < .infinity else { return nil }
            let count = Double(sorted.count)
            let mean = sorted.reduce(0) { $0 + $1 / count }
            let spread = sorted.count > 1 ? (sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot() : 0
            self.mean = mean
            median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
            guard spread > 0, spread.isFinite else {
                (places, densities) = ([low], [1])
                return
            }
            let width = spread * power(count, -0.2)
            let number = min(max(points, 2), 500)
            let places = (0..<number).map { low + (high - low) * Double($0) / Double(number - 1) }
            self.places = places
            densities = places.map { place in
                sorted.reduce(0) { sum, value in
                    let distance = (place - value) / width
                    return abs(distance) > 8 ? sum : sum + exponential(-distance * distance / 2)
                }
            }
        }
    }

    public var traits: MarkTraits
    public var violins: [Density]
    public var positions: [Double]
    public var widths: [Double]
    public var isHorizontal: Bool
    public var fill: Paint
    /// Colours of single violins; empty where all have one.
    public var fills: [Paint] = []
    public var showsMeans = false
    public var showsMedians = false
    public var showsExtremes = true

    /// As many violins as positions are drawn; widths are taken round.
    public init(_ violins: [Density], positions: [Double], widths: [Double], isHorizontal: Bool = false, fill: Paint) {
        self.violins = Array(violins.prefix(positions.count))
        self.positions = positions
        self.widths = widths.isEmpty ? [0.5] : widths
        self.isHorizontal = isHorizontal
        self.fill = fill
        traits = MarkTraits(order: 1)
    }

    public var reach: Reach {
        var reach = Reach()
        for (index, violin) in violins.enumerated() {
            let half = widths[index % widths.count] / 2
            let (across, along) = ([positions[index] - half, positions[index] + half], [violin.places.first ?? .nan, violin.places.last ?? .nan])
            if isHorizontal { reach.include(along, across) } else { reach.include(across, along) }
        }
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        for (index, violin) in violins.enumerated() {
            let (center, half) = (positions[index], widths[index % widths.count] / 2)
            let most = violin.densities.max() ?? 1
            let shares = violin.densities.map { most > 0 ? half * $0 / most : 0 }
            let right = zip(violin.places, shares).compactMap { place(center + $1, $0, frame) }
            let left = zip(violin.places, shares).reversed().compactMap { place(center - $1, $0, frame) }
            var path = Path()
            path.polygon(right + left)
            canvas.path(path, fill: paint(index), alpha: 0.3)
            var lines = Path()
            func across(_ value: Double, _ reach: Double) {
                lines.polygon([place(center - reach, value, frame), place(center + reach, value, frame)].compactMap { $0 }, closed: false)
            }
            if showsExtremes, let low = violin.places.first, let high = violin.places.last {
                across(low, half / 2)
                across(high, half / 2)
                lines.polygon([place(center, low, frame), place(center, high, frame)].compactMap { $0 }, closed: false)
            }
            if showsMeans { across(violin.mean, half / 2) }
            if showsMedians { across(violin.median, half / 2) }
            canvas.path(lines, stroke: Stroke(fill, width: 1.5))
        }
    }

    /// The colour of one violin.
    public func paint(_ index: Int) -> Paint { fills.indices.contains(index) ? fills[index] : fill }

    private func place(_ across: Double, _ along: Double, _ frame: Frame) -> Point? {
        isHorizontal ? frame.point(along, across) : frame.point(across, along)
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {
        var path = Path()
        path.rectangle(box)
        canvas.path(path, fill: fill, alpha: 0.3)
    }

    public var series: Series? {
        guard !violins.isEmpty else { return nil }
        return Series(.boxes, name: traits.legendLabel, columns: [
            .init("position", Array(positions.prefix(violins.count))), .init("lowest", violins.map { $0.places.first ?? .nan }),
            .init("median", violins.map(\.median)), .init("mean", violins.map(\.mean)), .init("highest", violins.map { $0.places.last ?? .nan }),
        ])
    }
}
