// Defines Paint: what a shape is filled or stroked with; named roles follow the page's light or dark theme.

/// A colour of the theme. A page sets its CSS variable; a file on its own shows the fallback.
public enum ThemeColor: Hashable, Sendable {
    /// Text, and what the author calls black.
    case ink
    /// The ground, and what the author calls white.
    case paper
    /// Frames and tick marks.
    case frame
    /// Grid lines.
    case grid
    /// The colour cycle, 0…9.
    case cycle(Int)
    case blue, green, red, cyan, magenta, yellow

    /// The CSS custom property that carries the colour.
    var variable: String {
        switch self {
        case .ink: "--fig-ink"
        case .paper: "--fig-paper"
        case .frame: "--fig-frame"
        case .grid: "--fig-grid"
        case .cycle(let index): "--fig-c\(index)"
        case .blue: "--fig-blue"
        case .green: "--fig-green"
        case .red: "--fig-red"
        case .cyan: "--fig-cyan"
        case .magenta: "--fig-magenta"
        case .yellow: "--fig-yellow"
        }
    }

    /// The colour where no theme is: light ground; the cycle and the letters are those pyplot users know.
    public var fallback: Color {
        switch self {
        case .ink: Color(rgb: 0x1C1E21)
        case .paper: Color(rgb: 0xFFFFFF)
        case .frame: Color(rgb: 0x8A9099)
        case .grid: Color(rgb: 0xDCDFE4)
        case .cycle(let index): ColorCycle.standard[index]
        case .blue: Color(rgb: 0x0000FF)
        case .green: Color(rgb: 0x008000)
        case .red: Color(rgb: 0xFF0000)
        case .cyan: Color(rgb: 0x00BFBF)
        case .magenta: Color(rgb: 0xBF00BF)
        case .yellow: Color(rgb: 0xBFBF00)
        }
    }
}

/// What a shape is filled or stroked with.
public enum Paint: Hashable, Sendable {
    case none
    case theme(ThemeColor)
    case exact(Color)

    public static let ink = Paint.theme(.ink)
    public static let paper = Paint.theme(.paper)

    /// The colour `index` of the cycle, counted round.
    public static func cycle(_ index: Int) -> Paint {
        let count = ColorCycle.standard.count
        return .theme(.cycle(((index % count) + count) % count))
    }

    /// The exact colour on a light ground; clear for `none`.
    public var color: Color {
        switch self {
        case .none: .clear
        case .theme(let role): role.fallback
        case .exact(let color): color
        }
    }

    /// The exact colour that the name behind the paint means to pyplot's users.
    public var told: Color {
        switch self {
        case .theme(.ink): .black
        case .theme(.cyan): Color(red: 0, green: 0.75, blue: 0.75)
        case .theme(.magenta): Color(red: 0.75, green: 0, blue: 0.75)
        case .theme(.yellow): Color(red: 0.75, green: 0.75, blue: 0)
        case .none, .theme, .exact: color
        }
    }

    /// The opacity the paint itself brings.
    var alpha: Double { color.alpha }

    /// The paint as the value of an SVG `fill` or `stroke`.
    func attribute(_ target: Target) -> String {
        switch (self, target) {
        case (.none, _): "none"
        case (.exact(let color), _): color.hex
        case (.theme(let role), .file): role.fallback.hex
        case (.theme(let role), .page): "var(\(role.variable),\(role.fallback.hex))"
        }
    }
}

/// Where an SVG is going.
public enum Target: Sendable {
    /// Inside a page whose style sheet sets the theme's variables.
    case page
    /// A file on its own, with plain colours every viewer understands.
    case file
}
