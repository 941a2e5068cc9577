// ArtistObject: a mark of a chart as programs hold it — a line, points, bars, an image.
import Plotting
import Runtime

/// Which of matplotlib's classes an artist stands for.
enum ArtistKind {
    case line, points, bars, image, contours, mesh, area, segments, wedges, arrow, text, annotation, polygon, rectangle, stairs, errors, boxes, hexagons, streams, triangles, indicator, table, stems

    var cls: Class {
        switch self {
        case .line: ArtistClasses.line
        case .points: ArtistClasses.points
        case .bars: ArtistClasses.bars
        case .image: ArtistClasses.image
        case .contours: ArtistClasses.contours
        case .mesh: ArtistClasses.mesh
        case .area: ArtistClasses.area
        case .segments: ArtistClasses.segments
        case .wedges: ArtistClasses.wedges
        case .arrow: ArtistClasses.arrow
        case .text: ArtistClasses.text
        case .annotation: ArtistClasses.annotation
        case .polygon: ArtistClasses.polygon
        case .rectangle: ArtistClasses.rectangle
        case .stairs: ArtistClasses.stairs
        case .errors: ArtistClasses.errors
        case .boxes: ArtistClasses.boxes
        case .hexagons: ArtistClasses.hexagons
        case .streams: ArtistClasses.streams
        case .triangles: ArtistClasses.triangles
        case .indicator: ArtistClasses.indicator
        case .table: ArtistClasses.table
        case .stems: ArtistClasses.stems
        }
    }
}

/// The classes of artists; one Swift class serves them all, their rows differ.
enum ArtistClasses {
    private static func make(_ name: String, _ module: String, rows: (@Sendable () -> [Row])? = nil, constructor: Class.Constructor? = nil) -> Class {
        Class(native: name, module: "matplotlib." + module, extensible: false, rows: { ArtistRows.common + (rows?() ?? []) }, constructor: constructor)
    }

    static let line = Class(
        native: "Line2D", module: "matplotlib.lines", extensible: false, rows: { ArtistRows.common + LineProperties.rows }, constructor: LooseLines.line)
    static let points = make("PathCollection", "collections", rows: { ShapeProperties.collection + MappedRows.points + MappedRows.all })
    static let bars = make("BarContainer", "container", rows: { ArtistRows.bars })
    static let image = make("AxesImage", "image", rows: { MappedRows.all + MappedRows.image })
    static let contours = make("QuadContourSet", "contour", rows: { MappedRows.all + MappedRows.contours })
    static let mesh = make("QuadMesh", "collections", rows: { ShapeProperties.collection + MappedRows.all })
    static let area = make("FillBetweenPolyCollection", "collections", rows: { ShapeProperties.collection })
    static let segments = make("LineCollection", "collections", rows: { LineProperties.rows + MappedRows.all }, constructor: LooseLines.collection)
    static let hexagons = make("PolyCollection", "collections", rows: { ShapeProperties.collection + MappedRows.hexagons + MappedRows.all })
    static let streams = make("StreamplotSet", "streamplot", rows: { ArtistRows.streams })
    static let triangles = make("TriContourSet", "tri._tricontour", rows: { MappedRows.all + MappedRows.contours })
    static let indicator = make("InsetIndicator", "inset", rows: { ShapeProperties.patch })
    static let table = make("Table", "table")
    static let stems = make("StemContainer", "container", rows: { ArtistRows.stems })
    static let wedges = make("PieContainer", "container")
    static let arrow = make("FancyArrow", "patches", rows: { ShapeProperties.patch })
    static let text = make("Text", "text", rows: { TextProperties<ArtistObject>.rows })
    static let polygon = make("Polygon", "patches", rows: { ShapeProperties.patch })
    static let annotation = make("Annotation", "text", rows: { TextProperties<ArtistObject>.rows })
    static let rectangle = make("Rectangle", "patches", rows: { ShapeProperties.patch })
    static let stairs = make("StepPatch", "patches", rows: { ShapeProperties.patch })
    static let errors = make("ErrorbarContainer", "container", rows: { ArtistRows.errors })
    static let boxes = make("BoxContainer", "container")
}

/// A mark of a chart as programs hold it.
final class ArtistObject: Object, Remembering, @unchecked Sendable {
    static let expectedType = "Artist"
    /// The chart it is drawn on, or a sheet of its own.
    private(set) var axes: AxesObject
    /// The mark's number.
    private(set) var id: Int
    /// What a colour bar of it would show.
    var mapping: (normalization: Normalization, map: Colormap)?
    /// Properties as the program gave them.
    var given: [String: Value] = [:]
    /// The error bars of a bar chart.
    var companion: ArtistObject?
    /// The colour bar that explains it.
    var colorbar: ColorbarObject?
    /// Members of a container (bars of a chart).
    var members: [Value] = []

    init(_ kind: ArtistKind, axes: AxesObject, id: Int) {
        self.axes = axes
        self.id = id
        super.init(type: kind.cls)
    }

    /// An artist on a sheet of its own, until a chart takes it.
    init(loose mark: any Mark, _ cls: Class) {
        axes = FigureObject(number: 0).currentAxes()
        id = 0
        super.init(type: cls)
        id = axes.adopt(mark, self)
    }

    /// Takes the artist from where it is drawn to another chart.
    func move(to target: AxesObject) {
        guard let mark, target !== axes else { return }
        self.mark = nil
        axes.forget(self)
        (axes, id) = (target, target.adopt(mark, self))
    }

    /// The mark; nil once it was removed.
    var mark: (any Mark)? {
        get { axes.model.marks.first { $0.traits.id == id } }
        set {
            guard let index = axes.model.marks.firstIndex(where: { $0.traits.id == id }) else { return }
            if let newValue { axes.model.marks[index] = newValue } else { axes.model.marks.remove(at: index) }
        }
    }

    /// Changes the mark where it is of the type asked for.
    func change<M: Mark>(_: M.Type, _ body: (inout M) throws -> Void) rethrows {
        guard var mark = mark as? M else { return }
        try body(&mark)
        self.mark = mark
    }

    /// The name in the legend: the program's, else one that says the how-manieth artist of its chart it is.
    var label: String {
        mark?.traits.label ?? given["label"]?.text ?? (type === ArtistClasses.bars || type === ArtistClasses.errors ? "" : "_child\(max(0, axes.artists.firstIndex { $0 === self } ?? 0))")
    }

    override func length() throws -> Int? { members.isEmpty ? nil : members.count }
    override func truth() throws -> Bool { true }
    override func iterate() throws -> Object? { members.isEmpty ? nil : try Value.list(members).iterator() }
    override func item(_ key: Value) throws -> Value {
        guard !members.isEmpty else { return try super.item(key) }
        return try Value.tuple(members).item(key)
    }

    override func repr() throws -> String {
        if let text = mark as? TextMark {
            // An annotation is told by the place it speaks of.
            let spoken = type === ArtistClasses.annotation ? text.target.map { (Value.short($0.x), Value.short($0.y)) } : nil
            let (x, y) = spoken ?? place
            return "\(type.name)(\(try x.repr()), \(try y.repr()), \(try Value.string(text.text).repr()))"
        }
        if let bars = mark as? BarMark { return "<BarContainer object of \(bars.bars.count) artists>" }
        if type === ArtistClasses.stems { return "<StemContainer object of 3 artists>" }
        if type === ArtistClasses.errors { return "<ErrorbarContainer object of 3 artists>" }
        // Pages are the same bytes in every build, so the address shown is made from the mark's number.
        return "<\(type.module).\(type.name) object at 0x7f00\(String(0x1000_0000 + id * 0x60, radix: 16))>"
    }

    override func str() throws -> String {
        if let image = mark as? ImageMark {
            var sizes = "\(image.rows), \(image.columns)"
            if case .colors = image.content { sizes = try NumberGrid(given["array"] ?? .none).shape.map(String.init).joined(separator: ", ") }
            return "AxesImage(shape=(\(sizes)))"
        }
        guard mark is LineMark else { return try repr() }
        return "Line2D(\(label))"
    }

    override func visitReferences(_ visit: (Object) -> Void) {
        visit(axes)
        for object in [companion, colorbar] as [Object?] { if let object { visit(object) } }
        for case .object(let value) in members + given.values { visit(value) }
    }
}

extension FloatText {
    /// A whole number without a point, as `Text.__repr__` prints coordinates given as ints.
    static func short(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? repr(value) }
}
