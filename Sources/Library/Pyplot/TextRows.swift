// TextRows: words and arrows on a chart.
import Plotting
import Runtime

/// Words and arrows on a chart.
enum TextRows {
    static let all: [Row] = [
        def("text(self, x, y, s, fontdict=None, **kwargs)", "Writes words at a place.",
            example: "import matplotlib.pyplot as plt\nplt.text(0.5, 0.5, 'here', ha='center')") {
            (axes: AxesObject, x: Double, y: Double, words: Value, fonts: DictObject?, keywords: DictObject) in
            var style = TextStyle(size: TextSize.label)
            style.horizontal = .left
            if let fonts {
                var inner = try Keywords(fonts, owner: "Text")
                try StyleReading.apply(&inner, to: &style)
                try inner.finish()
            }
            var own = try Keywords(keywords, owner: "Text", voice: .property)
            try StyleReading.apply(&own, to: &style)
            let ruler = own.take("transform")?.as(TransformObject.self)?.ruler ?? .data
            var mark = TextMark(try words.str(), x: x, y: y, ruler: ruler, style: style)
            try own.traits(&mark.traits)
            try own.finish()
            return axes.add(mark, as: .text, given: own)
        },
        def("annotate(self, text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None, annotation_clip=None, **kwargs)",
            "Writes words about a point, with an arrow to it where wanted.") {
            (axes: AxesObject, words: Value, point: Value, place: Value, ruler: Value, textRuler: Value, arrow: DictObject?, _: Value, keywords: DictObject) in
            try annotate(axes, words, point, place, ruler, textRuler, arrow, keywords)
        },
        def("arrow(self, x, y, dx, dy, **kwargs)", "Draws an arrow from (x, y) to (x + dx, y + dy).") {
            (axes: AxesObject, x: Double, y: Double, dx: Double, dy: Double, dict: DictObject) in
            var keywords = try Keywords(dict, owner: "FancyArrow")
            let named = try keywords.paint("color")
            let edge = try keywords.paint("edgecolor", "ec")
            let paint = try keywords.paint("facecolor", "fc") ?? named ?? edge ?? .cycle(0)
            let width = try keywords.number("linewidth", "lw") ?? 1.5
            let head = try keywords.number("head_width")
            let alpha = try keywords.opacity() ?? 1
            keywords.accept("width", "head_length", "length_includes_head", "shape", "overhang", "head_starts_at_zero", "ls", "linestyle")
            var mark = ArrowMark([(x, y, x + dx, y + dy)], paints: [paint], style: ArrowStyle(stroke: Stroke(paint, width: width, alpha: alpha), head: head == 0 ? 0 : 9, gap: 0))
            try keywords.traits(&mark.traits)
            try keywords.finish()
            return axes.add(mark, as: .arrow)
        },
    ]

    private static func annotate(_ axes: AxesObject, _ words: Value, _ point: Value, _ place: Value, _ ruler: Value, _ textRuler: Value,
                                 _ arrow: DictObject?, _ dict: DictObject) throws -> ArtistObject {
        let xy = try NumberGrid(point).values
        let at = place.isNone ? xy : try NumberGrid(place).values
        guard xy.count == 2, at.count == 2 else { throw Raised.valueError("xy and xytext must be points") }
        var style = TextStyle(size: TextSize.label)
        style.horizontal = .left
        var keywords = try Keywords(dict, owner: "Annotation", voice: .property)
        try StyleReading.apply(&keywords, to: &style)
        let spoken = try self.ruler(ruler)
        let written = try textRuler.isNone ? spoken : self.ruler(textRuler)
        var mark = TextMark(try words.str(), x: at[0], y: at[1], ruler: place.isNone ? spoken : written, style: style)
        if arrow != nil || written == .offset { mark.target = (xy[0], xy[1], spoken) }
        if let arrow { mark.arrow = try self.arrow(arrow) }
        try keywords.traits(&mark.traits)
        try keywords.finish()
        return axes.add(mark, as: .annotation, given: keywords)
    }

    private static func ruler(_ value: Value) throws -> PlaceRuler {
        if let transform = value.as(TransformObject.self) { return transform.ruler }
        switch value.text {
        case "axes fraction", "figure fraction", "subfigure fraction": return .frame
        case "offset points", "offset pixels", "offset fontsize": return .offset
        case nil, "data", "polar": return .data
        case let name?: throw Raised.valueError("'\(name)' is not a valid coordinate")
        }
    }

    private static let arrowStyles = [
        "-", "<-", "->", "<->", "<|-", "-|>", "<|-|>", "]-", "-[", "]-[", "|-|", "]->", "<-[", "fancy", "simple", "wedge",
    ]

    /// The arrow of an annotation from its dict.
    private static func arrow(_ dict: DictObject) throws -> ArrowStyle {
        var keywords = try Keywords(dict, owner: "FancyArrowPatch")
        let paint = try keywords.paint("color", "facecolor", "fc", "edgecolor", "ec") ?? .ink
        let style = try keywords.text("arrowstyle")
        let width = try keywords.number("linewidth", "lw", "width") ?? 1
        var arrow = ArrowStyle(stroke: Stroke(paint, width: min(width, 4), alpha: try keywords.opacity() ?? 1), head: 7)
        arrow.stroke.dash = try keywords.dash("linestyle", "ls") ?? .solid
        if let style {
            let name = style.prefix { $0 != "," }
            guard arrowStyles.contains(String(name)) else { throw Raised.valueError("Unknown style: '\(name)'") }
            arrow.isHeadFilled = style.contains("|>") || style.hasPrefix("fancy") || style.hasPrefix("simple")
            arrow.isDouble = style.hasPrefix("<") && style.contains(">")
            if !style.contains(">"), !style.contains("<"), !arrow.isHeadFilled { arrow.head = 0 }
        }
        if let gap = try keywords.number("shrink") { arrow.gap = min(gap * 100, 12) }
        if let bend = try keywords.text("connectionstyle"), let mark = bend.firstRange(of: "rad=") {
            arrow.bend = Double(bend[mark.upperBound...].prefix { "-.0123456789".contains($0) }) ?? 0
        }
        keywords.accept("headwidth", "headlength", "frac", "shrinkA", "shrinkB", "mutation_scale", "patchA", "patchB", "relpos", "ec", "edgecolor", "fc", "facecolor")
        try keywords.finish()
        return arrow
    }
}

/// `ax.transAxes`, `ax.transData`: which ruler a place is given in.
final class TransformObject: Object, @unchecked Sendable {
    private static let cls = Class(native: "Transform", module: "matplotlib.transforms", extensible: false)
    let ruler: PlaceRuler

    init(_ ruler: PlaceRuler) {
        self.ruler = ruler
        super.init(type: Self.cls)
    }
}
