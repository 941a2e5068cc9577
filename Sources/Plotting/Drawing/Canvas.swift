// Defines Canvas: writes the elements of an SVG, one after the other.

/// Writes the elements of an SVG, one after the other.
public struct Canvas {
    /// The SVG text so far.
    private(set) var text = ""
    /// Where the SVG is going.
    let target: Target
    /// What every id starts with, so that several figures share a page.
    let prefix: String

    init(target: Target, prefix: String) {
        self.target = target
        self.prefix = prefix
    }

    /// Opens an element; attribute values are escaped.
    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        start(name, attributes)
        text += ">"
    }

    mutating func close(_ name: String) { text += "</\(name)>" }

    /// An element without content.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        start(name, attributes)
        text += "/>"
    }

    private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<" + name
        for (key, value) in attributes where !value.isEmpty {
            text += " \(key)=\"\(Markup.escaped(value))\""
        }
    }

    /// Text content, escaped.
    mutating func write(_ content: String) { text += Markup.escaped(content) }

    /// A group whose members are cut at the chart's frame and share an opacity.
    mutating func group(clip: String? = nil, opacity: Double = 1, _ body: (inout Canvas) -> Void) {
        var inner = Canvas(target: target, prefix: prefix)
        body(&inner)
        guard !inner.text.isEmpty else { return }
        open("g", ["clip-path": clip.map { "url(#\($0))" } ?? "", "opacity": opacity < 1 ? Coordinate.text(opacity) : ""])
        text += inner.text
        close("g")
    }

    /// A path, filled and stroked; nothing when it has neither or is empty.
    mutating func path(_ path: Path, fill: Paint = .none, alpha: Double = 1, stroke: Stroke? = nil, evenOdd: Bool = false) {
        let stroke = stroke.flatMap { $0.isVisible ? $0 : nil }
        guard !path.isEmpty, fill != .none || stroke != nil else { return }
        text += "<path d=\"\(path.text)\""
        if evenOdd { text += " fill-rule=\"evenodd\"" }
        text += style(fill: fill, alpha: alpha, stroke: stroke) + "/>"
    }

    /// The fill and stroke attributes of a shape, with a space before each.
    func style(fill: Paint, alpha: Double = 1, stroke: Stroke?) -> String {
        var text = " fill=\"\(fill.attribute(target))\""
        let fillAlpha = fill.alpha * alpha
        if fill != .none, fillAlpha < 1 { text += " fill-opacity=\"\(Coordinate.text(fillAlpha))\"" }
        guard let stroke, stroke.isVisible else { return text }
        text += " stroke=\"\(stroke.paint.attribute(target))\" stroke-width=\"\(Coordinate.text(stroke.width))\""
        let strokeAlpha = stroke.paint.alpha * stroke.alpha
        if strokeAlpha < 1 { text += " stroke-opacity=\"\(Coordinate.text(strokeAlpha))\"" }
        let pattern = stroke.dash.pattern
        if !pattern.isEmpty {
            text += " stroke-dasharray=\"\(pattern.map { Coordinate.text($0 * stroke.width) }.joined(separator: " "))\""
        }
        return text
    }

    /// Text as it is, for members already written as SVG.
    mutating func append(_ markup: String) { text += markup }

    /// A raster stretched over a box; `isSmooth` blends neighbours.
    mutating func image(_ raster: Raster, in box: Box, isSmooth: Bool, alpha: Double = 1) {
        guard raster.width > 0, raster.height > 0, box.width > 0, box.height > 0 else { return }
        element("image", [
            "x": Coordinate.text(box.x), "y": Coordinate.text(box.y),
            "width": Coordinate.text(box.width), "height": Coordinate.text(box.height),
            "preserveAspectRatio": "none", "image-rendering": isSmooth ? "" : "pixelated",
            "opacity": alpha < 1 ? Coordinate.text(alpha) : "",
            "href": "data:image/png;base64," + Base64.text(PNG.encode(raster)),
        ])
    }
}

/// Escaping for XML.
enum Markup {
    /// The text with markup characters written as entities and characters XML forbids left out.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 > 0x7E }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\u{FFFE}", "\u{FFFF}", "\u{7F}": break
            default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
