// LabelRows: titles, axis labels, legends, grids.
import Plotting
import Runtime

/// Titles, labels, legends, grids.
enum LabelRows {
    /// The methods.
    static let all: [Row] = [
        def("set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs)", "Sets the title, in the middle or at a side.") {
            (axes: AxesObject, words: Value, fonts: DictObject?, place: String?, _: Value, y: Value, keywords: DictObject) in
            try title(axes, words, fonts, place, y, keywords)
        },
        def("get_title(self, loc='center')", "The title.") { (axes: AxesObject, place: String) in axes.model[keyPath: try titlePath(place).words] },
        def("set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs)", "Names the x axis.") {
            (axes: AxesObject, words: Value, fonts: DictObject?, _: Value, place: String?, keywords: DictObject) in
            axes.model.x.labelStyle.horizontal = try side(place ?? "center", of: ["left", "center", "right"])
            return try name(axes, \.x, words, fonts, keywords)
        },
        def("set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs)", "Names the y axis.") {
            (axes: AxesObject, words: Value, fonts: DictObject?, _: Value, place: String?, keywords: DictObject) in
            if let place { try side(place, of: ["bottom", "center", "top"]) }
            return try name(axes, \.y, words, fonts, keywords)
        },
        def("get_xlabel(self)", "The name of the x axis.") { (axes: AxesObject) in axes.model.x.label },
        def("get_ylabel(self)", "The name of the y axis.") { (axes: AxesObject) in axes.model.y.label },
        def("legend(self, *args, **kwargs)", "Lists the names of what is drawn: `legend()`, `legend(names)`, `legend(artists, names)`.",
            example: "import matplotlib.pyplot as plt\nplt.plot([1, 2], label='up')\nplt.legend(loc='upper left')") {
            (axes: AxesObject, values: [Value], keywords: DictObject) in
            let reading = try LegendReading(values, keywords, artists: axes.artists, on: axes)
            axes.model.legend = reading.legend
            axes.legend = LegendObject(axes, reading.handles)
            return axes.legend.map { Value.object($0) } ?? .none
        },
        def("get_legend(self)", "The legend; None where there is none.") { (axes: AxesObject) in legend(of: axes) },
        property("legend_", "The legend; None where there is none.") { (axes: AxesObject) in legend(of: axes) },
        def("get_legend_handles_labels(self)", "The artists with labels, and their labels.") { (axes: AxesObject) in
            let named = axes.artists.filter { $0.mark?.traits.legendLabel != nil }
            return Value.tuple([.list(named.map { .object($0) }), .list(named.map { .string($0.mark?.traits.legendLabel ?? "") })])
        },
        def("grid(self, visible=None, which='major', axis='both', **kwargs)", "Draws lines at the ticks, or removes them.") {
            (axes: AxesObject, shown: Bool?, which: String, axis: String, keywords: DictObject) in
            try grid(axes, shown, which: which, axis: axis, keywords)
        },
    ]

    private static func legend(of axes: AxesObject) -> Value {
        axes.model.legend == nil ? .none : axes.legend.map { .object($0) } ?? .none
    }

    /// Where a title at a side keeps its words and its style.
    static func titlePath(_ place: String) throws -> (words: WritableKeyPath<Chart, String>, style: WritableKeyPath<Chart, TextStyle>, x: Double) {
        switch try Keywords.choose(place, "loc", of: ["left", "center", "right"]) {
        case "left": (\.leftTitle, \.leftTitleStyle, 0)
        case "right": (\.rightTitle, \.rightTitleStyle, 1)
        default: (\.title, \.titleStyle, 0.5)
        }
    }

    private static func title(_ axes: AxesObject, _ words: Value, _ fonts: DictObject?, _ place: String?, _ y: Value, _ keywords: DictObject) throws -> LabelObject {
        let path = try titlePath(place ?? "center")
        try style(&axes.model[keyPath: path.style], fonts, keywords)
        axes.model[keyPath: path.words] = words.isNone ? "" : try words.str()
        let label = axes.title(path.words, path.style, x: path.x)
        label.place.y = y.isNone ? .float(1) : y
        label.given = try given(fonts, keywords)
        return label
    }

    private static func name(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>, _ words: Value, _ fonts: DictObject?, _ keywords: DictObject) throws -> LabelObject {
        try style(&axes.model[keyPath: path].labelStyle, fonts, keywords)
        axes.model[keyPath: path].label = words.isNone ? "" : try words.str()
        let label = axes.name(of: path)
        label.settle(axis: path)
        label.given = try given(fonts, keywords)
        return label
    }

    /// What was given about a text, under the properties' full names.
    private static func given(_ fonts: DictObject?, _ dict: DictObject) throws -> [String: Value] {
        var keywords = try Keywords(FigureRows.merged([fonts, dict]), owner: "Text")
        var style = TextStyle(size: TextSize.label)
        try StyleReading.apply(&keywords, to: &style)
        return keywords.given
    }

    @discardableResult
    private static func side(_ place: String, of places: [String]) throws -> HorizontalAlignment {
        try Keywords.choose(place, "loc", of: places)
        return place == "left" ? .left : place == "right" ? .right : .center
    }

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

    private static func grid(_ axes: AxesObject, _ shown: Bool?, which: String, axis: String, _ dict: DictObject) throws {
        var keywords = try Keywords(dict, owner: "Line2D")
        var stroke = Stroke(.theme(.grid), width: 0.8)
        let isStyled = !dict.table.keys.isEmpty
        if let paint = try keywords.paint("color", "c") { stroke.paint = paint }
        if let width = try keywords.number("linewidth", "lw") { stroke.width = width }
        if let dash = try keywords.dash("linestyle", "ls") { stroke.dash = dash }
        stroke.alpha = try keywords.opacity() ?? 1
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
