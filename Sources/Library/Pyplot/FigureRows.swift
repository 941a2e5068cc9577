// FigureRows: the methods of a figure.
import Plotting
import Runtime

/// The methods of a figure.
enum FigureRows {
    static let all: [Row] = charts + words + sheet + told

    /// The charts on a figure.
    private static let charts: [Row] = [
        def("add_subplot(self, *args, **kwargs)", "A chart at a cell of a grid: `add_subplot(2, 1, 1)`, `add_subplot(211)`.") {
            (figure: FigureObject, values: [Value], keywords: DictObject) in
            try chart(figure, values, keywords)
        },
        def("add_axes(self, rect, **kwargs)", "A chart at shares of the figure: left, bottom, width, height.") {
            (figure: FigureObject, place: [Double], keywords: DictObject) in
            guard place.count == 4 else { throw Raised.valueError("a place has four numbers") }
            return try chart(figure, shares: place, keywords)
        },
        def("subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, "
            + "subplot_kw=None, gridspec_kw=None)", "A grid of charts.") {
            (figure: FigureObject, rows: Int, columns: Int, sharex: Value, sharey: Value, squeeze: Bool, widths: [Double]?, heights: [Double]?,
             own: DictObject?, grid: DictObject?) in
            try charts(figure, rows, columns, sharex, sharey, squeeze, widths, heights, own, grid)
        },
        def("add_gridspec(self, nrows=1, ncols=1, **kwargs)", "A grid whose cells `add_subplot` takes.") {
            (figure: FigureObject, rows: Int, columns: Int, dict: DictObject) in
            figure.figure.horizontalGap = try dict["wspace"]?.number() ?? figure.figure.horizontalGap
            figure.figure.verticalGap = try dict["hspace"]?.number() ?? figure.figure.verticalGap
            return try Value.object(GridSpecObject.gridSpec).call(
                [.int(rows), .int(columns)], keywords: dict.asKeywords())
        },
        def("subplot_mosaic(self, mosaic, **kwargs)", "Charts laid out as letters are: 'AB;CC'.") { (figure: FigureObject, mosaic: Value, dict: DictObject) in
            var reading = try MosaicReading(mosaic)
            let rest = try reading.read(dict)
            try Keywords(rest, owner: "Figure.subplot_mosaic", voice: .call).finish()
            return try reading.charts(on: figure)
        },
        def("colorbar(self, mappable=None, cax=None, ax=None, **kwargs)", "Shows which colour means which value.") {
            (figure: FigureObject, mappable: Value, cax: Value, ax: Value, keywords: DictObject) in
            try ColorbarObject.add(to: figure, mappable, cax, ax, keywords)
        },
        def("gca(self)", "The current chart.") { (figure: FigureObject) in figure.currentAxes() },
        def("sca(self, a)", "Makes a chart the current one.") { (figure: FigureObject, axes: AxesObject) in figure.current = axes },
        def("get_axes(self)", "The charts and colour bars.") { (figure: FigureObject) in figure.listedAxes },
        def("get_children(self)", "The charts and colour bars.") { (figure: FigureObject) in figure.listedAxes },
        def("delaxes(self, ax)", "Takes a chart off.") { (figure: FigureObject, axes: AxesObject) in figure.remove(axes) },
        property("axes", "The charts and colour bars.") { (figure: FigureObject) in figure.listedAxes },
        def("clf(self)", "Empties the figure.") { (figure: FigureObject) in figure.clear() },
        def("clear(self)", "Empties the figure.") { (figure: FigureObject) in figure.clear() },
    ]

    /// Titles, names, notes, legends.
    private static let words: [Row] = [
        def("suptitle(self, t, **kwargs)", "Sets the title over all charts.") { (figure: FigureObject, words: Value, dict: DictObject) in
            var keywords = try Keywords(dict, owner: "Text", voice: .property)
            try StyleReading.apply(&keywords, to: &figure.figure.headingStyle)
            figure.figure.headingStyle.horizontal = .center
            _ = (keywords.take("x"), keywords.take("y"))
            keywords.accept("transform", "zorder", "visible")
            try keywords.finish()
            figure.figure.heading = try words.str()
            return LabelObject(of: figure, \.heading, \.headingStyle, x: keywords.given["x"] ?? .float(0.5), y: keywords.given["y"] ?? .float(0.98))
        },
        name("supxlabel", "Names all charts, below them.", \.bottomName, (0.5, 0.01)), name("supylabel", "Names all charts, left of them.", \.leftName, (0.02, 0.5)),
        def("get_suptitle(self)", "The title over all charts.") { (figure: FigureObject) in figure.figure.heading },
        def("get_supxlabel(self)", "The name of all charts below them.") { (figure: FigureObject) in figure.figure.bottomName },
        def("get_supylabel(self)", "The name of all charts left of them.") { (figure: FigureObject) in figure.figure.leftName },
        def("text(self, x, y, s, fontdict=None, **kwargs)", "Writes words at shares of the figure, from its lower left.") {
            (figure: FigureObject, x: Double, y: Double, words: Value, fonts: DictObject?, dict: DictObject) in
            var style = TextStyle(size: TextSize.label)
            style.horizontal = .left
            for given in [fonts, dict] {
                guard let given else { continue }
                var keywords = try Keywords(given, owner: "Text")
                try StyleReading.apply(&keywords, to: &style)
                keywords.accept("transform", "zorder")
                try keywords.finish()
            }
            figure.figure.notes.append(Figure.Note(try words.str(), x: x, y: y, style: style))
            return figure.note(figure.figure.notes.count - 1)
        },
        property("texts", "The words on the figure itself.") { (figure: FigureObject) in
            Value.list(figure.figure.notes.indices.map { .object(figure.note($0)) })
        },
        def("align_labels(self, axs=None)", "Accepted: labels align within a grid.") { (_: FigureObject, _: Value) in },
        def("align_xlabels(self, axs=None)", "Accepted: labels align within a grid.") { (_: FigureObject, _: Value) in },
        def("align_ylabels(self, axs=None)", "Accepted: labels align within a grid.") { (_: FigureObject, _: Value) in },
        def("legend(self, *args, **kwargs)", "Lists the names of what all charts draw.") { (figure: FigureObject, values: [Value], keywords: DictObject) in
            let reading = try LegendReading(values, keywords, artists: figure.axes.flatMap(\.artists), on: figure.currentAxes())
            figure.figure.legend = reading.legend
            if figure.figure.legend?.location == .best { figure.figure.legend?.location = .upperRight }
            let legend = LegendObject(figure, reading.handles)
            figure.legends.append(legend)
            return legend
        },
        property("legends", "The legends of the figure itself.") { (figure: FigureObject) in Value.list(figure.legends.map { .object($0) }) },
    ]

    /// The sheet itself: its size, its gaps, its ground, its files.
    private static let sheet: [Row] = [
        def("get_figwidth(self)", "The width.") { (figure: FigureObject) in figure.figure.width },
        def("get_figheight(self)", "The height.") { (figure: FigureObject) in figure.figure.height },
        def("subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None)",
            "Sets the gaps between charts; margins follow the labels by themselves.") {
            (figure: FigureObject, left: Double?, bottom: Double?, right: Double?, top: Double?, across: Double?, down: Double?) in
            if let left, let right, left >= right { throw Raised.valueError("left cannot be >= right") }
            if let bottom, let top, bottom >= top { throw Raised.valueError("bottom cannot be >= top") }
            figure.figure.horizontalGap = across ?? figure.figure.horizontalGap
            figure.figure.verticalGap = down ?? figure.figure.verticalGap
        },
        def("tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None)", "Accepted: labels always get the room they need.") {
            (_: FigureObject, _: Value, _: Value, _: Value, _: Value) in
        },
        def("set_tight_layout(self, tight)", "Accepted: labels always get the room they need.") { (_: FigureObject, _: Value) in },
        def("autofmt_xdate(self, bottom=0.2, rotation=30, ha='right', which='major')", "Accepted: colliding labels turn by themselves.") {
            (_: FigureObject, _: Value, _: Value, _: Value, _: Value) in
        },
        def("set_size_inches(self, w, h=None, forward=True)", "Sets width and height.") { (figure: FigureObject, width: Value, height: Double?, _: Value) in
            let sizes = try NumberGrid(width).values
            figure.figure.width = sizes.first ?? figure.figure.width
            figure.figure.height = height ?? (sizes.count == 2 ? sizes[1] : figure.figure.height)
        },
        def("get_size_inches(self)", "Width and height.") { (figure: FigureObject) in ArrayMaking.array([figure.figure.width, figure.figure.height]) },
        def("set_figwidth(self, val)", "Sets the width.") { (figure: FigureObject, width: Double) in figure.figure.width = width },
        def("set_figheight(self, val)", "Sets the height.") { (figure: FigureObject, height: Double) in figure.figure.height = height },
        def("set_dpi(self, val)", "Remembered: drawings have no dots.") { (figure: FigureObject, dots: Double) in figure.dpi = dots },
        def("set_facecolor(self, color)", "Sets the ground.") { (figure: FigureObject, color: Value) in figure.figure.background = try PaintReading.paint(color) },
        def("savefig(self, fname, **kwargs)", "Writes the figure as SVG to the session's files or to a file object, whatever the name's ending.") {
            (figure: FigureObject, target: Value, keywords: DictObject) in
            try save(figure, to: target, keywords)
        },
        def("show(self, warn=True)", "Shows the figure.") { (figure: FigureObject, _: Value) in
            PyplotSession.current.close(figure)
            Interpreter.current.display(figure.picture)
        },
        def("get_facecolor(self)", "The ground.") { (figure: FigureObject) in
            PaintReading.channels(figure.figure.background == .none ? .exact(.white) : figure.figure.background, alpha: 1)
        },
        def("get_dpi(self)", "Dots in an inch.") { (figure: FigureObject) in figure.dpi },
        def("set_layout_engine(self, layout=None, **kwargs)", "Accepted: labels always get the room they need.") { (_: FigureObject, _: Value, _: DictObject) in },
        def("draw_without_rendering(self)", "Accepted.") { (_: FigureObject) in },
        def("get_label(self)", "The name of the figure.") { (figure: FigureObject) in figure.name },
        def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (figure: Value, keywords: DictObject) in try ArtistRows.setAll(figure, keywords) },
    ]

    /// What a figure tells about itself.
    private static let told: [Row] = [
        property("patch", "The ground of the figure.") { (figure: FigureObject) in
            GroundObject(figure, get: { figure.figure.background }, set: { figure.figure.background = $0 })
        },
        property("number", "The figure's number.") { (figure: FigureObject) in figure.number },
        property("canvas", "What the figure is drawn on.") { (figure: FigureObject) in CanvasObject(figure) },
        property("dpi", "Dots in an inch.") { (figure: FigureObject) in figure.dpi },
    ]

    /// A row that names all charts of a figure.
    private static func name(_ method: String, _ doc: String, _ path: WritableKeyPath<Figure, String> & Sendable, _ place: (x: Double, y: Double)) -> Row {
        def("\(method)(self, t, **kwargs)", doc) { (figure: FigureObject, words: Value, dict: DictObject) in
            var keywords = try Keywords(dict, owner: "Text")
            try StyleReading.apply(&keywords, to: &figure.figure.nameStyle)
            keywords.accept("x", "y")
            try keywords.finish()
            figure.figure[keyPath: path] = try words.str()
            return LabelObject(of: figure, path, \.nameStyle, x: .float(place.x), y: .float(place.y))
        }
    }

    /// Writes a figure where a program wants it.
    /// - Throws: ValueError for an ending that is no format of figures, TypeError for keywords nobody knows.
    static func save(_ figure: FigureObject, to target: Value, _ dict: DictObject) throws {
        var keywords = try Keywords(dict, owner: "FigureCanvasAgg.print_png", voice: .call)
        let format = try keywords.text("format") ?? target.text.flatMap(ending)
        if let format, !formats.contains(format.lowercased()) {
            throw Raised.valueError("Format '\(format.lowercased())' is not supported (supported formats: \(formats.joined(separator: ", ")))")
        }
        keywords.accept("dpi", "bbox_inches", "pad_inches", "facecolor", "edgecolor", "orientation", "papertype", "transparent", "metadata", "backend", "pil_kwargs",
                        "bbox_extra_artists")
        try keywords.finish()
        figure.settle()
        let bytes = Array(figure.figure.svg(target: .file).utf8)
        if target.text == nil, try target.attributeIfPresent("write") != nil {
            _ = try target.callMethod("write", [.object(BytesObject(bytes))])
        } else {
            SessionFiles.current.write(try target.str(), bytes)
        }
    }

    /// The endings that matplotlib writes; here all of them hold SVG.
    private static let formats = ["avif", "eps", "gif", "jpeg", "jpg", "pdf", "pgf", "png", "ps", "raw", "rgba", "svg", "svgz", "tif", "tiff", "webp"]

    /// What follows the last point of a path's last part.
    private static func ending(_ path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.last.map(String.init) : nil
    }
}
