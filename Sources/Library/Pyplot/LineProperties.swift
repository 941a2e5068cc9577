// LineProperties: what programs ask of lines and change on them.
import Plotting
import Runtime

/// What programs ask of lines and change on them.
enum LineProperties {
    /// The methods of a line.
    static let rows: [Row] = all.flatMap(\.rows) + points

    /// Names of one property, to be refused when two of them are given.
    static let twins = all.map(\.names).filter { $0.count > 1 }

    private static let all: [ArtistProperty<ArtistObject>] = stroke + marker + [
        settled("antialiased", "aa", doc: "accepted", .bool(true)),
        settled("solid_capstyle", doc: "accepted", .string("projecting")), settled("dash_capstyle", doc: "accepted", .string("butt")),
        settled("fillstyle", doc: "how much of a marker is filled", .string("full")),
    ]

    private static let stroke: [ArtistProperty<ArtistObject>] = [
        ArtistProperty(told: "color", "c", doc: "the colour", otherwise: { PaintReading.value($0.line?.paint ?? .none) }, write: { artist, color in
            let paint = try PaintReading.paint(color)
            artist.mark?.look.line?.paint = paint
            artist.change(LineMark.self) { mark in
                mark.marker?.fill = paint
                mark.marker?.edge.paint = paint
            }
        }),
        ArtistProperty("linewidth", "lw", doc: "the width in points", read: { .float($0.line?.width ?? 0) }, write: { artist, width in
            artist.mark?.look.line?.width = try width.propertyNumber()
        }),
        ArtistProperty("linestyle", "ls", doc: "the dash pattern", read: { .string($0.line?.dash.style ?? "None") }, write: { artist, style in
            artist.mark?.look.line?.dash = try StyleReading.dash(style)
        }),
        ArtistProperty(told: "drawstyle", "ds", doc: "how neighbours are joined", otherwise: { _ in .string("default") }, write: { artist, style in
            let join = try LineReading.join(style.str())
            artist.change(LineMark.self) { $0.join = join }
        }),
        ArtistProperty("dashes", doc: "the lengths of dashes and gaps", read: { _ in .none }, write: { artist, lengths in
            artist.mark?.look.line?.dash = .custom(try NumberGrid(lengths).values)
        }),
    ]

    private static let marker: [ArtistProperty<ArtistObject>] = [
        ArtistProperty(told: "marker", doc: "the shape of the points", otherwise: { .string($0.points?.shape.rawValue ?? "None") }, write: { artist, shape in
            let marker = try StyleReading.marker(shape)
            artist.change(LineMark.self) { mark in
                let paint = mark.stroke.paint
                mark.marker = marker.map { MarkerStyle($0, size: artist.markerSize, fill: mark.marker?.fill ?? paint, edge: mark.marker?.edge ?? Stroke(paint, width: 1)) }
            }
        }),
        ArtistProperty("markersize", "ms", doc: "the size of the points", read: { .float($0.markerSize) }, write: { artist, size in
            let size = try size.propertyNumber()
            artist.change(LineMark.self) { $0.marker?.size = size }
            artist.given["markersize"] = .float(size)
        }),
        ArtistProperty(told: "markerfacecolor", "mfc", doc: "the colour of the points", otherwise: { markerColor($0) }, write: { artist, color in
            let paint = try PaintReading.paint(color)
            artist.change(LineMark.self) { $0.marker?.fill = paint }
        }),
        ArtistProperty(told: "markeredgecolor", "mec", doc: "the colour of the points' edges", otherwise: { markerColor($0) }, write: { artist, color in
            let paint = try PaintReading.paint(color)
            artist.change(LineMark.self) { $0.marker?.edge.paint = paint }
        }),
        ArtistProperty("markeredgewidth", "mew", doc: "the width of the points' edges", read: { .float($0.points?.edge.width ?? 1) }, write: { artist, width in
            let width = try width.propertyNumber()
            artist.change(LineMark.self) { $0.marker?.edge.width = width }
        }),
        ArtistProperty(told: "markevery", doc: "every how many points one is marked", otherwise: { _ in .none }, write: { artist, every in
            let step = try every.index() ?? 1
            artist.change(LineMark.self) { $0.markEvery = step }
        }),
    ]

    /// A property that is only remembered.
    private static func settled(_ name: String, _ short: String? = nil, doc: String, _ value: Value) -> ArtistProperty<ArtistObject> {
        short.map { ArtistProperty(told: name, $0, doc: doc, otherwise: { _ in value }, write: { _, _ in }) }
            ?? ArtistProperty(told: name, doc: doc, otherwise: { _ in value }, write: { _, _ in })
    }

    /// Points have the colour of their line unless they have their own.
    private static func markerColor(_ artist: ArtistObject) -> Value { artist.given["color"] ?? PaintReading.value(artist.line?.paint ?? .none) }

    private static let points: [Row] = [
        def("set_data(self, *args)", "Replaces the points: `set_data(x, y)`.") { (artist: ArtistObject, values: [Value]) in
            let parts = try values.count == 1 ? values[0].elements() : values
            guard parts.count == 2 else { throw Raised.typeError("set_data() takes x and y") }
            try artist.replace("xdata", parts[0])
            try artist.replace("ydata", parts[1])
        },
        def("set_xdata(self, x)", "Replaces the x of the points.") { (artist: ArtistObject, x: Value) in try artist.replace("xdata", x) },
        def("set_ydata(self, y)", "Replaces the y of the points.") { (artist: ArtistObject, y: Value) in try artist.replace("ydata", y) },
        def("get_xdata(self, orig=True)", "The x of the points.") { (artist: ArtistObject, _: Value) in artist.data.x },
        def("get_ydata(self, orig=True)", "The y of the points.") { (artist: ArtistObject, _: Value) in artist.data.y },
        def("get_data(self, orig=True)", "The x and the y of the points.") { (artist: ArtistObject, _: Value) in Value.tuple([artist.data.x, artist.data.y]) },
        def("get_xydata(self)", "The points as rows of x and y.") { (artist: ArtistObject) in
            let (xs, ys) = artist.numbers
            return ArrayMaking.array(zip(xs, ys).flatMap { [$0, $1] }, shape: [min(xs.count, ys.count), 2])
        },
    ]
}

extension ArtistObject {
    /// The line that is drawn, or the edge of a shape.
    var line: Stroke? { mark?.look.line }
    /// What stands at the points of a line.
    fileprivate var points: MarkerStyle? { (mark as? LineMark)?.marker }
    fileprivate var markerSize: Double { points?.size ?? (try? given["markersize"]?.number()) ?? PyplotSession.current.settings.markerSize }

    /// The numbers behind a line; those of a line across the chart are its ends.
    fileprivate var numbers: (xs: [Double], ys: [Double]) {
        if let line = mark as? LineMark { return (line.xs, line.ys) }
        guard let line = mark as? ReferenceMark else { return ([], []) }
        switch line.shape {
        case .horizontal(let y, let from, let to): return ([from, to], [y, y])
        case .vertical(let x, let from, let to): return ([x, x], [from, to])
        case .segments(let segments): return (segments.flatMap { [$0.x0, $0.x1] }, segments.flatMap { [$0.y0, $0.y1] })
        case .horizontalBand, .verticalBand, .through: return ([], [])
        }
    }

    /// The places as they were set, else those that were plotted as arrays of their type.
    fileprivate var data: (x: Value, y: Value) {
        let (xs, ys) = numbers
        return (given["xdata"] ?? given["x"].map(ArrayMaking.array(of:)) ?? ArrayMaking.array(xs),
                given["ydata"] ?? given["y"].map(ArrayMaking.array(of:)) ?? ArrayMaking.array(ys))
    }

    /// Puts other places under the points; what has no partner waits until it gets one.
    fileprivate func replace(_ name: String, _ places: Value) throws {
        let values = try NumberGrid(places).values
        change(LineMark.self) { if name == "xdata" { $0.xs = values } else { $0.ys = values } }
        given[name] = places
    }
}
