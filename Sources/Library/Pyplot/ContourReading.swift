// ContourReading: the arguments of `contour`; MeshReading: of `pcolormesh`; QuiverReading: of `quiver`.
import Plotting
import Runtime

/// Places and heights of a grid.
struct HeightField {
    var xs: [Double]
    var ys: [Double]
    var heights: [Double]
    let rows: Int
    let columns: Int

    /// Heights with places: none (the indices), two lists, or two grids.
    init(x: Value?, y: Value?, z: Value) throws {
        let grid = try NumberGrid(z)
        guard grid.shape.count == 2 else { throw Raised.typeError("Input z must be 2D, not \(grid.shape.count)D") }
        let (rows, columns) = (grid.shape[0], grid.shape[1])
        heights = grid.values
        let across = try x.map(NumberGrid.init) ?? NumberGrid(values: (0..<columns).map(Double.init), shape: [columns])
        let upright = try y.map(NumberGrid.init) ?? NumberGrid(values: (0..<rows).map(Double.init), shape: [rows])
        if across.shape.count == 1 {
            guard across.values.count == columns else {
                throw Raised.typeError("Length of x (\(across.values.count)) must match number of columns in z (\(columns))")
            }
            xs = (0..<rows).flatMap { _ in across.values }
        } else {
            guard across.shape == grid.shape else { throw Raised.typeError("Shapes of x \(across.shapeText) and z \(grid.shapeText) do not match") }
            xs = across.values
        }
        if upright.shape.count == 1 {
            guard upright.values.count == rows else {
                throw Raised.typeError("Length of y (\(upright.values.count)) must match number of rows in z (\(rows))")
            }
            ys = upright.values.flatMap { y in (0..<columns).map { _ in y } }
        } else {
            guard upright.shape == grid.shape else { throw Raised.typeError("Shapes of y \(upright.shapeText) and z \(grid.shapeText) do not match") }
            ys = upright.values
        }
        (self.rows, self.columns) = (rows, columns)
    }
}

/// Reads the arguments of `contour` and `contourf`.
struct ContourReading {
    private var surface: HeightField
    private var levels: Value?

    init(_ values: [Value]) throws {
        switch values.count {
        case 1, 2:
            surface = try HeightField(x: nil, y: nil, z: values[0])
            levels = values.count == 2 ? values[1] : nil
        case 3, 4:
            surface = try HeightField(x: values[0], y: values[1], z: values[2])
            levels = values.count == 4 ? values[3] : nil
        default:
            throw Raised.typeError("contour() takes from 1 to 4 positional arguments but \(values.count) were given")
        }
    }

    /// Draws the lines or bands.
    func draw(on axes: AxesObject, _ dict: DictObject, isFilled: Bool) throws -> Value {
        var keywords = try Keywords(dict, owner: "QuadContourSet")
        let look = try ContourLook(&keywords, heights: surface.heights, levels: levels, isFilled: isFilled)
        var surface = surface
        if let box = try keywords.take("extent").map(NumberGrid.init)?.values, box.count == 4 { spread(&surface, over: box) }
        var mark = ContourMark(
            xs: surface.xs, ys: surface.ys, heights: surface.heights, rows: surface.rows, columns: surface.columns, levels: look.levels,
            isFilled: isFilled, paints: look.paints, strokeWidth: look.width, dash: look.dash, alpha: look.alpha)
        try keywords.traits(&mark.traits)
        keywords.accept("origin", "corner_mask")
        try keywords.finish()
        let artist = axes.add(mark, as: .contours, given: keywords)
        artist.mapping = look.mapping
        return .object(artist)
    }

    private func spread(_ surface: inout HeightField, over box: [Double]) {
        let (rows, columns) = (surface.rows, surface.columns)
        for index in surface.xs.indices {
            surface.xs[index] = box[0] + (box[1] - box[0]) * Double(index % columns) / Double(max(columns - 1, 1))
            surface.ys[index] = box[2] + (box[3] - box[2]) * Double(index / columns) / Double(max(rows - 1, 1))
        }
    }
}

/// How lines or bands of equal height look, over a grid as over scattered points.
struct ContourLook {
    let levels: [Double]
    let paints: [Paint]
    let width: Double
    let dash: Dash
    let alpha: Double
    /// What a colour bar shows.
    let mapping: (normalization: Normalization, map: Colormap)

    init(_ keywords: inout Keywords, heights: [Double], levels given: Value?, isFilled: Bool) throws {
        alpha = try keywords.opacity() ?? 1
        width = try keywords.take("linewidths", "linewidth", "lw").map { try NumberGrid($0).values.first ?? 1.5 } ?? 1.5
        dash = try keywords.take("linestyles", "linestyle").map { try StyleReading.dash($0.text == nil ? $0.item(0) : $0) } ?? .solid
        levels = try ContourLook.levels(keywords.take("levels") ?? given, heights, isFilled: isFilled)
        if isFilled, levels.count < 2 { throw Raised.valueError("Filled contours require at least 2 levels.") }
        var range = try NormReading.normalization(keywords.take("norm") ?? .none, low: keywords.number("vmin"), high: keywords.number("vmax")).fitted(to: levels)
        let map = try PaintReading.map(keywords.take("cmap"))
        let middles = isFilled ? zip(levels, levels.dropFirst()).map { ($0 + $1) / 2 } : levels
        let fitted = range
        paints = try keywords.paints("colors") ?? middles.map { .exact(map.color(at: fitted($0))) }
        keywords.accept("extend", "hatches", "locator", "nchunk", "algorithm", "negative_linestyles")
        if isFilled { range.boundaries = levels }
        mapping = (range, isFilled ? Colormap(name: "bands", listed: paints.map(\.color)) : map)
    }

    /// The levels: given, or round ones, about as many as asked for.
    private static func levels(_ value: Value?, _ heights: [Double], isFilled: Bool) throws -> [Double] {
        guard let value else { return ContourMark.levels(for: heights, count: 7, isFilled: isFilled) }
        if let count = try value.index() { return ContourMark.levels(for: heights, count: count, isFilled: isFilled) }
        let levels = try NumberGrid(value).values
        guard zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 }) else { throw Raised.valueError("Contour levels must be increasing") }
        return levels
    }
}

/// Reads the arguments of `pcolormesh`.
enum MeshReading {
    /// Draws the mesh.
    static func draw(on axes: AxesObject, _ values: [Value], _ normalization: Normalization, _ map: Value, _ alpha: Double, _ dict: DictObject) throws -> Value {
        var keywords = try Keywords(dict, owner: "QuadMesh")
        guard values.count == 1 || values.count == 3, let last = values.last else {
            throw Raised.typeError("pcolormesh() takes 1 or 3 positional arguments but \(values.count) were given")
        }
        let cells = try NumberGrid(last)
        guard cells.shape.count == 2 else { throw Raised.typeError("C must be 2D") }
        let (rows, columns) = (cells.shape[0], cells.shape[1])
        let x = try values.count == 3 ? NumberGrid(values[0]) : NumberGrid(values: (0...columns).map(Double.init), shape: [columns + 1])
        let y = try values.count == 3 ? NumberGrid(values[1]) : NumberGrid(values: (0...rows).map(Double.init), shape: [rows + 1])
        // A grid of places is read along its first row and column: meshes bent in the plane are rare in courses.
        let across = edges(x.shape.count == 2 ? Array(x.values.prefix(x.shape[1])) : x.values, cells: columns)
        let upright = edges(y.shape.count == 2 ? y.columns[0] : y.values, cells: rows)
        guard across.count == columns + 1, upright.count == rows + 1 else {
            throw Raised.typeError("Dimensions of C \(cells.shapeText) should be one smaller than X(\(x.values.count)) and Y(\(y.values.count))")
        }
        let map = try PaintReading.map(map.isNone ? nil : map)
        let fitted = normalization.fitted(to: cells.values)
        let edge = try keywords.paints("edgecolors", "edgecolor", "ec")?.first
        let width = try keywords.number("linewidth", "linewidths", "lw") ?? 1
        keywords.accept("rasterized")
        var traits = MarkTraits(order: 0)
        try keywords.traits(&traits)
        try keywords.finish()
        var mark = mark(cells, across, upright, fitted, map, alpha, edge.map { Stroke($0, width: width) })
        mark.traits = traits
        let artist = axes.add(mark, as: .mesh)
        artist.mapping = (fitted, map)
        return .object(artist)
    }

    /// Even cells are an image; others are drawn one by one.
    private static func mark(_ cells: NumberGrid, _ across: [Double], _ upright: [Double], _ range: Normalization, _ map: Colormap, _ alpha: Double,
                             _ edge: Stroke?) -> any Mark {
        let (rows, columns) = (cells.shape[0], cells.shape[1])
        if edge == nil, isEven(across), isEven(upright) {
            let extent = ImageMark.Extent(left: across[0], right: across[columns], bottom: upright[rows], top: upright[0])
            return ImageMark(.values(cells.values, range, map), rows: rows, columns: columns, extent: extent, alpha: alpha)
        }
        return MeshMark(
            cornerX: upright.flatMap { _ in across }, cornerY: upright.flatMap { y in across.map { _ in y } }, values: cells.values, rows: rows,
            columns: columns, normalization: range, map: map, alpha: alpha, edge: edge)
    }

    private static func isEven(_ edges: [Double]) -> Bool {
        guard let first = edges.first, let last = edges.last, edges.count > 1 else { return false }
        let step = (last - first) / Double(edges.count - 1)
        return edges.indices.allSatisfy { abs(edges[$0] - first - step * Double($0)) <= abs(step) * 1e-6 }
    }

    /// Grid lines as given, or half-way between places where as many as cells are given.
    private static func edges(_ places: [Double], cells: Int) -> [Double] {
        guard places.count == cells, cells > 0 else { return places }
        guard cells > 1 else { return [places[0] - 0.5, places[0] + 0.5] }
        let middles = zip(places, places.dropFirst()).map { ($0 + $1) / 2 }
        return [2 * places[0] - middles[0]] + middles + [2 * places[cells - 1] - middles[cells - 2]]
    }
}

/// Reads the arguments of `quiver`.
enum QuiverReading {
    /// Draws the field of arrows.
    static func draw(on axes: AxesObject, _ values: [Value], _ dict: DictObject) throws -> Value {
        var keywords = try Keywords(dict, owner: "Quiver")
        guard [2, 3, 4, 5].contains(values.count) else {
            throw Raised.typeError("quiver() takes from 2 to 5 positional arguments but \(values.count) were given")
        }
        let hasPlaces = values.count >= 4
        let u = try NumberGrid(values[hasPlaces ? 2 : 0])
        let v = try NumberGrid(values[hasPlaces ? 3 : 1])
        let surface: (xs: [Double], ys: [Double])
        if u.shape.count == 2 {
            let grid = try HeightField(x: hasPlaces ? values[0] : nil, y: hasPlaces ? values[1] : nil, z: values[hasPlaces ? 2 : 0])
            surface = (grid.xs, grid.ys)
        } else {
            surface = hasPlaces ? (try NumberGrid(values[0]).values, try NumberGrid(values[1]).values) : (u.values.indices.map(Double.init), v.values.map { _ in 0 })
        }
        let unit = try scale(&keywords, surface, u.values, v.values)
        let count = min(surface.xs.count, surface.ys.count, u.values.count, v.values.count)
        let arrows = (0..<count).map { index in
            (x0: surface.xs[index], y0: surface.ys[index], x1: surface.xs[index] + u.values[index] * unit, y1: surface.ys[index] + v.values[index] * unit)
        }
        var paints = try keywords.paints("color", "facecolor") ?? [.ink]
        let map = try PaintReading.map(keywords.take("cmap"))
        if values.count == 3 || values.count == 5 {
            let colors = try NumberGrid(values[values.count - 1]).values
            let range = Normalization().fitted(to: colors)
            paints = colors.map { .exact(map.color(at: range($0))) }
        }
        let alpha = try keywords.opacity() ?? 1
        keywords.accept("width", "headwidth", "headlength", "headaxislength", "pivot", "minshaft", "minlength", "units")
        var mark = ArrowMark(arrows, paints: paints, style: ArrowStyle(stroke: Stroke(.ink, width: 1.1, alpha: alpha), gap: 0))
        try keywords.traits(&mark.traits)
        try keywords.finish()
        return .object(axes.add(mark, as: .arrow))
    }

    /// The length of one unit of the field in data units: as given, or so that the mean arrow fits between neighbours.
    private static func scale(_ keywords: inout Keywords, _ places: (xs: [Double], ys: [Double]), _ u: [Double], _ v: [Double]) throws -> Double {
        let ruler = try keywords.text("scale_units")
        keywords.accept("angles")
        let given = try keywords.number("scale")
        if let given, ruler == "xy", given != 0 { return 1 / given }
        var (x, y) = (Interval(), Interval())
        for place in places.xs { x.include(place) }
        for place in places.ys { y.include(place) }
        let sizes = zip(u, v).map { ($0 * $0 + $1 * $1).squareRoot() }.filter(\.isFinite)
        guard let longest = sizes.max(), longest > 0, !x.isEmpty else { return 1 }
        let spread = max(x.upper - x.lower, y.upper - y.lower)
        let count = Double(max(sizes.count, 1)).squareRoot()
        return (spread > 0 ? spread / count : 1) / longest
    }
}
