// PyplotRows: pyplot's functions — those of the current chart, made from its methods, and those about figures.
import Plotting
import Runtime

/// pyplot's functions.
enum PyplotRows {
    static let all: [Row] = charts + figures + labels + others + PolarRows.functions

    /// The drawing methods of a chart under their own names, and its setters under pyplot's names.
    private static let charts: [Row] = AxesRows.drawing.map { AxesRows.function($0.name.text, of: $0) } + renamed.compactMap { name, method in
        AxesRows.all.first { $0.name.text == method }.map { AxesRows.function(name, of: $0) }
    }

    /// pyplot's name for a method of the current chart.
    private static let renamed = [
        ("title", "set_title"), ("xlabel", "set_xlabel"), ("ylabel", "set_ylabel"), ("legend", "legend"), ("grid", "grid"), ("axis", "axis"),
        ("xscale", "set_xscale"), ("yscale", "set_yscale"), ("tick_params", "tick_params"), ("minorticks_on", "minorticks_on"),
        ("minorticks_off", "minorticks_off"), ("locator_params", "locator_params"), ("ticklabel_format", "ticklabel_format"),
        ("margins", "margins"), ("autoscale", "autoscale"), ("cla", "cla"), ("twinx", "twinx"), ("twiny", "twiny"), ("box", "set_frame_on"),
    ]

    private static var session: PyplotSession { PyplotSession.current }

    private static let figures: [Row] = [
        def("figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, FigureClass=None, clear=False, **kwargs)",
            "A new figure, or the open one of a number.", example: "import matplotlib.pyplot as plt\nplt.figure(figsize=(6, 3))") {
            (number: Value, size: Value, dots: Double?, ground: Value, _: Value, _: Value, _: Value, clear: Bool, keywords: DictObject) in
            try figure(number, size, dots, ground, keywords, clear: clear)
        },
        def("subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, "
            + "subplot_kw=None, gridspec_kw=None, figsize=None, dpi=None, num=None, facecolor=None, **fig_kw)", "A new figure with a grid of charts.",
            example: "import matplotlib.pyplot as plt\nfig, axes = plt.subplots(1, 2, sharey=True)") {
            (rows: Int, columns: Int, sharex: Value, sharey: Value, squeeze: Bool, widths: [Double]?, heights: [Double]?, own: DictObject?,
             grid: DictObject?, size: Value, dots: Double?, number: Value, ground: Value, keywords: DictObject) in
            let figure = try figure(number, size, dots, ground, keywords, clear: true)
            let axes = try FigureRows.charts(figure, rows, columns, sharex, sharey, squeeze, widths, heights, own, grid)
            return Value.tuple([.object(figure), axes])
        },
        def("subplot(*args, **kwargs)", "The chart at a cell of a grid: `subplot(2, 1, 1)`, `subplot(211)`.") { (values: [Value], keywords: DictObject) in
            try FigureRows.chart(session.gcf(), values, keywords)
        },
        def("subplot_mosaic(mosaic, *, figsize=None, **fig_kw)", "A new figure with charts laid out as letters are: 'AB;CC'.",
            example: "import matplotlib.pyplot as plt\nfig, axes = plt.subplot_mosaic('AB;CC')") { (mosaic: Value, size: Value, dict: DictObject) in
            var reading = try MosaicReading(mosaic)
            let rest = try reading.read(dict)
            let figure = try figure(.none, size, nil, .none, rest, clear: true)
            return Value.tuple([.object(figure), try reading.charts(on: figure)])
        },
        def("subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs)", "A chart over several cells of a grid.") {
            (shape: [Int], place: [Int], rows: Int, columns: Int, figure: FigureObject?, keywords: DictObject) in
            guard shape.count == 2, place.count == 2, shape.allSatisfy({ (1...100).contains($0) }), rows > 0, columns > 0,
                  zip(place, shape).allSatisfy({ (0..<$1).contains($0) }) else {
                throw Raised.valueError("a grid has two numbers from 1 to 100, and a place in it two")
            }
            // A span ends where the grid does.
            let bottom = place[0] + min(rows, shape[0] - place[0]), right = place[1] + min(columns, shape[1] - place[1])
            let cell = GridCell(rows: shape[0], columns: shape[1], row: place[0]..<bottom, column: place[1]..<right)
            let axes = (figure ?? session.gcf()).axes(at: cell)
            try ArtistRows.setAll(.object(axes), keywords)
            return axes
        },
        def("axes(arg=None, **kwargs)", "A chart that fills the figure, or stands at shares of it.") { (place: Value, keywords: DictObject) in
            guard !place.isNone else { return try FigureRows.chart(session.gcf(), [], keywords) }
            let shares = try NumberGrid(place).values
            guard shares.count == 4 else { throw Raised.valueError("a place has four numbers") }
            return try FigureRows.chart(session.gcf(), shares: shares, keywords)
        },
        def("gcf()", "The current figure.") { session.gcf() },
        def("gca(**kwargs)", "The current chart.") { (keywords: DictObject) in
            keywords["projection"] == nil ? session.gca() : try FigureRows.chart(session.gcf(), [], keywords)
        },
        def("sca(ax)", "Makes a chart the current one.") { (axes: AxesObject) in
            session.select(axes.figure)
            axes.figure.current = axes
        },
        def("clf()", "Empties the current figure.") { session.gcf().clear() },
        def("close(fig=None)", "Closes a figure, or all of them.") { (figure: Value) in
            if figure.text == "all" {
                session.closeAll()
            } else if case .float = figure {
                throw Raised.typeError("'fig' must be an instance of matplotlib.figure.Figure, int, str or None, not a float")
            } else if let object = try figure.as(FigureObject.self) ?? figure.index().flatMap({ session.figure(numbered: $0) })
                ?? (figure.isNone && !session.figures.isEmpty ? session.gcf() : nil) {
                session.close(object)
            }
        },
        def("show(*args, **kwargs)", "Shows all open figures.") { (_: [Value], _: DictObject) in session.show() },
        def("draw()", "Accepted.") {},
        def("pause(interval)", "Accepted: pages do not wait.") { (_: Value) in },
        def("fignum_exists(num)", "Whether a figure is open.") { (number: Int) in session.figure(numbered: number) != nil },
        def("get_fignums()", "The numbers of the open figures.") { session.figures.map(\.number) },
    ]

    /// A figure with what `figure()` and its kin say about it; `dict` holds what else `Figure` takes.
    private static func figure(_ number: Value, _ size: Value, _ dots: Double?, _ ground: Value, _ dict: DictObject, clear: Bool) throws -> FigureObject {
        var keywords = try Keywords(dict, owner: "Figure")
        if let layout = try keywords.text("layout") { try Keywords.choose(layout, "layout", of: ["constrained", "compressed", "tight", "none"]) }
        keywords.accept("tight_layout", "constrained_layout", "linewidth", "subplotpars", "edgecolor", "frameon", "FigureClass", "clear", "label")
        let number = keywords.take("num") ?? number
        let ground = keywords.take("facecolor") ?? ground
        let dots = try keywords.number("dpi") ?? dots
        try keywords.finish()
        let known = try number.as(FigureObject.self) ?? number.text.flatMap { session.figure(named: $0) } ?? number.index().flatMap { session.figure(numbered: $0) }
        let figure = try known ?? session.open(number: number.index(), name: number.text ?? "")
        session.select(figure)
        if clear { figure.clear() }
        if !size.isNone {
            guard size.text == nil, let sizes = try? NumberGrid(size).values, sizes.count == 2 else {
                throw Raised.valueError("Invalid figsize format, expected (x, y) or (x, y, unit) but got \(try size.repr())")
            }
            guard sizes.allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw Raised.valueError("figure size must be positive finite not \(try size.repr())") }
            (figure.figure.width, figure.figure.height) = (sizes[0], sizes[1])
        }
        figure.dpi = dots ?? figure.dpi
        if !ground.isNone { figure.figure.background = try PaintReading.paint(ground) }
        return figure
    }

    private static let labels: [Row] = [
        def("suptitle(t, **kwargs)", "Sets the title over all charts.") { (words: Value, keywords: DictObject) in
            try forward("suptitle", [words], keywords)
        },
        def("figtext(x, y, s, **kwargs)", "Writes words at a place of the figure.") { (x: Double, y: Double, words: Value, keywords: DictObject) in
            try forward("text", [.float(x), .float(y), words], keywords)
        },
        def("tight_layout(*, pad=1.08, h_pad=None, w_pad=None, rect=None)", "Accepted: labels always get the room they need.") {
            (_: Value, _: Value, _: Value, _: Value) in
        },
        def("subplots_adjust(left=None, bottom=None, right=None, top=None, wspace=None, hspace=None)", "Sets the gaps between charts.") {
            (left: Value, bottom: Value, right: Value, top: Value, across: Value, down: Value) in
            try Value.object(session.gcf()).callMethod("subplots_adjust", [left, bottom, right, top, across, down])
        },
        def("colorbar(mappable=None, cax=None, ax=None, **kwargs)", "Shows which colour means which value.") {
            (mappable: Value, cax: Value, ax: Value, keywords: DictObject) in
            try ColorbarObject.add(to: session.gcf(), mappable, cax, ax, keywords)
        },
        def("figlegend(*args, **kwargs)", "Lists the names of what all charts draw.") { (values: [Value], keywords: DictObject) in
            try forward("legend", values, keywords)
        },
        def("savefig(fname, **kwargs)", "Writes the current figure as SVG to the session's files or to a file object, whatever the name's ending.") {
            (target: Value, keywords: DictObject) in
            try FigureRows.save(session.gcf(), to: target, keywords)
        },
        limits("xlim", "set_xlim"), limits("ylim", "set_ylim"), ticks("xticks", "x"), ticks("yticks", "y"),
        def("clim(vmin=None, vmax=None)", "Sets the values at the ends of the current map.") { (low: Value, high: Value) in
            guard let artist = session.mappable else { throw Raised.runtimeError("You must first define an image, e.g., with imshow") }
            _ = try Value.object(artist).callMethod("set_clim", [low, high])
        },
        def("set_cmap(cmap)", "Sets the default colour map, and that of the current image.") { (map: Value) in
            session.colormap = try PaintReading.map(map)
            if let artist = session.mappable { _ = try Value.object(artist).callMethod("set_cmap", [map]) }
        },
    ]

    /// Calls a method of the current figure.
    private static func forward(_ method: Name, _ values: [Value], _ keywords: DictObject) throws -> Value {
        try Value.object(session.gcf()).callMethod(method, values, keywords: keywords.asKeywords())
    }

    private static func limits(_ name: String, _ method: Name) -> Row {
        def("\(name)(*args, **kwargs)", "The shown range of the axis, or sets it.") { (values: [Value], keywords: DictObject) in
            let axes = Value.object(session.gca())
            return try values.isEmpty && keywords.table.count == 0
                ? axes.callMethod(Name("get_" + name)) : axes.callMethod(method, values, keywords: keywords.asKeywords())
        }
    }

    private static func ticks(_ name: String, _ letter: String) -> Row {
        def("\(name)(ticks=None, labels=None, *, minor=False, **kwargs)", "The ticks of the axis with their labels, or sets them.") {
            (ticks: Value, labels: Value, _: Value, keywords: DictObject) in
            let axes = Value.object(session.gca())
            if ticks.isNone, !labels.isNone { throw Raised.typeError("\(name)(): Parameter 'labels' can't be set without setting 'ticks'") }
            if ticks.isNone, keywords.table.count > 0 {
                // Without places the keywords are about the labels that are there.
                try ArtistRows.setAllLabels(of: axes, letter, keywords)
            } else if !ticks.isNone, labels.isNone, keywords.table.count > 0 {
                _ = try axes.callMethod(Name("set_\(letter)ticks"), [ticks])
                try ArtistRows.setAllLabels(of: axes, letter, keywords)
            } else if !ticks.isNone {
                _ = try axes.callMethod(Name("set_\(letter)ticks"), [ticks, labels], keywords: keywords.asKeywords())
            }
            return Value.tuple([try axes.callMethod(Name("get_\(letter)ticks")), try axes.callMethod(Name("get_\(letter)ticklabels"))])
        }
    }

    private static let others: [Row] = [
        ColormapObject.getRow, CyclerObject.row,
        def("get_figlabels()", "The names of the open figures.") { session.figures.map(\.name) },
        def("rc(group, **kwargs)", "Sets several settings of a group.") { (group: Value, keywords: DictObject) in
            for name in try group.text.map({ [$0] }) ?? group.elements().map({ try $0.str() }) { try session.settings.set(group: name, keywords) }
        },
        def("rcdefaults()", "Restores the settings.") {},
        def("ion()", "Accepted.") {},
        def("ioff()", "Accepted.") {},
        def("get_backend()", "The name of what draws.") { "agg" },
        def("rc_context(rc=None, fname=None)", "Settings for the lines of a `with`.") { (settings: DictObject?, _: Value) in
            SettingsContext { if let settings { for (key, value) in settings.table.pairs { try session.settings.dict.setItem(key, value) } } }
        },
        def("gci()", "What the next colour bar would explain.") { session.mappable.map { Value.object($0) } ?? .none },
        def("sci(im)", "Chooses what the next colour bar explains.") { (artist: ArtistObject) in session.mappable = artist },
        def("isinteractive()", "Whether figures show at once: never here.") { false },
        def("switch_backend(newbackend)", "Accepted.") { (_: Value) in },
        def("xkcd(**kwargs)", "Accepted: figures keep their look.") { (_: DictObject) in },
        def("setp(obj, *args, **kwargs)", "Sets properties of artists.") { (object: Value, pairs: [Value], keywords: DictObject) in
            let targets = try object.object is ArtistObject ? [object] : object.iteratorIfIterable() == nil ? [object] : object.elements()
            for target in targets {
                for start in stride(from: 0, to: pairs.count - 1, by: 2) {
                    try ArtistRows.setAll(target, DictObject(named: [(pairs[start].str(), pairs[start + 1])]))
                }
                try ArtistRows.setAll(target, keywords)
            }
            return Value.list([Value](repeating: .none, count: targets.count * (pairs.count / 2 + keywords.table.count)))
        },
        def("getp(obj, property=None)", "A property of an artist.") { (artist: Value, name: String) in try artist.callMethod(Name("get_" + name)) },
        def("delaxes(ax=None)", "Takes a chart off its figure.") { (axes: AxesObject?) in
            let axes = axes ?? session.gca()
            axes.figure.remove(axes)
        },
    ]
}
