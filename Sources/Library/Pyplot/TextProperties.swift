// TextProperties: what programs ask of texts and change on them, wherever they stand.
import Plotting
import Runtime

/// Words on a figure: a mark of a chart, a title, the name of an axis, the label of a tick, a line of a legend.
protocol TextHolder: Remembering {
    var words: String { get set }
    var style: TextStyle { get set }
    /// Where the words stand, as programs see it.
    var place: (x: Value, y: Value) { get set }
}

/// The methods of texts.
enum TextProperties<Holder: TextHolder> {
    /// All methods.
    static var rows: [Row] { (words + font + placing).flatMap(\.rows) }

    private static var words: [ArtistProperty<Holder>] {
        [
            ArtistProperty("text", doc: "the words", read: { .string($0.words) }, write: { $0.words = $1.isNone ? "" : try $1.str() }),
            ArtistProperty(told: "color", "c", doc: "the colour", otherwise: { $0.style.paint == .ink ? .string("black") : PaintReading.value($0.style.paint) },
                           write: { $0.style.paint = try PaintReading.paint($1) }),
            ArtistProperty("bbox", doc: "the box around the words", read: { $0.given["bbox"] ?? .none }, write: { holder, box in
                holder.style.box = try box.as(DictObject.self).map(StyleReading.box)
                holder.given["bbox"] = box
            }),
            ArtistProperty("backgroundcolor", doc: "the ground of the words", read: { $0.given["backgroundcolor"] ?? .none }, write: { holder, color in
                holder.style.box = TextBox(fill: try PaintReading.paint(color), edge: .none, padding: 0.2)
            }),
            told("usetex", .bool(false)), told("wrap", .bool(false)), told("linespacing", .float(1.2)), told("parse_math", .bool(true)),
        ]
    }

    private static var font: [ArtistProperty<Holder>] {
        [
            ArtistProperty("fontsize", "size", doc: "the size in points", read: { try StyleReading.points(of: $0.style.size, given: $0.given["fontsize"]) }, write: { holder, size in
                holder.style.size = try StyleReading.size(size, base: holder.style.size)
                holder.given["fontsize"] = size
            }),
            ArtistProperty(told: "fontweight", "weight", doc: "how bold the words are", otherwise: { .string($0.style.isBold ? "bold" : "normal") },
                           write: { $0.style.isBold = try StyleReading.isBold($1) }),
            ArtistProperty(told: "fontstyle", "style", doc: "whether the words lean", otherwise: { .string($0.style.isItalic ? "italic" : "normal") },
                           write: { $0.style.isItalic = try $1.str() != "normal" }),
            ArtistProperty("fontfamily", "family", "fontname", "name", doc: "the family of the font", read: { .list([.string($0.style.isMonospaced ? "monospace" : "sans-serif")]) },
                           write: { holder, family in
                let name = try family.text ?? family.elements().first?.str() ?? ""
                holder.style.isMonospaced = name.contains("mono")
            }),
        ]
    }

    private static var placing: [ArtistProperty<Holder>] {
        [
            ArtistProperty("position", doc: "where the words stand", read: { .tuple([$0.place.x, $0.place.y]) }, write: { holder, place in
                let pair = try place.elements()
                guard pair.count == 2 else { throw Raised.valueError("a position has two numbers") }
                holder.place = (pair[0], pair[1])
            }),
            ArtistProperty("x", doc: "where the words stand across", read: { $0.place.x }, write: { $0.place.x = $1 }),
            ArtistProperty("y", doc: "where the words stand upright", read: { $0.place.y }, write: { $0.place.y = $1 }),
            ArtistProperty("rotation", doc: "the angle in degrees", read: { .float($0.style.rotation) }, write: { $0.style.rotation = try StyleReading.angle($1) }),
            ArtistProperty(told: "horizontalalignment", "ha", doc: "which side stands at the place", otherwise: { .string("\($0.style.horizontal)") },
                           write: { $0.style.horizontal = try StyleReading.side($1.str()) }),
            ArtistProperty(told: "verticalalignment", "va", doc: "which height stands at the place", otherwise: { .string("\($0.style.vertical)") },
                           write: { $0.style.vertical = try StyleReading.height($1.str()) }),
            told("rotation_mode", .string("default")), told("multialignment", .none),
        ]
    }

    /// A property that is only remembered.
    private static func told(_ name: String, _ value: Value) -> ArtistProperty<Holder> {
        ArtistProperty(told: name, doc: "a setting that changes nothing here", otherwise: { _ in value }, write: { _, _ in })
    }
}

extension ArtistObject: TextHolder {
    private var textMark: TextMark { mark as? TextMark ?? TextMark("", x: 0, y: 0, style: TextStyle(size: TextSize.label)) }

    var words: String {
        get { textMark.text }
        set { change(TextMark.self) { $0.text = newValue } }
    }
    var style: TextStyle {
        get { textMark.style }
        set { change(TextMark.self) { $0.style = newValue } }
    }
    var place: (x: Value, y: Value) {
        get { (given["x"] ?? .short(textMark.x), given["y"] ?? .short(textMark.y)) }
        set {
            (given["x"], given["y"]) = (newValue.x, newValue.y)
            change(TextMark.self) { mark in
                mark.x = (try? newValue.x.number()) ?? mark.x
                mark.y = (try? newValue.y.number()) ?? mark.y
            }
        }
    }
}
