// Defines Tick: one mark on an axis with its label.

/// One mark on an axis.
public struct Tick: Hashable, Sendable {
    /// The place, in data space.
    public var value: Double
    /// What stands beside it; may hold `$…$` mathematics; empty for none.
    public var label: String
    /// Whether it is one of the short marks between the labelled ones.
    public var isMinor: Bool

    public init(_ value: Double, _ label: String, isMinor: Bool = false) {
        self.value = value
        self.label = label
        self.isMinor = isMinor
    }
}

/// The marks of an axis, and a factor or offset shared by all labels ("1e6", "+1e4"; empty for none).
public struct TickSet: Hashable, Sendable {
    public var ticks: [Tick]
    public var common: String

    public init(_ ticks: [Tick], common: String = "") {
        self.ticks = ticks
        self.common = common
    }
}
