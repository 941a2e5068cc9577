// Defines TextStyle: size, colour and placing of a piece of text.

/// The usual sizes of text, in points.
public enum TextSize {
    public static let tick = 10.5
    public static let label = 11.0
    public static let legend = 10.5
    public static let title = 12.5
    public static let heading = 14.0
}

/// Where text lies beside its anchor, across.
public enum HorizontalAlignment: Hashable, Sendable { case left, center, right }

/// Where text lies beside its anchor, up and down.
public enum VerticalAlignment: Hashable, Sendable { case top, center, baseline, bottom }

/// A filled, framed box behind text.
public struct TextBox: Hashable, Sendable {
    public var fill: Paint
    public var edge: Paint
    public var isRound: Bool
    /// Room around the text, as a share of its size.
    public var padding: Double
    public var alpha: Double

    public init(fill: Paint = .cycle(0), edge: Paint = .ink, isRound: Bool = false, padding: Double = 0.3, alpha: Double = 1) {
        self.fill = fill
        self.edge = edge
        self.isRound = isRound
        self.padding = padding
        self.alpha = alpha
    }
}

/// Size, colour and placing of a piece of text.
public struct TextStyle: Hashable, Sendable {
    /// Height of the letters, in points.
    public var size: Double
    public var paint = Paint.ink
    public var isBold = false
    public var isItalic = false
    /// Degrees, counter-clockwise.
    public var rotation = 0.0
    public var horizontal = HorizontalAlignment.center
    public var vertical = VerticalAlignment.baseline
    public var alpha = 1.0
    public var isMonospaced = false
    public var box: TextBox?

    public init(size: Double) {
        self.size = size
    }

    /// Words on a box whose colour no theme changes are black or white, whichever stands out: the theme's own ink might not.
    var legible: TextStyle {
        guard paint == .ink, let box, case .exact(let ground) = box.fill, ground.alpha * box.alpha >= 0.4 else { return self }
        var style = self
        style.paint = .exact(ground.luminance > 0.18 ? .black : .white)
        return style
    }
}
