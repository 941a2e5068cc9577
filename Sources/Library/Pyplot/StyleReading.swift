// StyleReading: format strings, dash patterns, markers, text sizes as pyplot's arguments write them.
import Plotting
import Runtime

/// What a format string such as "r--o" says; nil parts are not said.
struct FormatString {
    var paint: Paint?
    var marker: String?
    var dash: Dash?

    /// - Throws: ValueError in matplotlib's words.
    init(_ text: String) throws {
        if let paint = ColorName.paint(text), text.count != 1 || !"0123456789".contains(text) {
            self.paint = paint
            return
        }
        if text.allSatisfy({ $0 == " " }), !text.isEmpty {
            dash = Dash.none
            return
        }
        var rest = Substring(text)
        while let first = rest.first {
            if rest.hasPrefix("--") {
                dash = .dashed
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix("-.") {
                dash = .dashDot
                rest = rest.dropFirst(2)
            } else if first == "-" || first == ":" {
                dash = first == "-" ? .solid : .dotted
                rest = rest.dropFirst()
            } else if first == "C", let digit = rest.dropFirst().first, digit.isNumber {
                paint = ColorName.paint(String(rest.prefix(2)))
                rest = rest.dropFirst(2)
            } else if "bgrcmykw".contains(first) {
                paint = ColorName.paint(String(first))
                rest = rest.dropFirst()
            } else if Marker(rawValue: String(first)) != nil {
                marker = String(first)
                rest = rest.dropFirst()
            } else {
                throw Raised.valueError("\(try Value.string(text).repr()) is not a valid format string (unrecognized character '\(first)')")
            }
        }
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
        guard let factor = factors[try value.str()] else { throw Raised.valueError("\(try value.repr()) is not a valid size") }
        return TextSize.label * factor
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
            style.isBold = try weight.number().map { $0 >= 600 } ?? ["bold", "heavy", "semibold", "demibold", "black", "extra bold"].contains(weight.str())
        }
        if let slant = try keywords.text("fontstyle", "style") { style.isItalic = slant != "normal" }
        if let family = try keywords.text("fontfamily", "family", "fontname", "name") { style.isMonospaced = family.contains("mono") }
        if let alpha = try keywords.number("alpha") { style.alpha = alpha }
        if let turn = keywords.take("rotation") {
            style.rotation = try turn.number() ?? (turn.str() == "vertical" ? 90 : 0)
        }
        try alignment(&keywords, &style)
        if let box = keywords.take("bbox")?.as(DictObject.self) { style.box = try self.box(box) }
        if let ground = try keywords.paint("backgroundcolor") { style.box = TextBox(fill: ground, edge: .none, padding: 0.2) }
        keywords.accept("rotation_mode", "wrap", "linespacing", "multialignment", "ma", "usetex", "pad", "labelpad")
    }

    private static func alignment(_ keywords: inout Keywords, _ style: inout TextStyle) throws {
        if let across = try keywords.text("ha", "horizontalalignment") {
            switch across {
            case "left": style.horizontal = .left
            case "right": style.horizontal = .right
            case "center": style.horizontal = .center
            default: throw Raised.valueError("'\(across)' is not a valid value for align; supported values are 'center', 'right', 'left'")
            }
        }
        if let upright = try keywords.text("va", "verticalalignment") {
            switch upright {
            case "top": style.vertical = .top
            case "center", "center_baseline": style.vertical = .center
            case "bottom": style.vertical = .bottom
            case "baseline": style.vertical = .baseline
            default:
                throw Raised.valueError(
                    "'\(upright)' is not a valid value for align; supported values are 'baseline', 'bottom', 'center', 'center_baseline', 'top'")
            }
        }
    }

    private static func box(_ dict: DictObject) throws -> TextBox {
        var keywords = try Keywords(dict, owner: "FancyBboxPatch")
        var box = TextBox()
        if let fill = try keywords.paint("facecolor", "fc", "color") { box.fill = fill }
        if let edge = try keywords.paint("edgecolor", "ec") { box.edge = edge }
        if let alpha = try keywords.number("alpha") { box.alpha = alpha }
        if let pad = try keywords.number("pad") { box.padding = pad / 10 }
        if let style = try keywords.text("boxstyle") { box.isRound = style.hasPrefix("round") }
        keywords.accept("linewidth", "lw")
        try keywords.finish()
        return box
    }
}
