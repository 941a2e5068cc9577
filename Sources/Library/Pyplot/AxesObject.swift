// AxesObject: a chart as programs hold it.
import Plotting
import Runtime

/// `matplotlib.axes.Axes`
final class AxesObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Axes"
    static let axesClass = Class(
        native: "Axes", module: "matplotlib.axes._axes", doc: "One chart of a figure.", extensible: false, rows: { AxesRows.all })

    let figure: FigureObject
    private let index: Int
    /// How many lines, and how many filled shapes, took a colour of the cycle so far: each kind counts for itself, so that a band and the line
    /// in it have one colour.
    var colorsTaken = (lines: 0, fills: 0)
    /// The twin's host counts the colours where a twin draws.
    private(set) var artists: [ArtistObject] = []

    init(_ figure: FigureObject, index: Int, isSpace: Bool = false) {
        self.figure = figure
        self.index = index
        super.init(type: isSpace ? SpaceRows.axesClass : Self.axesClass)
    }

    /// The drawing; a chart of a cleared figure keeps a sheet of its own that nobody sees.
    var model: Chart {
        get { figure.figure.charts.indices.contains(index) ? figure.figure.charts[index] : orphan }
        set {
            if figure.figure.charts.indices.contains(index) { figure.figure.charts[index] = newValue } else { orphan = newValue }
        }
    }
    private var orphan = Chart()

    /// The place among the figure's charts.
    var position: Int { index }

    /// The next colour of the cycle for a line.
    func nextPaint() -> Paint {
        defer { colorsTaken.lines += 1 }
        return .cycle(colorsTaken.lines)
    }

    /// The next colour of the cycle for a filled shape: bars, scattered points, bands.
    func nextFill() -> Paint {
        defer { colorsTaken.fills += 1 }
        return .cycle(colorsTaken.fills)
    }

    /// Adds a mark and gives the object that stands for it.
    @discardableResult
    func add(_ mark: any Mark, as kind: ArtistKind) -> ArtistObject {
        var mark = mark
        mark.traits.id = figure.newMarkID()
        model.marks.append(mark)
        let artist = ArtistObject(kind, axes: self, id: mark.traits.id)
        artists.append(artist)
        return artist
    }

    func forget(_ artist: ArtistObject) { artists.removeAll { $0 === artist } }

    func clear() {
        let placement = model.placement
        let (sharedX, sharedY) = (model.sharedX, model.sharedY)
        var fresh = Chart()
        fresh.placement = placement
        (fresh.sharedX, fresh.sharedY) = (sharedX, sharedY)
        if model.space != nil { fresh.space = Space() }
        model = fresh
        artists = []
        colorsTaken = (0, 0)
    }

    /// The shown range of both axes.
    var limits: (x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)) { figure.figure.limits(of: index) }

    /// The shown range of one axis.
    func range(_ path: WritableKeyPath<Chart, Axis>) -> (lower: Double, upper: Double) {
        path == \Chart.x ? limits.x : path == \Chart.y ? limits.y : model.depthLimits
    }

    override func repr() throws -> String {
        var parts: [String] = []
        if !model.title.isEmpty { parts.append("title={'center': \(try Value.string(model.title).repr())}") }
        if !model.x.label.isEmpty { parts.append("xlabel=\(try Value.string(model.x.label).repr())") }
        if !model.y.label.isEmpty { parts.append("ylabel=\(try Value.string(model.y.label).repr())") }
        return "<Axes: \(parts.joined(separator: ", "))>"
    }

    override func str() throws -> String {
        guard case .cell(let cell) = model.placement else { return try repr() }
        // Where matplotlib's default layout puts the cell: margins 0.125, 0.1, 0.11, 0.12 and gaps of a fifth of a cell.
        func track(_ count: Int, _ span: Range<Int>, _ room: Double) -> (start: Double, length: Double) {
            let size = room / (Double(count) + 0.2 * Double(count - 1))
            return (Double(span.lowerBound) * size * 1.2, size * (Double(span.count) + 0.2 * Double(span.count - 1)))
        }
        let (x, y) = (track(cell.columns, cell.columnSpan, 0.775), track(cell.rows, cell.rowSpan, 0.77))
        let numbers = [0.125 + x.start, 0.88 - y.start - y.length, x.length, y.length].map { NumberText.short($0) }
        return "Axes(\(numbers[0]),\(numbers[1]);\(numbers[2])x\(numbers[3]))"
    }

    override func visitReferences(_ visit: (Object) -> Void) {
        visit(figure)
        for artist in artists { visit(artist) }
    }
    override func clearReferences() { artists = [] }
}
