// BarRows: bars, histograms, box plots, pies.
import Plotting
import Runtime

/// Bars and distributions.
enum BarRows {
    static let all: [Row] = [
        def("bar(self, x, height, width=0.8, bottom=None, *, align='center', data=None, **kwargs)", "Draws upright bars.",
            example: "import matplotlib.pyplot as plt\nplt.bar(['a', 'b'], [3, 5])") {
            (axes: AxesObject, x: Value, height: Value, width: Value, bottom: Value, align: String, _: Value, keywords: DictObject) in
            try bars(axes, places: x, sizes: height, width: width, foot: bottom, align: align, keywords, isHorizontal: false)
        },
        def("barh(self, y, width, height=0.8, left=None, *, align='center', data=None, **kwargs)", "Draws lying bars.") {
            (axes: AxesObject, y: Value, width: Value, height: Value, left: Value, align: String, _: Value, keywords: DictObject) in
            try bars(axes, places: y, sizes: width, width: height, foot: left, align: align, keywords, isHorizontal: true)
        },
        def("hist(self, x, bins=None, *, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype='bar', "
            + "align='mid', orientation='vertical', rwidth=None, log=False, color=None, label=None, stacked=False, data=None, **kwargs)",
            "Counts values in bins and draws the counts.") {
            (axes: AxesObject, x: Value, bins: Value, range: [Double]?, density: Bool, weights: Value, cumulative: Value, _: Value, kind: String,
             _: Value, orientation: String, share: Double?, log: Bool, color: Value, label: Value, stacked: Bool, _: Value, keywords: DictObject) in
            try Keywords.choose(kind, "histtype", of: ["bar", "barstacked", "step", "stepfilled"])
            try Keywords.choose(orientation, "orientation", of: ["horizontal", "vertical"])
            var reading = try HistogramReading(x, bins: bins, range: range, weights: weights, density: density, cumulative: cumulative)
            (reading.isStacked, reading.share, reading.kind) = (stacked, share, kind)
            reading.isHorizontal = orientation == "horizontal"
            if log { if reading.isHorizontal { axes.model.x.scale = .log(base: 10) } else { axes.model.y.scale = .log(base: 10) } }
            return try reading.draw(on: axes, color: color, label: label, keywords)
        },
        def("boxplot(self, x, notch=None, sym=None, vert=None, orientation='vertical', whis=None, positions=None, widths=None, "
            + "patch_artist=None, showmeans=None, showfliers=None, tick_labels=None, labels=None, **kwargs)",
            "Draws the quartiles of every list of values.") {
            (axes: AxesObject, x: Value, _: Value, sym: String?, vert: Bool?, orientation: String, whis: Double?, positions: Value, widths: Value,
             filled: Bool?, means: Bool?, outliers: Bool?, names: Value, labels: Value, keywords: DictObject) in
            let groups = try groups(x)
            var mark = BoxMark(
                summaries: groups.compactMap { BoxSummary($0, reach: whis ?? 1.5) },
                positions: try positions.isNone ? groups.indices.map { Double($0 + 1) } : NumberGrid(positions).values,
                widths: try widths.isNone ? groups.map { _ in 0.5 } : groups.indices.map { index in
                    let given = try NumberGrid(widths).values
                    return given[index % max(given.count, 1)]
                },
                isHorizontal: vert == false || orientation == "horizontal", fills: filled == true ? [.cycle(0)] : [])
            mark.showsMeans = means ?? false
            mark.showsOutliers = (outliers ?? true) && sym != ""
            let given = names.isNone ? labels : names
            mark.names = try given.isNone ? mark.positions.map { NumberText.short($0) } : given.elements().map { try $0.str() }
            let ticks = TickChoice.fixed(mark.positions, labels: mark.names)
            if mark.isHorizontal { axes.model.y.ticks = ticks } else { axes.model.x.ticks = ticks }
            var rest = try Keywords(keywords, owner: "boxplot", voice: .call)
            rest.accept("bootstrap", "usermedians", "conf_intervals", "meanline", "showcaps", "showbox", "boxprops", "flierprops", "medianprops", "meanprops",
                        "capprops", "whiskerprops", "manage_ticks", "autorange", "zorder", "capwidths", "label", "data")
            try rest.finish()
            return Value.object(DictObject(named: axes.add(mark, as: .boxes).boxParts(isFilled: filled == true)))
        },
        def("violinplot(self, dataset, positions=None, vert=None, widths=0.5, showmeans=False, showextrema=True, showmedians=False, "
            + "quantiles=None, points=100, bw_method=None, side='both', *, orientation='vertical', data=None)",
            "Draws how frequent values are in every list, as shapes that are wide where many are.") {
            (axes: AxesObject, x: Value, positions: Value, vert: Bool?, widths: Value, means: Bool, extremes: Bool, medians: Bool, _: Value, points: Int,
             _: Value, _: Value, orientation: String, _: Value) in
            let lists = try groups(x)
            let places = try positions.isNone ? lists.indices.map { Double($0 + 1) } : NumberGrid(positions).values
            var mark = ViolinMark(
                lists.compactMap { ViolinMark.Density($0, points: points) }, positions: places, widths: try NumberGrid(widths).values,
                isHorizontal: vert == false || orientation == "horizontal", fill: axes.nextPaint())
            (mark.showsMeans, mark.showsExtremes, mark.showsMedians) = (means, extremes, medians)
            return Value.object(DictObject(named: axes.add(mark, as: .boxes).violinParts()))
        },
        def("pie(self, x, *, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1, "
            + "startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None, center=(0, 0), frame=False, "
            + "rotatelabels=False, normalize=True, hatch=None, data=None)", "Draws shares of a whole as slices.") {
            (axes: AxesObject, x: Value, explode: Value, labels: Value, colors: Value, percent: Value, inner: Double, _: Value, outer: Double?,
             start: Double, radius: Double, counter: Bool, wedges: DictObject?, texts: DictObject?, _: Value, framed: Bool, _: Value, _: Value,
             _: Value, _: Value) in
            var mark = PieMark(slices: try slices(x, explode, labels, colors, percent), radius: radius, startAngle: start, isClockwise: !counter)
            mark.innerDistance = inner
            mark.labelDistance = outer ?? 1.1
            if let wedges {
                var keywords = try Keywords(wedges, owner: "Wedge")
                let paint = try keywords.paint("edgecolor", "ec")
                let width = try keywords.number("linewidth", "lw")
                mark.edge = paint.map { Stroke($0, width: width ?? 1) }
                mark.hole = try keywords.number("width").map { 1 - $0 / radius } ?? 0
                keywords.accept("alpha", "antialiased")
                try keywords.finish()
            }
            if let texts {
                var keywords = try Keywords(texts, owner: "Text")
                try StyleReading.apply(&keywords, to: &mark.textStyle)
                try keywords.finish()
            }
            axes.model.aspect = .frame(ratio: 1)
            axes.model.isFramed = framed
            let parts = axes.add(mark, as: .wedges).pieParts()
            return Value.tuple([.list(parts.wedges), .list(parts.labels)] + (percent.isNone ? [] : [.list(parts.inner)]))
        },
        def("bar_label(self, container, labels=None, *, fmt='%g', label_type='edge', padding=0, **kwargs)", "Writes the value at the end of every bar.") {
            (axes: AxesObject, bars: ArtistObject, labels: Value, format: Value, place: String, padding: Double, keywords: DictObject) in
            try Keywords.choose(place, "label_type", of: ["edge", "center"])
            return try label(axes, bars, labels, format, isCentered: place == "center", padding, keywords)
        },
    ]

    private static func bars(_ axes: AxesObject, places: Value, sizes: Value, width: Value, foot: Value, align: String, _ dict: DictObject,
                             isHorizontal: Bool) throws -> Value {
        var keywords = try Keywords(dict, owner: "Rectangle")
        var model = axes.model
        var categories = isHorizontal ? model.y.categories : model.x.categories
        try Keywords.choose(align, "align", of: ["center", "edge"])
        let across = try AxisPlaces(places.text != nil ? .list([places]) : places, categories: &categories)
        if isHorizontal { model.y.categories = categories } else { model.x.categories = categories }
        let (lengths, breadths) = (try NumberGrid(sizes), try NumberGrid(width))
        let ground = try foot.isNone ? NumberGrid(.int(0)) : NumberGrid(foot)
        let (heights, widths, feet) = (lengths.values, breadths.values, ground.values)
        let count = max(across.values.count, heights.count)
        for (name, values) in [("height", heights), ("width", widths), ("bottom", feet)] where values.count != 1 && values.count != count || across.values.count != count && across.values.count != 1 {
            throw Raised.valueError(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between 'x' with shape \(across.shapeText) and '\(name)' with shape (\(values.count),).")
        }
        axes.model = model
        func at(_ values: [Double], _ index: Int) -> Double { values[values.count == 1 ? 0 : index] }
        let bars = (0..<count).map { index in
            let start = at(across.values, index) - (align == "edge" ? 0 : at(widths, index) / 2)
            let ground = at(feet, index)
            return BarMark.Bar(start: start, end: start + at(widths, index), foot: ground, top: ground + at(heights, index))
        }
        let fills = try keywords.paints("color", "facecolor", "fc") ?? [axes.nextFill()]
        var mark = BarMark(bars: bars, isHorizontal: isHorizontal, fills: fills)
        mark.names = across.names
        try edges(&keywords, of: &mark)
        let artist = axes.add(mark, as: .bars)
        artist.companion = try errors(&keywords, of: mark, on: axes)
        if let names = keywords.take("tick_label") {
            let ticks = TickChoice.fixed(across.values, labels: try names.elements().map { try $0.str() })
            if isHorizontal { axes.model.y.ticks = ticks } else { axes.model.x.ticks = ticks }
        }
        if try keywords.flag("log") == true { if isHorizontal { axes.model.x.scale = .log(base: 10) } else { axes.model.y.scale = .log(base: 10) } }
        try keywords.finish()
        let isWhole = BarObject.Wholeness(
            place: align == "edge" && across.isWhole, width: breadths.isWhole, foot: ground.isWhole, length: lengths.isWhole)
        artist.members = bars.indices.map { .object(BarObject(artist, index: $0, across: at(widths, $0), isWhole: isWhole)) }
        return .object(artist)
    }

    /// Edge, opacity, label of bars.
    static func edges(_ keywords: inout Keywords, of mark: inout BarMark) throws {
        mark.alpha = try keywords.opacity() ?? 1
        let edge = try keywords.paints("edgecolor", "ec")?.first
        let width = try keywords.number("linewidth", "lw")
        let dash = try keywords.dash("linestyle", "ls") ?? .solid
        if let edge { mark.edge = Stroke(edge, width: width ?? 1, dash: dash, alpha: mark.alpha) }
        if let isFilled = try keywords.flag("fill"), !isFilled {
            mark.edge = mark.edge ?? Stroke(mark.fills[0], width: width ?? 1, dash: dash)
            mark.fills = [.none]
        }
        keywords.accept("hatch")
        if let labels = keywords.take("label") {
            if labels.text == nil, let names = labels.sequenceElements { mark.names = names.compactMap(\.text) } else { mark.traits.label = try labels.str() }
        }
        try keywords.traits(&mark.traits)
    }

    private static func errors(_ keywords: inout Keywords, of mark: BarMark, on axes: AxesObject) throws -> ArtistObject? {
        let (up, across) = (keywords.take("yerr"), keywords.take("xerr"))
        let paint = try keywords.paint("ecolor") ?? .ink
        let cap = try keywords.number("capsize") ?? 0
        keywords.accept("error_kw")
        guard up != nil || across != nil else { return nil }
        let middles = mark.bars.map { ($0.start + $0.end) / 2 }
        let tops = mark.bars.map(\.top)
        let (xs, ys) = mark.isHorizontal ? (tops, middles) : (middles, tops)
        return axes.add(ErrorMark(
            xs: xs, ys: ys, vertical: try LineRows.reaches(up ?? .none, xs.count).map { (down: $0.0, up: $0.1) },
            horizontal: try LineRows.reaches(across ?? .none, xs.count).map { (left: $0.0, right: $0.1) },
            stroke: Stroke(paint), capSize: cap), as: .errors)
    }

    /// Lists of values: a list of lists, the columns of a grid, or a single list.
    static func groups(_ value: Value) throws -> [[Double]] {
        if let elements = value.sequenceElements, let first = elements.first, try first.iteratorIfIterable() != nil {
            return try elements.map { try NumberGrid($0).values }
        }
        return try NumberGrid(value).columns
    }

    private static func slices(_ x: Value, _ explode: Value, _ labels: Value, _ colors: Value, _ percent: Value) throws -> [PieMark.Slice] {
        let values = try NumberGrid(x).values
        let total = values.reduce(0, +)
        guard values.allSatisfy({ !($0 < 0) }) else { throw Raised.valueError("Wedge sizes 'x' must be non negative values") }
        guard total > 0 else { throw Raised.valueError("All wedge sizes are zero") }
        for (name, list) in [("labels", labels), ("explode", explode)] where !list.isNone {
            let count = try list.elements().count
            guard count == values.count else { throw Raised.valueError("'\(name)' must be of length 'x', not \(count)") }
        }
        let offsets = explode.isNone ? [] : try NumberGrid(explode).values
        let names = labels.isNone ? [] : try labels.elements().map { try $0.str() }
        let paints = colors.isNone ? [] : try PaintReading.paints(colors)
        return try values.enumerated().map { index, value in
            let share = total > 0 ? value / total : 0
            var inner = ""
            if !percent.isNone { inner = try StyleReading.text(of: .float(share * 100), by: percent) }
            return PieMark.Slice(
                share: share, fill: paints.isEmpty ? .cycle(index) : paints[index % paints.count], label: index < names.count ? names[index] : "",
                inner: inner, offset: index < offsets.count ? offsets[index] : 0)
        }
    }

    private static func label(_ axes: AxesObject, _ artist: ArtistObject, _ labels: Value, _ format: Value, isCentered: Bool, _ padding: Double,
                              _ dict: DictObject) throws -> Value {
        guard let bars = artist.mark as? BarMark else { return .list([]) }
        let given = labels.isNone ? nil : try labels.elements().map { try $0.str() }
        var style = TextStyle(size: TextSize.tick)
        var keywords = try Keywords(dict, owner: "Text")
        try StyleReading.apply(&keywords, to: &style)
        try keywords.finish()
        let texts = try bars.bars.enumerated().map { index, bar -> Value in
            let member = artist.members.indices.contains(index) ? artist.members[index].as(BarObject.self) : nil
            let size = try member?.length() ?? .float(bar.top - bar.foot)
            let text = try given.map { index < $0.count ? $0[index] : "" } ?? StyleReading.text(of: size, by: format)
            let along = isCentered ? (bar.foot + bar.top) / 2 : bar.top
            let middle = (bar.start + bar.end) / 2
            var mark = TextMark(text, x: bars.isHorizontal ? along : middle, y: bars.isHorizontal ? middle : along, style: style)
            mark.style.horizontal = bars.isHorizontal && !isCentered ? .left : .center
            mark.style.vertical = bars.isHorizontal || isCentered ? .center : .bottom
            let label = axes.add(mark, as: .text)
            // Told as its distance from the end of the bar.
            (label.given["x"], label.given["y"]) = (.int(0), .short(padding))
            return .object(label)
        }
        return .list(texts)
    }
}
