// Defines Stroke: how a line is drawn; and the dash patterns by name.

/// How a line is drawn.
public struct Stroke: Hashable, Sendable {
    public var paint: Paint
    /// Width in points; 0 draws nothing.
    public var width: Double
    public var dash: Dash
    public var alpha: Double

    public init(_ paint: Paint, width: Double = 1.5, dash: Dash = .solid, alpha: Double = 1) {
        self.paint = paint
        self.width = width
        self.dash = dash
        self.alpha = alpha
    }

    /// Whether anything is drawn.
    var isVisible: Bool { paint != .none && width > 0 && dash != .none }
}

/// A dash pattern.
public enum Dash: Hashable, Sendable {
    case solid, dashed, dotted, dashDot, none
    /// Lengths of strokes and gaps in turn, in line widths.
    case custom([Double])

    /// The pattern of a pyplot line style ("-", "--", "dotted", …); nil for an unknown one.
    public init?(style: String) {
        switch style {
        case "-", "solid": self = .solid
        case "--", "dashed": self = .dashed
        case ":", "dotted": self = .dotted
        case "-.", "dashdot": self = .dashDot
        case "", " ", "none", "None": self = .none
        default: return nil
        }
    }

    /// The style as pyplot's `get_linestyle()` gives it.
    public var style: String {
        switch self {
        case .solid: "-"
        case .dashed, .custom: "--"
        case .dotted: ":"
        case .dashDot: "-."
        case .none: "None"
        }
    }

    /// Lengths of strokes and gaps in line widths; empty for a solid line.
    var pattern: [Double] {
        switch self {
        case .solid, .none: []
        case .dashed: [3.7, 1.6]
        case .dotted: [1, 1.65]
        case .dashDot: [6.4, 1.6, 1, 1.6]
        case .custom(let lengths): lengths.allSatisfy { $0 >= 0 && $0.isFinite } ? lengths : []
        }
    }
}
