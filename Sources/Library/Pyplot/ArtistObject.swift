// ArtistObject: a mark of a chart as programs hold it — a line, points, bars, an image.
import Plotting
import Runtime

/// Which of matplotlib's classes an artist stands for.
enum ArtistKind {
    case line, points, bars, image, contours, mesh, area, segments, wedges, arrow, text, polygon, errors, boxes, hexagons, streams

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
        case .polygon: ArtistClasses.polygon
        case .errors: ArtistClasses.errors
        case .boxes: ArtistClasses.boxes
        case .hexagons: ArtistClasses.hexagons
        case .streams: ArtistClasses.streams
        }
    }
}

/// The classes of artists; one Swift class serves them all, their rows differ.
enum ArtistClasses {
    private static func make(_ name: String, _ module: String, rows: (@Sendable () -> [Row])? = nil) -> Class {
        Class(native: name, module: "matplotlib." + module, extensible: false, rows: { ArtistRows.common + (rows?() ?? []) })
    }

    static let line = Class(
        native: "Line2D", module: "matplotlib.lines", extensible: false, rows: { ArtistRows.common + ArtistRows.line }, constructor: LooseLineObject.line)
    static let points = make("PathCollection", "collections", rows: { ArtistRows.points + ArtistRows.mapped })
    static let bars = make("BarContainer", "container")
    static let image = make("AxesImage", "image", rows: { ArtistRows.mapped })
    static let contours = make("QuadContourSet", "contour", rows: { ArtistRows.mapped })
    static let mesh = make("QuadMesh", "collections", rows: { ArtistRows.mapped })
    static let area = make("FillBetweenPolyCollection", "collections")
    static let segments = make("LineCollection", "collections", rows: { ArtistRows.mapped })
    static let hexagons = make("PolyCollection", "collections", rows: { ArtistRows.hexagons + ArtistRows.mapped })
    static let streams = make("StreamplotSet", "streamplot", rows: { ArtistRows.streams })
    static let wedges = make("PieContainer", "container")
    static let arrow = make("FancyArrow", "patches")
    static let text = make("Text", "text", rows: { ArtistRows.text })
    static let polygon = make("Polygon", "patches")
    static let errors = make("ErrorbarContainer", "container")
    static let boxes = make("BoxContainer", "container")
}

/// A mark of a chart as programs hold it.
final class ArtistObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Artist"
    let axes: AxesObject
    /// The mark's number.
    let id: Int
    /// What a colour bar of it would show.
    var mapping: (normalization: Normalization, map: Colormap)?
    /// Members of a container (bars of a chart).
    var members: [Value] = []

    init(_ kind: ArtistKind, axes: AxesObject, id: Int) {
        self.axes = axes
        self.id = id
        super.init(type: kind.cls)
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

    override func length() throws -> Int? { members.isEmpty ? nil : members.count }
    override func truth() throws -> Bool { true }
    override func iterate() throws -> Object? { members.isEmpty ? nil : try Value.list(members).iterator() }
    override func item(_ key: Value) throws -> Value {
        guard !members.isEmpty else { return try super.item(key) }
        return try Value.tuple(members).item(key)
    }

    override func repr() throws -> String {
        if let text = mark as? TextMark {
            return "Text(\(FloatText.short(text.x)), \(FloatText.short(text.y)), \(try Value.string(text.text).repr()))"
        }
        if let bars = mark as? BarMark { return "<BarContainer object of \(bars.bars.count) artists>" }
        if type === ArtistClasses.errors { return "<ErrorbarContainer object of 3 artists>" }
        // Pages are the same bytes in every build, so the address shown is made from the mark's number.
        return "<\(type.module).\(type.name) object at 0x7f00\(String(0x1000_0000 + id * 0x60, radix: 16))>"
    }

    override func str() throws -> String {
        guard mark is LineMark else { return try repr() }
        return "Line2D(\(mark?.traits.label ?? "_child\(max(0, axes.artists.firstIndex { $0 === self } ?? 0))"))"
    }

    override func visitReferences(_ visit: (Object) -> Void) {
        visit(axes)
        for case .object(let member) in members { visit(member) }
    }
}

extension FloatText {
    /// A whole number without a point, as `Text.__repr__` prints coordinates given as ints.
    static func short(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? repr(value) }
}
