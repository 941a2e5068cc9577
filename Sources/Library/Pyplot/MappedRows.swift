// MappedRows: the methods of what shows numbers as colours — scattered points, images, meshes, contours, hexagons.
import Plotting
import Runtime

/// The methods of what shows numbers as colours.
enum MappedRows {
    /// What all of them can.
    static let all: [Row] = [
        def("get_array(self)", "The numbers behind the colours.") { (artist: ArtistObject) in numbers(artist) },
        def("set_array(self, A)", "Replaces the numbers behind the colours.") { (artist: ArtistObject, values: Value) in
            let numbers = try NumberGrid(values).values
            artist.change(ScatterMark.self) { $0.values = numbers }
            artist.change(HexagonMark.self) { if numbers.count == $0.xs.count { $0.values = numbers } }
            artist.change(MeshMark.self) { if numbers.count == $0.values.count { $0.values = numbers } }
            artist.change(ImageMark.self) { mark in
                if case .values(let old, let range, let map) = mark.content, old.count == numbers.count { mark.content = .values(numbers, range, map) }
            }
            if artist.mapping == nil, artist.mark is ScatterMark { artist.mapping = (Normalization().fitted(to: numbers), try PaintReading.map(nil)) }
            artist.recolor()
        },
        property("norm", "How numbers are brought to the map.") { (artist: ArtistObject) in
            artist.mapping.map { Value.object(NormalizeObject($0.normalization)) } ?? .none
        },
        def("set_norm(self, norm)", "Sets how numbers are brought to the map.") { (artist: ArtistObject, norm: Value) in
            artist.mapping?.normalization = try NormReading.normalization(norm, low: nil, high: nil).fitted(to: values(of: artist))
            artist.recolor()
        },
        property("cmap", "The colour map.") { (artist: ArtistObject) in ColormapObject(artist.mapping?.map ?? .viridis) },
        def("get_cmap(self)", "The colour map.") { (artist: ArtistObject) in ColormapObject(artist.mapping?.map ?? .viridis) },
        def("set_cmap(self, cmap)", "Sets the colour map.") { (artist: ArtistObject, map: Value) in
            artist.mapping?.map = try PaintReading.map(map)
            artist.recolor()
        },
        def("get_clim(self)", "The values at the ends of the map.") { (artist: ArtistObject) in
            let range = artist.mapping?.normalization
            return Value.tuple([range?.lower.map { .float($0) } ?? .none, range?.upper.map { .float($0) } ?? .none])
        },
        def("set_clim(self, vmin=None, vmax=None)", "Sets the values at the ends of the map.") { (artist: ArtistObject, low: Value, high: Value) in
            let pair = try high.isNone && low.iteratorIfIterable() != nil ? low.elements() : [low, high]
            guard pair.count == 2 else { throw Raised.typeError("set_clim() takes two values") }
            artist.mapping?.normalization.lower = try pair[0].number() ?? artist.mapping?.normalization.lower
            artist.mapping?.normalization.upper = try pair[1].number() ?? artist.mapping?.normalization.upper
            artist.recolor()
        },
        def("autoscale(self)", "Brings the ends of the map to those of the numbers.") { (artist: ArtistObject) in
            var range = artist.mapping?.normalization ?? Normalization()
            (range.lower, range.upper) = (nil, nil)
            artist.mapping?.normalization = range.fitted(to: values(of: artist))
            artist.recolor()
        },
        def("to_rgba(self, x, alpha=None, bytes=False, norm=True)", "The colours of numbers.") { (artist: ArtistObject, x: Value, alpha: Value, bytes: Value, _: Value) in
            guard let (range, map) = artist.mapping else { return Value.none }
            return try ColormapObject(map).colors(of: x, through: range, [("alpha", alpha), ("bytes", bytes)])
        },
        property("colorbar", "The colour bar that explains it; None without one.") { (artist: ArtistObject) in artist.colorbar.map { Value.object($0) } ?? .none },
    ]

    private static func values(of artist: ArtistObject) -> [Double] {
        if let mark = artist.mark as? HexagonMark { return mark.values }
        if let mark = artist.mark as? ScatterMark { return mark.values ?? [] }
        if let mark = artist.mark as? TriangleMark { return mark.heights }
        return artist.mark?.series?.columns.first?.values ?? []
    }

    private static func numbers(_ artist: ArtistObject) -> Value {
        if let mark = artist.mark as? ImageMark {
            if let given = artist.given["array"] { return ArrayMaking.array(of: given) }
            guard case .values(let values, _, _) = mark.content else { return .none }
            return ArrayMaking.array(values, shape: [mark.rows, mark.columns])
        }
        if let mark = artist.mark as? HexagonMark { return ArrayMaking.array(mark.values) }
        if let mark = artist.mark as? TriangleMark { return ArrayMaking.array(mark.heights) }
        if let mark = artist.mark as? ScatterMark { return mark.values.map { ArrayMaking.array($0) } ?? .none }
        guard let series = artist.mark?.series, let grid = series.grid else { return .none }
        return ArrayMaking.array(series.columns[0].values, shape: [grid.rows, grid.columns])
    }

    /// What scattered points can.
    static let points: [Row] = [
        def("get_offsets(self)", "The places: rows of x and y.") { (artist: ArtistObject) in
            guard let mark = artist.mark as? ScatterMark else { return ArrayMaking.array([], shape: [0, 2]) }
            return ArrayMaking.array(zip(mark.xs, mark.ys).flatMap { [$0, $1] }, shape: [mark.xs.count, 2])
        },
        def("set_offsets(self, offsets)", "Replaces the places: rows of x and y.") { (artist: ArtistObject, offsets: Value) in
            let grid = try NumberGrid(offsets)
            let columns = grid.shape == [2] ? [[grid.values[0]], [grid.values[1]]] : grid.columns
            guard columns.count == 2 else { return }
            artist.change(ScatterMark.self) { ($0.xs, $0.ys) = (columns[0], columns[1]) }
        },
        def("get_sizes(self)", "The areas.") { (artist: ArtistObject) in ArrayMaking.array((artist.mark as? ScatterMark)?.areas ?? []) },
        def("set_sizes(self, sizes)", "Replaces the areas.") { (artist: ArtistObject, sizes: Value) in
            let areas = try NumberGrid(sizes).values
            artist.change(ScatterMark.self) { $0.areas = areas.isEmpty ? [36] : areas }
        },
        def("legend_elements(self, prop='colors', num='auto', **kwargs)", "Samples and names for a legend of the values.") {
            (artist: ArtistObject, _: Value, _: Value, _: DictObject) in
            let values = Set((artist.mark as? ScatterMark)?.values ?? []).sorted().prefix(12)
            let labels = values.map { Value.string("$\\mathdefault{\(NumberText.short($0))}$") }
            return Value.tuple([.list(labels.map { _ in .object(artist) }), .list(Array(labels))])
        },
    ]

    /// What images can.
    static let image: [Row] = [
        def("set_data(self, A)", "Replaces the pixels.") { (artist: ArtistObject, data: Value) in
            guard let mark = artist.mark as? ImageMark else { return }
            let image = try ImageReading.content(data, map: artist.mapping?.map ?? .viridis, normalization: artist.mapping?.normalization ?? Normalization())
            var copy = ImageMark(image.content, rows: image.rows, columns: image.columns, extent: mark.extent, isSmooth: mark.isSmooth, alpha: mark.alpha)
            copy.traits = mark.traits
            artist.mark = copy
            artist.given["array"] = data
        },
        def("get_extent(self)", "The edges: left, right, bottom, top.") { (artist: ArtistObject) in
            guard let mark = artist.mark as? ImageMark else { return Value.none }
            let extent = mark.extent
            let isLower = artist.given["origin"]?.text == "lower"
            let edges = [extent.left, extent.right, isLower ? extent.top : extent.bottom, isLower ? extent.bottom : extent.top]
            return artist.given["extent"] ?? .list(edges.map { .float($0) })
        },
        def("set_extent(self, extent, **kwargs)", "Sets the edges: left, right, bottom, top.") { (artist: ArtistObject, edges: [Double], _: DictObject) in
            guard edges.count == 4 else { throw Raised.valueError("extent must have 4 numbers") }
            artist.given["extent"] = .list(edges.map { Value.short($0) })
            let isLower = artist.given["origin"]?.text == "lower"
            artist.change(ImageMark.self) { mark in
                mark.extent = .init(left: edges[0], right: edges[1], bottom: edges[isLower ? 3 : 2], top: edges[isLower ? 2 : 3])
            }
            artist.axes.model.y.isInverted = edges[2] > edges[3]
        },
        def("get_size(self)", "Rows and columns.") { (artist: ArtistObject) in size(artist) },
        def("get_shape(self)", "Rows and columns.") { (artist: ArtistObject) in size(artist) },
        property("origin", "Where row 0 lies: 'upper' or 'lower'.") { (artist: ArtistObject) in artist.given["origin"] ?? .string("upper") },
    ] + ArtistProperty<ArtistObject>(told: "interpolation", doc: "how pixels blend", otherwise: { _ in .string("auto") }, write: { artist, name in
        let isSmooth = try ImageReading.isSmooth(name.str())
        artist.change(ImageMark.self) { $0.isSmooth = isSmooth }
    }).rows

    private static func size(_ artist: ArtistObject) -> Value {
        (artist.mark as? ImageMark).map { .tuple([.int($0.rows), .int($0.columns)]) } ?? .none
    }

    /// What contours can.
    static let contours: [Row] = [
        property("levels", "The heights of the lines.") { (artist: ArtistObject) in
            if case .lines(let levels)? = (artist.mark as? TriangleMark)?.style { return ArrayMaking.array(levels) }
            if case .bands(let levels)? = (artist.mark as? TriangleMark)?.style { return ArrayMaking.array(levels) }
            return ArrayMaking.array((artist.mark as? ContourMark)?.levels ?? [])
        },
        def("get_linewidths(self)", "The widths of the lines.") { (artist: ArtistObject) in ArrayMaking.array([(artist.mark as? ContourMark)?.strokeWidth ?? 1.5]) },
    ]

    /// What hexagons can.
    static let hexagons: [Row] = [
        def("get_offsets(self)", "The middles of the hexagons: rows of x and y.") { (artist: ArtistObject) in
            guard let mark = artist.mark as? HexagonMark else { return ArrayMaking.array([], shape: [0, 2]) }
            return ArrayMaking.array(zip(mark.xs, mark.ys).flatMap { [$0, $1] }, shape: [mark.xs.count, 2])
        },
    ]
}

extension ArtistObject {
    /// Colours the mark anew after its numbers, its range or its map has changed; its colour bar follows.
    func recolor() {
        guard let (range, map) = mapping else { return }
        change(ImageMark.self) { mark in
            if case .values(let values, _, _) = mark.content { mark.content = .values(values, range, map) }
        }
        change(ScatterMark.self) { mark in
            if let values = mark.values { mark.fills = values.map { .exact(map.color(at: range($0))) } }
        }
        change(MeshMark.self) { ($0.normalization, $0.map) = (range, map) }
        change(HexagonMark.self) { ($0.normalization, $0.map) = (range, map) }
        change(ContourMark.self) { mark in
            guard !mark.isFilled else { return }
            mark.paints = mark.levels.map { .exact(map.color(at: range($0))) }
        }
        colorbar?.follow(range, map)
    }
}
