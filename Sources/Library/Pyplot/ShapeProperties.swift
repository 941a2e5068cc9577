// ShapeProperties: what programs ask of filled shapes and of many shapes at once, and change on them.
import Plotting
import Runtime

/// What programs ask of filled shapes and change on them.
enum ShapeProperties {
    /// The methods of a single shape.
    static let patch: [Row] = (all(plural: "") { $0[0] } + patchOnly).flatMap(\.rows)
    /// The methods of many shapes drawn at once: colours are arrays with a row for each.
    static let collection: [Row] = all(plural: "s") { ArrayMaking.array($0.flatMap { (try? NumberGrid($0).values) ?? [] }, shape: [$0.count, 4]) }.flatMap(\.rows)

    /// `tell` makes what programs see out of the colours.
    private static func all(plural: String, _ tell: @escaping @Sendable ([Value]) -> Value) -> [ArtistProperty<ArtistObject>] {
        let isMany = !plural.isEmpty
        return [
            ArtistProperty("facecolor", "fc", "facecolors", doc: "the colour of the faces", read: { artist in
                let look = artist.mark?.look ?? MarkLook()
                return tell((look.fills.isEmpty ? [.none] : look.fills).map { PaintReading.channels($0, alpha: look.alpha) })
            }, write: { artist, color in artist.mark?.look.fills = try PaintReading.paints(color) }),
            ArtistProperty("edgecolor", "ec", "edgecolors", doc: "the colour of the edges", read: { artist in
                let look = artist.mark?.look ?? MarkLook()
                return tell([PaintReading.channels(look.line?.paint ?? look.fills.first ?? .none, alpha: look.line == nil && !isMany ? 0 : look.alpha)])
            }, write: { artist, color in
                let paint = try PaintReading.paint(color)
                artist.mark?.look.line = Stroke(paint, width: artist.line?.width ?? 1, dash: artist.line?.dash ?? .solid, alpha: artist.mark?.look.alpha ?? 1)
            }),
            ArtistProperty("color", "c", doc: "the colour of faces and edges", read: { artist in
                artist.given["color"] ?? tell((artist.mark?.look.fills ?? []).map { PaintReading.channels($0, alpha: 1) })
            }, write: { artist, color in
                let paints = try PaintReading.paints(color)
                guard let first = paints.first else { return }
                artist.mark?.look.fills = paints
                artist.mark?.look.line?.paint = first
                artist.given["color"] = color
            }),
            ArtistProperty("linewidth", "lw", "linewidths", doc: "the width of the edges in points", read: { artist in
                let width = artist.line?.width ?? 1
                return isMany ? ArrayMaking.array([width]) : .float(width)
            }, write: { artist, width in
                let width = try NumberGrid(width).values.first ?? 1
                artist.mark?.look.line = Stroke(artist.line?.paint ?? .ink, width: width, dash: artist.line?.dash ?? .solid, alpha: artist.mark?.look.alpha ?? 1)
            }),
            ArtistProperty("linestyle", "ls", "linestyles", doc: "the dash pattern of the edges", read: { .string(($0.line?.dash ?? .solid).longStyle) },
                           write: { artist, style in artist.mark?.look.line?.dash = try StyleReading.dash(style) }),
            ArtistProperty(told: "hatch", doc: "the pattern of the faces: remembered, not drawn", otherwise: { _ in .none }, write: { _, _ in }),
        ]
    }

    private static let patchOnly: [ArtistProperty<ArtistObject>] = [
        ArtistProperty("fill", doc: "whether the face is filled", read: { .bool($0.mark?.look.fills.first.map { $0 != .none } ?? false) }, write: { artist, filled in
            if try !filled.truth() { artist.mark?.look.fills = [.none] }
        }),
        ArtistProperty("xy", doc: "the corners", read: { artist in
            let ring = (artist.mark as? PolygonMark)?.rings.first ?? []
            let closed = ring.first.map { ring + [$0] } ?? []
            return ArrayMaking.array(closed.flatMap { [$0.x, $0.y] }, shape: [closed.count, 2])
        }, write: { artist, corners in
            let columns = try NumberGrid(corners).columns
            guard columns.count == 2 else { throw Raised.valueError("corners are rows of two numbers") }
            artist.change(PolygonMark.self) { $0.rings = [zip(columns[0], columns[1]).map { (x: $0, y: $1) }] }
        }),
    ]
}

extension PaintReading {
    /// The colour as (red, green, blue, opacity), as shapes tell theirs.
    static func channels(_ paint: Paint, alpha: Double) -> Value {
        guard paint != .none else { return .tuple([.float(0), .float(0), .float(0), .float(0)]) }
        let color = paint.told
        return .tuple([color.red, color.green, color.blue, color.alpha * alpha].map { .float($0) })
    }
}

extension Dash {
    /// The style as shapes tell it.
    var longStyle: String {
        switch self {
        case .solid: "solid"
        case .dashed, .custom: "dashed"
        case .dotted: "dotted"
        case .dashDot: "dashdot"
        case .none: "None"
        }
    }
}
