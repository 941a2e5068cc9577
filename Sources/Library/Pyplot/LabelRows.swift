// LabelRows: titles, axis labels, legends, grids.
import Plotting
import Runtime

/// Titles, labels, legends, grids.
enum LabelRows {
    static let all: [Row] = [
        def("set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs)", "Sets the title.") {
            (axes: AxesObject, words: Value, fonts: DictObject?, place: String?, _: Value, _: Value, keywords: DictObject) in
            try style(&axes.model.titleStyle, fonts, keywords)
            axes.model.titleStyle.horizontal = place == "left" ? .left : place == "right" ? .right : .center
            axes.model.title = try words.str()
            return Value.object(LabelObject(axes.model.title, x: 0.5, y: 1, yText: "1.0"))
        },
        def("get_title(self, loc='center')", "The title.") { (axes: AxesObject, _: Value) in axes.model.title },
        def("set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs)", "Names the x axis.") {
            (axes: AxesObject, words: Value, fonts: DictObject?, _: Value, place: String?, keywords: DictObject) in
            try style(&axes.model.x.labelStyle, fonts, keywords)
            if let place { axes.model.x.labelStyle.horizontal = place == "left" ? .left : place == "right" ? .right : .center }
            axes.model.x.label = try words.str()
            return Value.object(LabelObject(axes.model.x.label, x: 0.5, y: 0, yText: "0"))
        },
        def("set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs)", "Names the y axis.") {
            (axes: AxesObject, words: Value, fonts: DictObject?, _: Value, _: Value, keywords: DictObject) in
            try style(&axes.model.y.labelStyle, fonts, keywords)
            axes.model.y.label = try words.str()
            return Value.object(LabelObject(axes.model.y.label, x: 0, y: 0.5, yText: "0.5"))
        },
        def("get_xlabel(self)", "The name of the x axis.") { (axes: AxesObject) in axes.model.x.label },
        def("get_ylabel(self)", "The name of the y axis.") { (axes: AxesObject) in axes.model.y.label },
        def("legend(self, *args, **kwargs)", "Lists the names of what is drawn: `legend()`, `legend(names)`, `legend(artists, names)`.",
            example: "import matplotlib.pyplot as plt\nplt.plot([1, 2], label='up')\nplt.legend(loc='upper left')") {
            (axes: AxesObject, values: [Value], keywords: DictObject) in
            axes.model.legend = try legend(values, keywords, marks: axes.model.marks, on: axes)
            return Value.object(LegendObject(axes))
        },
        def("get_legend(self)", "The legend; None where there is none.") { (axes: AxesObject) in
            axes.model.legend == nil ? Value.none : .object(LegendObject(axes))
        },
        def("get_legend_handles_labels(self)", "The artists with labels, and their labels.") { (axes: AxesObject) in
            let named = axes.artists.filter { $0.mark?.traits.legendLabel != nil }
            return Value.tuple([.list(named.map { .object($0) }), .list(named.map { .string($0.mark?.traits.legendLabel ?? "") })])
        },
        def("grid(self, visible=None, which='major', axis='both', **kwargs)", "Draws lines at the ticks, or removes them.") {
            (axes: AxesObject, shown: Bool?, which: String, axis: String, keywords: DictObject) in
            try grid(axes, shown, which: which, axis: axis, keywords)
        },
    ]

    private static func style(_ style: inout TextStyle, _ fonts: DictObject?, _ dict: DictObject) throws {
        if let fonts {
            var inner = try Keywords(fonts, owner: "Text")
            try StyleReading.apply(&inner, to: &style)
            try inner.finish()
        }
        var keywords = try Keywords(dict, owner: "Text")
        try StyleReading.apply(&keywords, to: &style)
        keywords.accept("x", "y", "zorder", "transform", "visible")
        try keywords.finish()
    }

    /// The legend that arguments describe; `marks` are those of the chart (or charts) it lists.
    /// Artists that stand on no chart are kept on `sheet`, unseen, for their sample.
    static func legend(_ values: [Value], _ dict: DictObject, marks: [any Mark], on sheet: AxesObject) throws -> Legend {
        var legend = Legend()
        if let entries = try entries(values, dict, marks: marks, on: sheet) { legend.entries = entries }
        var keywords = try Keywords(dict, owner: "Legend")
        keywords.accept("handles", "labels")
        if let place = keywords.take("loc") {
            if let code = try place.index(), let location = location(code) {
                legend.location = location
            } else if let location = Legend.Location(rawValue: try place.str()) {
                legend.location = location
            } else if let pair = place.sequenceElements, pair.count == 2, let x = try pair[0].number(), let y = try pair[1].number() {
                (legend.location, legend.anchor) = (.lowerLeft, (x, y))
            } else {
                throw Raised.valueError("\(try place.repr()) is not a valid value for loc.")
            }
        }
        if let anchor = try keywords.take("bbox_to_anchor").map(NumberGrid.init)?.values, anchor.count >= 2 { legend.anchor = (anchor[0], anchor[1]) }
        legend.columns = try keywords.take("ncol", "ncols")?.index() ?? 1
        legend.title = try keywords.text("title") ?? ""
        legend.isFramed = try keywords.flag("frameon") ?? true
        if let alpha = try keywords.number("framealpha") { legend.alpha = alpha }
        if let ground = try keywords.paint("facecolor") { legend.background = ground }
        try StyleReading.apply(&keywords, to: &legend.style)
        if let paint = try keywords.paint("labelcolor") { legend.style.paint = paint }
        for name in ["markerscale", "numpoints", "scatterpoints", "shadow", "fancybox", "borderpad", "labelspacing", "handlelength", "handletextpad",
                     "borderaxespad", "columnspacing", "edgecolor", "title_fontsize", "mode", "bbox_transform", "handler_map", "markerfirst"] {
            keywords.accept(name)
        }
        do { try keywords.finish() } catch let raised as Raised {
            // The legend's own words for a keyword it does not know.
            let words = try Value.object(raised.exception).str()
            throw Raised.typeError(words.replacing("Legend.set()", with: "Legend.__init__()"))
        }
        return legend
    }

    private static func location(_ code: Int) -> Legend.Location? {
        let codes: [Legend.Location] = [.best, .upperRight, .upperLeft, .lowerLeft, .lowerRight, .right, .centerLeft, .centerRight, .lowerCenter, .upperCenter, .center]
        return codes.indices.contains(code) ? codes[code] : nil
    }

    /// The lines of a legend that names them itself; nil where labels decide.
    private static func entries(_ values: [Value], _ dict: DictObject, marks: [any Mark], on sheet: AxesObject) throws -> [Legend.Entry]? {
        func named(_ handles: Value) throws -> [Legend.Entry] {
            let listed = try ids(handles, on: sheet)
            let all = marks + sheet.model.marks
            return listed.map { id in Legend.Entry(mark: id, text: all.first { $0.traits.id == id }?.traits.legendLabel ?? "") }
        }
        let handles = values.count == 2 ? values[0] : dict["handles"]
        let names = values.count == 2 ? values[1] : values.first ?? dict["labels"]
        if values.count == 1, dict["handles"] == nil, let first = try values[0].elements().first, first.text == nil {
            return try named(values[0])
        }
        guard let names else {
            return try handles.map(named)
        }
        let texts = try names.text != nil ? [names.str()] : names.elements().map { try $0.str() }
        let listed = try handles.map { try ids($0, on: sheet) } ?? marks.filter { !($0 is TextMark) && $0.traits.label?.hasPrefix("_") != true }.map(\.traits.id)
        return zip(listed, texts).map { Legend.Entry(mark: $0, text: $1) }
    }

    private static func ids(_ handles: Value, on sheet: AxesObject) throws -> [Int] {
        try handles.elements().compactMap { handle in
            if let artist = handle.as(ArtistObject.self) { return artist.id }
            if let patch = handle.as(PatchObject.self) { return sheet.keep(patch.mark) }
            if let line = handle.as(LooseLineObject.self) { return try line.mark().map(sheet.keep) }
            return try handle.iteratorIfIterable() == nil ? nil : handle.elements().first?.as(ArtistObject.self)?.id
        }
    }

    private static func grid(_ axes: AxesObject, _ shown: Bool?, which: String, axis: String, _ dict: DictObject) throws {
        var keywords = try Keywords(dict, owner: "Line2D")
        var stroke = Stroke(.theme(.grid), width: 0.8)
        let isStyled = !dict.table.keys.isEmpty
        if let paint = try keywords.paint("color", "c") { stroke.paint = paint }
        if let width = try keywords.number("linewidth", "lw") { stroke.width = width }
        if let dash = try keywords.dash("linestyle", "ls") { stroke.dash = dash }
        stroke.alpha = try keywords.number("alpha") ?? 1
        keywords.accept("zorder")
        try keywords.finish()
        for path in [\Chart.x, \Chart.y] where axis == "both" || (axis == "x") == (path == \Chart.x) {
            var target = axes.model[keyPath: path]
            // Without a word the grid is turned round: on where it was off.
            let isOn = shown ?? (isStyled || target.grid == nil)
            if which != "minor" { target.grid = isOn ? stroke : nil }
            if which != "major" {
                target.minorGrid = isOn ? Stroke(stroke.paint, width: stroke.width * 0.6, dash: stroke.dash, alpha: stroke.alpha) : nil
            }
            axes.model[keyPath: path] = target
        }
    }
}

/// A title or an axis label as programs hold it: `Text(0.5, 1.0, 'words')`.
final class LabelObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Text"
    private static let cls = Class(native: "Text", module: "matplotlib.text", extensible: false, rows: {
        [
            def("get_text(self)", "The words.") { (label: LabelObject) in label.words },
            def("set_color(self, color)", "Has no effect on labels already set.") { (_: LabelObject, _: Value) in },
            def("set_fontsize(self, fontsize)", "Has no effect on labels already set.") { (_: LabelObject, _: Value) in },
            def("set_rotation(self, s)", "Has no effect on labels already set.") { (_: LabelObject, _: Value) in },
        ]
    })
    private let words: String
    private let place: String

    init(_ words: String, x: Double, y: Double, yText: String? = nil) {
        self.words = words
        place = "\(FloatText.short(x)), \(yText ?? FloatText.short(y))"
        super.init(type: Self.cls)
    }

    override func repr() throws -> String { "Text(\(place), \(try Value.string(words).repr()))" }
}

/// A legend as programs hold it.
final class LegendObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Legend"
    private static let cls = Class(native: "Legend", module: "matplotlib.legend", extensible: false, rows: {
        [
            def("remove(self)", "Takes the legend away.") { (legend: LegendObject) in legend.axes.model.legend = nil },
            def("set_title(self, title, prop=None)", "Sets the line over the list.") { (legend: LegendObject, title: String, _: Value) in
                legend.axes.model.legend?.title = title
            },
            def("set_visible(self, b)", "Shows or hides the legend.") { (legend: LegendObject, shown: Bool) in
                if !shown { legend.axes.model.legend = nil }
            },
            def("get_frame(self)", "The legend's frame.") { (legend: LegendObject) in legend },
            def("set_alpha(self, alpha)", "Sets the opacity of the ground.") { (legend: LegendObject, alpha: Double) in
                legend.axes.model.legend?.alpha = alpha
            },
        ]
    })
    fileprivate let axes: AxesObject

    init(_ axes: AxesObject) {
        self.axes = axes
        super.init(type: Self.cls)
    }

    override func repr() throws -> String { "<matplotlib.legend.Legend object at \(address)>" }
}
