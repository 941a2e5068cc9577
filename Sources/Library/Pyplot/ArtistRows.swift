// ArtistRows: the methods of lines, points, images and texts.
import Plotting
import Runtime

/// The methods of artists.
enum ArtistRows {
    /// What every artist can.
    static let common: [Row] = [
        def("remove(self)", "Takes the artist off its chart.") { (artist: ArtistObject) in
            artist.mark = nil
            artist.axes.forget(artist)
        },
        def("get_label(self)", "The name in the legend.") { (artist: ArtistObject) in artist.mark?.traits.label ?? "_child0" },
        def("set_label(self, s)", "Sets the name in the legend.") { (artist: ArtistObject, text: Value) in
            artist.mark?.traits.label = text.isNone ? nil : try text.str()
        },
        def("set_visible(self, b)", "Shows or hides the artist.") { (artist: ArtistObject, shown: Bool) in artist.mark?.traits.isVisible = shown },
        def("get_visible(self)", "Whether the artist is shown.") { (artist: ArtistObject) in artist.mark?.traits.isVisible ?? false },
        def("set_zorder(self, level)", "Sets what covers what.") { (artist: ArtistObject, order: Double) in artist.mark?.traits.order = order },
        def("get_zorder(self)", "What covers what.") { (artist: ArtistObject) in artist.mark?.traits.order ?? 0 },
        def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (artist: Value, keywords: DictObject) in
            for (key, value) in keywords.table.pairs { _ = try artist.callMethod(Name("set_" + key.str()), [value]) }
        },
        def("set_alpha(self, alpha)", "Sets the opacity.") { (artist: ArtistObject, alpha: Double?) in
            artist.change(LineMark.self) { $0.stroke.alpha = alpha ?? 1 }
            artist.change(ScatterMark.self) { $0.alpha = alpha ?? 1 }
            artist.change(BarMark.self) { $0.alpha = alpha ?? 1 }
            artist.change(ImageMark.self) { $0.alpha = alpha ?? 1 }
            artist.change(AreaMark.self) { $0.alpha = alpha ?? 1 }
            artist.change(TextMark.self) { $0.style.alpha = alpha ?? 1 }
        },
        def("set_color(self, color)", "Sets the colour.") { (artist: ArtistObject, color: Value) in
            let paints = try PaintReading.paints(color)
            artist.change(LineMark.self) { mark in
                mark.stroke.paint = paints[0]
                mark.marker?.fill = paints[0]
                mark.marker?.edge.paint = paints[0]
            }
            artist.change(ScatterMark.self) { $0.fills = paints }
            artist.change(BarMark.self) { $0.fills = paints }
            artist.change(AreaMark.self) { $0.fill = paints[0] }
            artist.change(TextMark.self) { $0.style.paint = paints[0] }
        },
        property("axes", "The chart it belongs to.") { (artist: ArtistObject) in artist.axes },
        property("figure", "The figure it belongs to.") { (artist: ArtistObject) in artist.axes.figure },
        property("patches", "The bars of a bar chart.") { (artist: ArtistObject) in Value.list(artist.members) },
    ]

    /// What lines can.
    static let line: [Row] = [
        def("set_data(self, x, y)", "Replaces the points.") { (artist: ArtistObject, x: Value, y: Value) in
            let (xs, ys) = (try NumberGrid(x).values, try NumberGrid(y).values)
            artist.change(LineMark.self) { ($0.xs, $0.ys) = (Array(xs.prefix(ys.count)), Array(ys.prefix(xs.count))) }
        },
        def("set_xdata(self, x)", "Replaces the x of the points.") { (artist: ArtistObject, x: Value) in
            let xs = try NumberGrid(x).values
            artist.change(LineMark.self) { $0.xs = xs }
        },
        def("set_ydata(self, y)", "Replaces the y of the points.") { (artist: ArtistObject, y: Value) in
            let ys = try NumberGrid(y).values
            artist.change(LineMark.self) { $0.ys = ys }
        },
        def("get_xdata(self, orig=True)", "The x of the points.") { (artist: ArtistObject, _: Value) in
            ArrayMaking.array((artist.mark as? LineMark)?.xs ?? [])
        },
        def("get_ydata(self, orig=True)", "The y of the points.") { (artist: ArtistObject, _: Value) in
            ArrayMaking.array((artist.mark as? LineMark)?.ys ?? [])
        },
        def("get_color(self)", "The colour.") { (artist: ArtistObject) in
            (artist.mark as? LineMark).map { PaintReading.value($0.stroke.paint) } ?? .none
        },
        def("set_linewidth(self, w)", "Sets the width in points.") { (artist: ArtistObject, width: Double) in
            artist.change(LineMark.self) { $0.stroke.width = width }
        },
        def("get_linewidth(self)", "The width in points.") { (artist: ArtistObject) in (artist.mark as? LineMark)?.stroke.width ?? 0 },
        def("set_linestyle(self, ls)", "Sets the dash pattern.") { (artist: ArtistObject, style: Value) in
            let dash = try StyleReading.dash(style)
            artist.change(LineMark.self) { $0.stroke.dash = dash }
        },
        def("get_linestyle(self)", "The dash pattern.") { (artist: ArtistObject) in (artist.mark as? LineMark)?.stroke.dash.style ?? "-" },
        def("set_marker(self, marker)", "Sets the shape of the points.") { (artist: ArtistObject, shape: Value) in
            let marker = try StyleReading.marker(shape)
            artist.change(LineMark.self) { mark in
                let paint = mark.stroke.paint
                mark.marker = marker.map { MarkerStyle($0, fill: paint, edge: Stroke(paint, width: 1)) }
            }
        },
        def("set_markersize(self, sz)", "Sets the size of the points.") { (artist: ArtistObject, size: Double) in
            artist.change(LineMark.self) { $0.marker?.size = size }
        },
    ]

    /// What scattered points can.
    static let points: [Row] = [
        def("get_offsets(self)", "The places: rows of x and y.") { (artist: ArtistObject) in
            guard let mark = artist.mark as? ScatterMark else { return ArrayMaking.array([], shape: [0, 2]) }
            return ArrayMaking.array(zip(mark.xs, mark.ys).flatMap { [$0, $1] }, shape: [mark.xs.count, 2])
        },
        def("set_offsets(self, offsets)", "Replaces the places: rows of x and y.") { (artist: ArtistObject, offsets: Value) in
            let columns = try NumberGrid(offsets).columns
            guard columns.count == 2 else { return }
            artist.change(ScatterMark.self) { ($0.xs, $0.ys) = (columns[0], columns[1]) }
        },
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

    /// What hexagons can.
    static let hexagons: [Row] = [
        def("get_offsets(self)", "The middles of the hexagons: rows of x and y.") { (artist: ArtistObject) in
            guard let mark = artist.mark as? HexagonMark else { return ArrayMaking.array([], shape: [0, 2]) }
            return ArrayMaking.array(zip(mark.xs, mark.ys).flatMap { [$0, $1] }, shape: [mark.xs.count, 2])
        },
    ]

    /// What a field of streamlines consists of.
    static let streams: [Row] = [
        property("lines", "The streamlines.") { (artist: ArtistObject) in artist.members.first ?? .none },
        property("arrows", "The arrows on them.") { (artist: ArtistObject) in artist.members.last ?? .none },
    ]

    /// What has a colour map.
    static let mapped: [Row] = [
        def("get_array(self)", "The numbers behind the colours.") { (artist: ArtistObject) in
            if let mark = artist.mark as? HexagonMark { return ArrayMaking.array(mark.values) }
            if let mark = artist.mark as? ScatterMark { return mark.values.map { ArrayMaking.array($0) } ?? .none }
            guard let series = artist.mark?.series, let grid = series.grid else { return Value.none }
            return ArrayMaking.array(series.columns[0].values, shape: [grid.rows, grid.columns])
        },
        property("norm", "How numbers are brought to the map.") { (artist: ArtistObject) in
            artist.mapping.map { Value.object(NormalizeObject($0.normalization)) } ?? .none
        },
        property("cmap", "The colour map.") { (artist: ArtistObject) in ColormapObject(artist.mapping?.map ?? .viridis) },
        def("get_clim(self)", "The values at the ends of the map.") { (artist: ArtistObject) in
            let range = artist.mapping?.normalization
            return Value.tuple([range?.lower.map { .float($0) } ?? .none, range?.upper.map { .float($0) } ?? .none])
        },
        def("set_cmap(self, cmap)", "Sets the colour map.") { (artist: ArtistObject, map: Value) in
            let map = try PaintReading.map(map)
            artist.mapping?.map = map
            artist.change(ImageMark.self) { mark in
                if case .values(let values, let normalization, _) = mark.content { mark.content = .values(values, normalization, map) }
            }
        },
        def("set_clim(self, vmin=None, vmax=None)", "Sets the values at the ends of the map.") {
            (artist: ArtistObject, low: Double?, high: Double?) in
            artist.change(ImageMark.self) { mark in
                guard case .values(let values, var normalization, let map) = mark.content else { return }
                normalization.lower = low ?? normalization.lower
                normalization.upper = high ?? normalization.upper
                mark.content = .values(values, normalization, map)
                artist.mapping = (normalization, map)
            }
        },
        def("set_data(self, A)", "Replaces the pixels.") { (artist: ArtistObject, data: Value) in
            guard let mark = artist.mark as? ImageMark else { return }
            let image = try ImageReading.content(data, map: artist.mapping?.map ?? .viridis, normalization: artist.mapping?.normalization ?? Normalization())
            var copy = ImageMark(image.content, rows: image.rows, columns: image.columns, extent: mark.extent, isSmooth: mark.isSmooth, alpha: mark.alpha)
            copy.traits = mark.traits
            artist.mark = copy
        },
        def("get_cmap(self)", "The colour map.") { (artist: ArtistObject) in ColormapObject(artist.mapping?.map ?? .viridis) },
    ]

    /// What texts can.
    static let text: [Row] = [
        def("set_text(self, s)", "Replaces the words.") { (artist: ArtistObject, words: Value) in
            let words = try words.str()
            artist.change(TextMark.self) { $0.text = words }
        },
        def("get_text(self)", "The words.") { (artist: ArtistObject) in (artist.mark as? TextMark)?.text ?? "" },
        def("set_position(self, xy)", "Moves the text.") { (artist: ArtistObject, place: [Double]) in
            artist.change(TextMark.self) { if place.count == 2 { ($0.x, $0.y) = (place[0], place[1]) } }
        },
        def("set_fontsize(self, fontsize)", "Sets the size.") { (artist: ArtistObject, size: Value) in
            let size = try StyleReading.size(size, base: TextSize.label)
            artist.change(TextMark.self) { $0.style.size = size }
        },
    ]
}
