// Defines Legend and Colorbar: the keys beside and inside a chart.

/// The list that names the marks of a chart.
public struct Legend: Hashable, Sendable {
    /// Where in the frame the list stands.
    public enum Location: String, Hashable, Sendable, CaseIterable {
        case best, upperRight = "upper right", upperLeft = "upper left", lowerLeft = "lower left", lowerRight = "lower right"
        case right, centerLeft = "center left", centerRight = "center right", lowerCenter = "lower center"
        case upperCenter = "upper center", center

        /// The places tried for `best`, in order of liking.
        static let candidates: [Location] = [
            .upperRight, .upperLeft, .lowerLeft, .lowerRight, .centerRight, .centerLeft, .lowerCenter, .upperCenter, .center,
        ]

        /// The corner as shares (0 left or bottom, 1 right or top).
        var corner: (x: Double, y: Double) {
            switch self {
            case .best, .upperRight: (1, 1)
            case .upperLeft: (0, 1)
            case .lowerLeft: (0, 0)
            case .lowerRight: (1, 0)
            case .right, .centerRight: (1, 0.5)
            case .centerLeft: (0, 0.5)
            case .lowerCenter: (0.5, 0)
            case .upperCenter: (0.5, 1)
            case .center: (0.5, 0.5)
            }
        }
    }

    /// One line of the list: a mark's number (`MarkTraits.id`) and its text.
    public struct Entry: Hashable, Sendable {
        public var mark: Int
        public var text: String

        public init(mark: Int, text: String) {
            self.mark = mark
            self.text = text
        }
    }

    public var location = Location.best
    /// The point of the frame (in shares) at which the location's corner stands; nil means inside the frame.
    public var anchor: (x: Double, y: Double)? {
        get { anchorX.flatMap { x in anchorY.map { (x, $0) } } }
        set { (anchorX, anchorY) = (newValue?.x, newValue?.y) }
    }
    private var anchorX: Double?
    private var anchorY: Double?
    /// The lines; nil means every mark with a label.
    public var entries: [Entry]?
    public var columns = 1
    public var title = ""
    public var style = TextStyle(size: TextSize.legend)
    public var isFramed = true
    public var background = Paint.paper
    /// Opacity of the ground.
    public var alpha = 0.85

    public init() {}
}

/// The scale beside a chart that tells which colour means which value.
public struct Colorbar: Sendable {
    public var normalization: Normalization
    public var map: Colormap
    /// The scale as a chart of its own, of which only the axis and the title are drawn.
    public var chart = Chart()
    public let isHorizontal: Bool
    /// Length as a share of the frame's side.
    public var shrink = 1.0
    /// Bands instead of a smooth run: their edges.
    public var boundaries: [Double] = []

    public init(normalization: Normalization, map: Colormap, isHorizontal: Bool = false) {
        (self.normalization, self.map, self.isHorizontal) = (normalization, map, isHorizontal)
        chart.y.isFar = true
        axis.scale = normalization.isLogarithmic ? .log(base: 10) : .linear
        boundaries = normalization.boundaries
    }

    /// The axis along the scale.
    public var axis: Axis {
        get { isHorizontal ? chart.x : chart.y }
        set { if isHorizontal { chart.x = newValue } else { chart.y = newValue } }
    }

    /// The values at the ends of the scale; never equal.
    public var limits: (lower: Double, upper: Double) {
        if let first = boundaries.first, let last = boundaries.last, last > first { return (first, last) }
        let (low, high) = (axis.lower ?? normalization.lower ?? 0, axis.upper ?? normalization.upper ?? 1)
        if normalization.isLogarithmic, !(low > 0) { return (0.1, 1) }
        return high > low ? (low, high) : (low - 0.5, low + 0.5)
    }
}
