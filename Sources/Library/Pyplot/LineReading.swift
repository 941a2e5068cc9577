// LineReading: the arguments of `plot` → lines; ScatterReading: those of `scatter` → points.
import Plotting
import Runtime

/// Reads the arguments of `plot`.
enum LineReading {
    /// The lines of one pair of x and y: one for every column of y. A missing x counts from 0.
    static func lines(_ axes: AxesObject, x: Value?, y: Value, format: String?, _ dict: DictObject) throws -> [ArtistObject] {
        var model = axes.model
        let grid: NumberGrid
        let upright = try AxisPlacesOrGrid(y, categories: &model.y.categories)
        grid = upright.grid
        let columns = grid.shape.isEmpty ? [grid.values] : grid.columns
        var xs: [[Double]]
        if let x {
            let across = try AxisPlacesOrGrid(x, categories: &model.x.categories)
            xs = across.grid.columns
            let (count, other) = (across.grid.shape.first ?? 1, grid.shape.first ?? 1)
            if count != other {
                throw Raised.valueError("x and y must have same first dimension, but have shapes \(across.grid.shapeText) and \(grid.shapeText)")
            }
        } else {
            xs = [(0..<(columns.first?.count ?? 0)).map(Double.init)]
        }
        axes.model = model
        guard grid.shape.count <= 2 else {
            throw Raised.valueError("x and y can be no greater than 2D, but have shapes (\(grid.shape[0]),) and \(grid.shapeText)")
        }
        let parsed = try format.map(FormatString.init)
        let count = max(columns.count, xs.count)
        return try (0..<count).map { index in
            let artist = try line(axes, xs[index % xs.count], columns[index % columns.count], parsed, Keywords(dict, owner: "Line2D"), index)
            if grid.shape.count == 1 { artist.given["y"] = y }
            if let x, xs.count == 1 { artist.given["x"] = x }
            return artist
        }
    }

    /// Names on an axis or a grid of numbers.
    private struct AxisPlacesOrGrid {
        let grid: NumberGrid

        init(_ value: Value, categories: inout [String]) throws {
            if let elements = value.sequenceElements, elements.contains(where: { $0.text != nil }) {
                let places = try AxisPlaces(value, categories: &categories)
                grid = NumberGrid(values: places.values, shape: [places.values.count])
            } else {
                grid = try NumberGrid(value)
            }
        }
    }

    private static func line(_ axes: AxesObject, _ xs: [Double], _ ys: [Double], _ format: FormatString?, _ given: Keywords, _ column: Int) throws -> ArtistObject {
        var keywords = given
        let settings = PyplotSession.current.settings
        for names in LineProperties.twins { try keywords.refuseTwins(of: names) }
        let named = try keywords.paint("color", "c")
        let paint = named ?? format?.paint ?? axes.nextPaint()
        let alpha = try keywords.opacity() ?? 1
        let width = try keywords.number("linewidth", "lw") ?? settings.lineWidth
        var dash = try keywords.dash("linestyle", "ls") ?? format?.dash
        let shape = try keywords.take("marker").map { try StyleReading.marker($0) } ?? format?.marker.flatMap(Marker.init(rawValue:))
        // A format that names a marker but no line draws points only.
        if dash == nil, format?.marker != nil { dash = Dash.none }
        if let lengths = keywords.take("dashes") { dash = .custom(try NumberGrid(lengths).values) }
        let join = try keywords.text("drawstyle", "ds").map(join) ?? .straight
        let size = try keywords.number("markersize", "ms") ?? settings.markerSize
        let fill = try keywords.paint("markerfacecolor", "mfc")
        let edge = try keywords.paint("markeredgecolor", "mec")
        let edgeWidth = try keywords.number("markeredgewidth", "mew") ?? 1
        let isHollow = try keywords.text("fillstyle") == "none"
        let marker = shape.map { shape in
            MarkerStyle(shape, size: size, fill: isHollow ? .none : fill ?? paint, edge: Stroke(edge ?? paint, width: edgeWidth, alpha: alpha), alpha: alpha)
        }
        var mark = LineMark(xs: xs, ys: ys, stroke: Stroke(paint, width: width, dash: dash ?? .solid, alpha: alpha), marker: marker)
        mark.join = join
        if let every = keywords.take("markevery") {
            mark.markEvery = try every.index() ?? every.sequenceElements?.last?.index() ?? 1
        }
        if let labels = given.labels(), column < labels.count, labels.count > 1 {
            keywords.accept("label")
            mark.traits.label = labels[column]
        }
        try keywords.traits(&mark.traits)
        try keywords.finish()
        let artist = axes.add(mark, as: .line, given: keywords)
        if named == nil { artist.given["color"] = format?.color.map { .string($0) } ?? axes.latestColor }
        return artist
    }

    /// How a `drawstyle` joins neighbours.
    /// - Throws: ValueError for words it does not know.
    static func join(_ style: String) throws -> LineMark.Join {
        switch try Keywords.choose(style, "drawstyle", of: ["default", "steps-mid", "steps-pre", "steps-post", "steps"]) {
        case "steps", "steps-pre": .stepBefore
        case "steps-mid": .stepMiddle
        case "steps-post": .stepAfter
        default: .straight
        }
    }
}

extension Keywords {
    /// A list of labels, one for each column of data; nil for a single one.
    fileprivate func labels() -> [String]? {
        var copy = self
        return copy.take("label")?.sequenceElements?.compactMap(\.text)
    }
}

/// Reads the arguments of `scatter`, a few at a time.
struct ScatterReading {
    private let axes: AxesObject
    private var keywords: Keywords
    private var mark: ScatterMark
    private var mapping: (Normalization, Colormap)?

    init(_ axes: AxesObject, x: Value, y: Value, keywords dict: DictObject) throws {
        self.axes = axes
        keywords = try Keywords(dict, owner: "PathCollection")
        var model = axes.model
        let xs = try AxisPlaces(x, categories: &model.x.categories).values
        let ys = try AxisPlaces(y, categories: &model.y.categories).values
        axes.model = model
        guard xs.count == ys.count else { throw Raised.valueError("x and y must be the same size") }
        mark = ScatterMark(xs: xs, ys: ys, fills: [.cycle(0)])
    }

    /// Colours from names, or from numbers through a map.
    mutating func colors(_ c: Value, map: Value, normalization: Normalization) throws {
        let named = try keywords.paints("color", "facecolors", "facecolor", "fc")
        if !c.isNone, keywords.given["color"] != nil, named != nil {
            throw Raised.valueError("Supply a 'c' argument or a 'color' kwarg but not both; they differ but their functionalities overlap.")
        }
        guard !c.isNone else {
            mark.fills = named ?? [axes.nextFill()]
            return
        }
        if c.text == nil, let grid = try? NumberGrid(c), grid.values.count == mark.xs.count || grid.shape.count == 1, grid.shape.count <= 1 || grid.shape[1] == 1 {
            if grid.values.count == mark.xs.count {
                let map = try PaintReading.map(map.isNone ? nil : map)
                let fitted = normalization.fitted(to: grid.values)
                mark.values = grid.values
                mark.fills = grid.values.map { .exact(map.color(at: fitted($0))) }
                mapping = (fitted, map)
                return
            }
            guard grid.values.count == 3 || grid.values.count == 4, grid.values.allSatisfy({ (0...1).contains($0) }) else {
                throw Raised.valueError("'c' argument has \(grid.values.count) elements, which is inconsistent with 'x' and 'y' with size \(mark.xs.count).")
            }
        }
        guard let paints = try? PaintReading.paints(c) else {
            throw Raised.valueError("'c' argument must be a color, a sequence of colors, or a sequence of numbers, not \(try c.repr())")
        }
        mark.fills = paints.isEmpty ? [.cycle(0)] : paints
    }

    /// Sizes, shape, edges.
    mutating func shape(sizes: Value, marker: Value, widths: Value, edges: Value, alpha: Double?) throws {
        if !sizes.isNone {
            let areas = try NumberGrid(sizes)
            guard areas.values.count == mark.xs.count || areas.values.count == 1 else {
                throw Raised.valueError("s (size \(areas.values.count)) cannot be broadcast to match x and y (size \(mark.xs.count))")
            }
            mark.areas = areas.values
        }
        if mark.areas.isEmpty { mark.areas = [36] }
        if !marker.isNone { mark.shape = try StyleReading.marker(marker) ?? .point }
        mark.alpha = alpha ?? 1
        let width = try widths.isNone ? keywords.number("linewidth", "lw") : NumberGrid(widths).values.first
        let edge = edges.isNone ? keywords.take("edgecolor", "ec") : edges
        if let edge, edge.text != "face" { mark.edges = edge.text == "none" ? [.none] : try PaintReading.paints(edge) }
        mark.edgeWidth = width ?? (mark.edges.isEmpty ? 0.5 : 1)
    }

    /// Draws the points.
    mutating func finish() throws -> ArtistObject {
        try keywords.traits(&mark.traits)
        keywords.accept("linestyle", "linestyles", "ls", "hatch")
        try keywords.finish()
        let artist = axes.add(mark, as: .points, given: keywords)
        artist.mapping = mapping.map { ($0.0, $0.1) }
        return artist
    }
}

/// Reads `norm=`, `vmin=`, `vmax=`.
enum NormReading {
    /// How values are brought to a map, by `norm=`, `vmin=` and `vmax=`.
    static func normalization(_ norm: Value, low: Double?, high: Double?) throws -> Normalization {
        if norm.as(NormalizeObject.self) != nil, low != nil || high != nil {
            throw Raised.valueError("Passing a Normalize instance simultaneously with vmin/vmax is not supported.  Please pass vmin/vmax as arguments to the norm object when creating it")
        }
        var result = norm.as(NormalizeObject.self)?.normalization ?? Normalization()
        if norm.text == "log" { result.isLogarithmic = true }
        result.lower = low ?? result.lower
        result.upper = high ?? result.upper
        return result
    }
}
