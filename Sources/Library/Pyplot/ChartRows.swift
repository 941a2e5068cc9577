// ChartRows: the chart as a whole — frame, aspect, twins, what it holds.
import Plotting
import Runtime

/// The chart as a whole.
enum ChartRows {
    static let all: [Row] = [
        def("axis(self, arg=None, /, **kwargs)", "Sets limits [xmin, xmax, ymin, ymax], or 'off', 'on', 'equal', 'square', 'tight', 'image', 'auto'.") {
            (axes: AxesObject, argument: Value, keywords: DictObject) in
            try axis(axes, argument, keywords)
        },
        def("set_axis_off(self)", "Hides frame, ticks and labels.") { (axes: AxesObject) in axes.model.isFramed = false },
        def("set_axis_on(self)", "Shows frame, ticks and labels.") { (axes: AxesObject) in axes.model.isFramed = true },
        def("set_frame_on(self, b)", "Shows or hides the frame.") { (axes: AxesObject, shown: Bool) in axes.model.sides = shown ? [.left, .right, .top, .bottom] : [] },
        def("set_aspect(self, aspect, adjustable=None, anchor=None, share=False)", "Sets how long a unit of y is beside a unit of x.") {
            (axes: AxesObject, aspect: Value, adjustable: String?, _: Value, _: Value) in
            if let word = aspect.text, word != "auto", word != "equal" { throw Raised.valueError("could not convert string to float: '\(word)'") }
            let ratio = try aspect.number() ?? (aspect.text == "auto" ? nil : 1)
            axes.model.aspect = ratio.map { adjustable == "datalim" ? .limits(ratio: $0) : .frame(ratio: $0) } ?? .automatic
        },
        def("set_box_aspect(self, aspect=None)", "Sets height over width of the frame.") { (axes: AxesObject, aspect: Double?) in
            let limits = axes.limits
            axes.given["box_aspect"] = aspect.map { .float($0) }
            guard let aspect, limits.y.upper != limits.y.lower else { return }
            axes.model.aspect = .frame(ratio: aspect * abs((limits.x.upper - limits.x.lower) / (limits.y.upper - limits.y.lower)))
        },
        def("set_facecolor(self, color)", "Sets the ground of the chart.") { (axes: AxesObject, color: Value) in axes.model.background = try PaintReading.paint(color) },
        def("set_visible(self, b)", "Shows or hides the chart.") { (axes: AxesObject, shown: Bool) in axes.model.isVisible = shown },
        def("set_prop_cycle(self, *args, **kwargs)", "Sets the colours that lines take in turn, and starts them again.") {
            (axes: AxesObject, values: [Value], keywords: DictObject) in
            axes.colorCycle = try CyclerObject(values, keywords).flatMap { $0.colors.isEmpty ? nil : $0.colors }
            axes.colorsTaken = (0, 0)
        },
        def("set_position(self, pos, which='both')", "Puts the chart at shares of the figure: left, bottom, width, height.") {
            (axes: AxesObject, place: [Double], _: Value) in
            guard place.count == 4 else { throw Raised.valueError("a position has four numbers") }
            try FigureRows.check(shares: place)
            axes.model.placement = .share(left: place[0], bottom: place[1], width: place[2], height: place[3])
        },
        def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (axes: Value, keywords: DictObject) in
            try ArtistRows.setAll(axes, keywords)
        },
        def("clear(self)", "Empties the chart.") { (axes: AxesObject) in axes.clear() },
        def("cla(self)", "Empties the chart.") { (axes: AxesObject) in axes.clear() },
        def("remove(self)", "Takes the chart off its figure.") { (axes: AxesObject) in axes.figure.remove(axes) },
        def("twinx(self)", "A second chart on this one with its own y axis on the right.") { (axes: AxesObject) in twin(axes, sharesX: true) },
        def("twiny(self)", "A second chart on this one with its own x axis on top.") { (axes: AxesObject) in twin(axes, sharesX: false) },
        def("sharex(self, other)", "Shares the x axis with another chart.") { (axes: AxesObject, other: AxesObject) in
            if other.model.sharedX == nil { other.model.sharedX = axes.figure.newGroup() }
            axes.model.sharedX = other.model.sharedX
        },
        def("sharey(self, other)", "Shares the y axis with another chart.") { (axes: AxesObject, other: AxesObject) in
            if other.model.sharedY == nil { other.model.sharedY = axes.figure.newGroup() }
            axes.model.sharedY = other.model.sharedY
        },
        def("get_figure(self)", "The figure.") { (axes: AxesObject) in axes.figure },
        def("label_outer(self)", "Keeps tick labels only at the rim of a grid.") { (axes: AxesObject) in FigureRows.labelOuter(axes) },
        def("has_data(self)", "Whether anything is drawn.") { (axes: AxesObject) in !axes.model.marks.isEmpty },
    ] + members

    private static let members: [Row] = [
        property("figure", "The figure.") { (axes: AxesObject) in axes.figure },
        property("lines", "The lines drawn.") { (axes: AxesObject) in artists(axes) { $0.type === ArtistClasses.line } },
        property("patches", "The bars and shapes drawn.") { (axes: AxesObject) in
            Value.list(axes.artists.flatMap { artist in
                artist.mark is BarMark ? artist.members : artist.type.module == "matplotlib.patches" ? [.object(artist)] : []
            })
        },
        property("images", "The images drawn.") { (axes: AxesObject) in artists(axes) { $0.mark is ImageMark } },
        property("collections", "What is drawn from many shapes at once.") { (axes: AxesObject) in
            artists(axes) { artist in artist.type.module == "matplotlib.collections" || artist.type.module == "matplotlib.contour" }
        },
        property("texts", "The words drawn.") { (axes: AxesObject) in artists(axes) { $0.mark is TextMark } },
        property("containers", "The bar charts drawn.") { (axes: AxesObject) in artists(axes) { $0.mark is BarMark } },
        def("get_images(self)", "The images drawn.") { (axes: AxesObject) in artists(axes) { $0.mark is ImageMark } },
        def("get_lines(self)", "The lines drawn.") { (axes: AxesObject) in artists(axes) { $0.type === ArtistClasses.line } },
        property("spines", "The lines of the frame.") { (axes: AxesObject) in SpineObject(axes) },
        property("transAxes", "Places as shares of the frame.") { (_: AxesObject) in TransformObject(.frame) },
        property("transData", "Places in data space.") { (_: AxesObject) in TransformObject(.data) },
        property("title", "The title.") { (axes: AxesObject) in axes.title(\.title, \.titleStyle, x: 0.5) },
        property("name", "The kind of chart.") { (_: AxesObject) in "rectilinear" },
    ]

    private static func artists(_ axes: AxesObject, where isWanted: (ArtistObject) -> Bool) -> Value {
        .list(axes.artists.filter(isWanted).map { .object($0) })
    }

    private static func twin(_ axes: AxesObject, sharesX: Bool) -> AxesObject {
        let twin = axes.figure.add(.twin(of: axes.position, sharesX: sharesX))
        if sharesX {
            (twin.model.y.isFar, twin.model.x.isVisible) = (true, false)
        } else {
            (twin.model.x.isFar, twin.model.y.isVisible) = (true, false)
        }
        twin.model.sides = []
        return twin
    }

    private static func axis(_ axes: AxesObject, _ argument: Value, _ dict: DictObject) throws -> Value {
        if case .bool(let isOn) = argument {
            axes.model.isFramed = isOn
        } else if let word = argument.text {
            try axis(axes, word)
        } else if !argument.isNone {
            let limits = try NumberGrid(argument).values
            guard limits.count == 4 else { throw Raised.typeError("the first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]") }
            try LimitRows.setLimits(axes, \.x, .float(limits[0]), .float(limits[1]))
            try LimitRows.setLimits(axes, \.y, .float(limits[2]), .float(limits[3]))
        }
        var keywords = try Keywords(dict, owner: "axis", voice: .call)
        try LimitRows.setLimits(axes, \.x, keywords.take("xmin") ?? .none, keywords.take("xmax") ?? .none)
        try LimitRows.setLimits(axes, \.y, keywords.take("ymin") ?? .none, keywords.take("ymax") ?? .none)
        keywords.accept("emit")
        try keywords.finish()
        let limits = axes.limits
        return ArrayMaking.tuple([limits.x.lower, limits.x.upper, limits.y.lower, limits.y.upper])
    }

    private static func axis(_ axes: AxesObject, _ word: String) throws {
        switch word {
        case "off": axes.model.isFramed = false
        case "on": axes.model.isFramed = true
        case "equal": axes.model.aspect = .limits(ratio: 1)
        case "scaled": axes.model.aspect = .frame(ratio: 1)
        case "auto": axes.model.aspect = .automatic
        case "tight": (axes.model.x.margin, axes.model.y.margin) = (0, 0)
        case "image":
            axes.model.aspect = .frame(ratio: 1)
            (axes.model.x.margin, axes.model.y.margin) = (0, 0)
        case "square":
            let limits = axes.limits
            let edge = max(abs(limits.x.upper - limits.x.lower), abs(limits.y.upper - limits.y.lower))
            try LimitRows.setLimits(axes, \.x, .float(limits.x.lower), .float(limits.x.lower + edge))
            try LimitRows.setLimits(axes, \.y, .float(limits.y.lower), .float(limits.y.lower + edge))
            axes.model.aspect = .frame(ratio: 1)
        default: throw Raised.valueError("Unrecognized string '\(word)' to axis; try 'on' or 'off'")
        }
    }
}
