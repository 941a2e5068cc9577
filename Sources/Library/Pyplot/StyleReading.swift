// StyleReading: format strings, dash patterns, markers, text sizes as pyplot's arguments write them.
import Plotting
import Runtime

/// What a format string such as "r--o" says; nil parts are not said.
struct FormatString {
    var paint: Paint?
    /// The colour as it is written.
    var color: String?
    var marker: String?
    var dash: Dash?

    /// - Throws: ValueError in matplotlib's words.
    init(_ text: String) throws {
        if let paint = ColorName.paint(text), text.count != 1 || !"0123456789".contains(text) {
            (self.paint, color) = (paint, text)
            return
        }
        if text.allSatisfy({ $0 == " " }), !text.isEmpty {
            dash = Dash.none
            return
        }
        var rest = Substring(text)
        while let first = rest.first {
            let style = ["--", "-.", "-", ":"].first(where: rest.hasPrefix)
            let name = first == "C" && rest.dropFirst().first?.isNumber == true ? String(rest.prefix(2)) : String(first)
            if let style {
                guard dash == nil else { throw FormatString.invalid(text, "two linestyle symbols") }
                dash = Dash(style: style)
                rest = rest.dropFirst(style.count)
            } else if name.count == 2 || "bgrcmykw".contains(first) {
                guard paint == nil else { throw FormatString.invalid(text, "two color symbols") }
                (paint, color) = (ColorName.paint(name), name)
                rest = rest.dropFirst(name.count)
            } else if Marker(rawValue: name) != nil {
                guard marker == nil else { throw FormatString.invalid(text, "two marker symbols") }
                marker = name
                rest = rest.dropFirst()
            } else {
                throw FormatString.invalid(text, "unrecognized character '\(first)'")
            }
        }
    }

    private static func invalid(_ text: String, _ reason: String) -> Raised {
        Raised.valueError("'\(text)' is not a valid format string (\(reason))")
    }
}

/// Reads the small words of style arguments.
enum StyleReading {
    /// A line style: "--", "dotted", or (offset, lengths).
    static func dash(_ value: Value) throws -> Dash {
        if let text = value.text {
            guard let dash = Dash(style: text) else { throw Raised.valueError("\(try value.repr()) is not a valid value for ls.") }
            return dash
        }
        if let parts = value.sequenceElements, parts.count == 2 {
            return parts[1].isNone ? .solid : .custom(try NumberGrid(parts[1]).values)
        }
        throw Raised.valueError("\(try value.repr()) is not a valid value for ls.")
    }

    /// A marker; nil for "none".
    static func marker(_ value: Value) throws -> Marker? {
        if case .int(let code) = value, (0..<12).contains(code) {
            return [.horizontalBar, .horizontalBar, .verticalBar, .verticalBar, .triangleLeft, .triangleRight, .triangleUp, .triangleDown,
                    .triangleLeft, .triangleRight, .triangleUp, .triangleDown][code]
        }
        let text = try value.str()
        if ["", " ", "none", "None"].contains(text) { return nil }
        // A formula as marker shows as a dot: its place is what matters.
        if text.hasPrefix("$") { return .circle }
        guard let marker = Marker(rawValue: text) else { throw Raised.valueError("Unrecognized marker style \(try value.repr())") }
        return marker
    }

    /// A text size in points, or a word ("small", "x-large") relative to `base`.
    static func size(_ value: Value, base: Double) throws -> Double {
        if let number = try value.number() { return number * TextSize.label / 10 }
        let factors = ["xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1, "large": 1.2, "x-large": 1.44, "xx-large": 1.728,
                       "smaller": 0.833, "larger": 1.2]
        guard let factor = factors[try value.str()], value.text != nil else { throw Raised.valueError("\(try value.repr()) is not a valid size") }
        return TextSize.label * factor
    }

    /// The size as programs see it: what was given, else matplotlib's size for texts of that role.
    static func points(of size: Double, given: Value?) throws -> Value {
        if let given, let number = try given.number() { return .float(number) }
        switch size {
        case TextSize.tick, TextSize.legend: return .float(10)
        case TextSize.title, TextSize.heading: return .float(12)
        default: return .float((size / TextSize.label * 1e4).rounded() / 1e3)
        }
    }

    /// Whether a weight, a word or a number, is a bold one.
    static func isBold(_ weight: Value) throws -> Bool {
        try weight.number().map { $0 >= 600 } ?? ["bold", "heavy", "semibold", "demibold", "black", "extra bold"].contains(weight.str())
    }

    /// An angle in degrees, or "vertical".
    static func angle(_ value: Value) throws -> Double { try value.number() ?? (value.str() == "vertical" ? 90 : 0) }

    /// A number in words: by a format of either kind ("%.1f", "{:.1f}"), or by a function.
    static func text(of number: Value, by format: Value) throws -> String {
        guard let pattern = format.text else { return try format.call([number]).str() }
        return pattern.contains("{") ? try format.callMethod("format", [number]).str() : try Value.binary(.modulo, format, number).str()
    }

    /// Takes the text keywords (fontsize, color, weight, ha, rotation, bbox, …) out of `keywords`.
    static func apply(_ keywords: inout Keywords, to style: inout TextStyle) throws {
        if let fonts = keywords.take("fontdict", "fontproperties", "font_properties", "prop")?.as(DictObject.self) {
            var inner = try Keywords(fonts, owner: "Text")
            try apply(&inner, to: &style)
            try inner.finish()
        }
        if let size = keywords.take("fontsize", "size") { style.size = try self.size(size, base: style.size) }
        if let paint = try keywords.paint("color", "c") { style.paint = paint }
        if let weight = keywords.take("fontweight", "weight") {
            style.isBold = try isBold(weight)
        }
        if let slant = try keywords.text("fontstyle", "style") { style.isItalic = slant != "normal" }
        if let family = try keywords.text("fontfamily", "family", "fontname", "name") { style.isMonospaced = family.contains("mono") }
        if let alpha = try keywords.opacity() { style.alpha = alpha }
        if let turn = keywords.take("rotation") {
            style.rotation = try angle(turn)
        }
        try alignment(&keywords, &style)
        if let box = keywords.take("bbox")?.as(DictObject.self) { style.box = try self.box(box) }
        if let ground = try keywords.paint("backgroundcolor") { style.box = TextBox(fill: ground, edge: .none, padding: 0.2) }
        keywords.accept("rotation_mode", "math_fontfamily", "parse_math", "fontvariant", "fontstretch", "wrap", "linespacing", "multialignment", "ma", "usetex", "pad", "labelpad")
    }

    private static func alignment(_ keywords: inout Keywords, _ style: inout TextStyle) throws {
        if let across = try keywords.text("horizontalalignment", "ha") { style.horizontal = try side(across) }
        if let upright = try keywords.text("verticalalignment", "va") { style.vertical = try height(upright) }
    }

    /// Where text lies beside its place, across.
    /// - Throws: ValueError in matplotlib's words.
    static func side(_ name: String) throws -> HorizontalAlignment {
        switch try Keywords.choose(name, "align", of: ["center", "right", "left"]) {
        case "left": .left
        case "right": .right
        default: .center
        }
    }

    /// Where text lies beside its place, up and down.
    /// - Throws: ValueError in matplotlib's words.
    static func height(_ name: String) throws -> VerticalAlignment {
        switch try Keywords.choose(name, "align", of: ["top", "bottom", "center", "baseline", "center_baseline"]) {
        case "top": .top
        case "bottom": .bottom
        case "baseline": .baseline
        default: .center
        }
    }

    /// The box around words from its dict.
    static func box(_ dict: DictObject) throws -> TextBox {
        var keywords = try Keywords(dict, owner: "FancyBboxPatch")
        var box = TextBox()
        if let fill = try keywords.paint("facecolor", "fc", "color") { box.fill = fill }
        if let edge = try keywords.paint("edgecolor", "ec") { box.edge = edge }
        if let alpha = try keywords.opacity() { box.alpha = alpha }
        if let pad = try keywords.number("pad") { box.padding = pad / 10 }
        if let style = try keywords.text("boxstyle") { box.isRound = style.hasPrefix("round") }
        keywords.accept("linewidth", "lw")
        try keywords.finish()
        return box
    }
}
