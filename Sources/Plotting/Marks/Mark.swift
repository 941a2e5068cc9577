// Defines Mark: anything a chart shows, from a line to a pie; each kind is one file beside this one.

/// What all marks have in common.
public struct MarkTraits: Hashable, Sendable {
    /// The name in the legend; nil or a leading "_" keeps the mark out of it.
    public var label: String?
    /// Marks of higher order cover those of lower order.
    public var order: Double
    public var isVisible = true
    /// Whether the mark takes part in choosing the limits.
    public var isFitted = true
    /// A number the owner of the figure may give, to find the mark again.
    public var id = 0

    public init(label: String? = nil, order: Double) {
        self.label = label
        self.order = order
    }

    /// The label if it belongs into a legend.
    public var legendLabel: String? {
        label.flatMap { $0.isEmpty || $0.hasPrefix("_") ? nil : $0 }
    }
}

/// Anything a chart shows. A new kind of mark is one type in one file.
public protocol Mark: Sendable {
    var traits: MarkTraits { get set }
    /// Fill, line and opacity, under the same names for every kind.
    var look: MarkLook { get set }
    /// What the mark covers in data space.
    var reach: Reach { get }
    /// Draws the mark, already cut at the frame.
    func draw(on canvas: inout Canvas, in frame: Frame)
    /// Draws what must stay visible beyond the frame (labels, arrows); nothing for most marks.
    func drawUncut(on canvas: inout Canvas, in frame: Frame)
    /// Draws the mark's sample in a legend.
    func drawKey(on canvas: inout Canvas, in box: Box)
    /// The data shown, for descriptions, tables and records; nil for decoration.
    var series: Series? { get }
    /// Places a legend should leave free.
    func obstacles(in frame: Frame) -> [Point]
}

extension Mark {
    public func drawUncut(on canvas: inout Canvas, in frame: Frame) {}
    public func drawKey(on canvas: inout Canvas, in box: Box) {}
    public var series: Series? { nil }
    public func obstacles(in frame: Frame) -> [Point] { [] }
}
