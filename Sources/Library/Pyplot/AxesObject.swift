// AxesObject: a chart as programs hold it.
import Plotting
import Runtime

/// `matplotlib.axes.Axes`
final class AxesObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Axes"
    static let axesClass = Class(
        native: "Axes", module: "matplotlib.axes._axes", doc: "One chart of a figure.", extensible: false, rows: { AxesRows.all })

    let figure: FigureObject
    /// How places on the page follow from data.
    let projection: Projection
    private let index: Int
    /// How many lines, and how many filled shapes, took a colour of the cycle so far: each kind counts for itself, so that a band and the line
    /// in it have one colour.
    var colorsTaken = (lines: 0, fills: 0)
    /// The twin's host counts the colours where a twin draws.
    private(set) var artists: [ArtistObject] = []
    /// The places of ticks as the program gave them: whole numbers are told as whole numbers.
    var givenTicks: [KeyPath<Chart, Axis>: Value] = [:]

    init(_ figure: FigureObject, index: Int, projection: Projection = .flat) {
        self.figure = figure
        self.index = index
        self.projection = projection
        super.init(type: projection.axesClass)
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

    /// Keeps a mark that is not seen, for its sample in a legend, and gives its number.
    func keep(_ mark: any Mark) -> Int {
        var mark = mark
        mark.traits.id = figure.newMarkID()
        mark.traits.isVisible = false
        model.marks.append(mark)
        return mark.traits.id
    }

    func forget(_ artist: ArtistObject) { artists.removeAll { $0 === artist } }

    func clear() {
        let placement = model.placement
        let (sharedX, sharedY) = (model.sharedX, model.sharedY)
        var fresh = Chart()
        fresh.placement = placement
        (fresh.sharedX, fresh.sharedY) = (sharedX, sharedY)
        projection.prepare(&fresh)
        model = fresh
        artists = []
        givenTicks = [:]
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
        return "<\(type.name): \(parts.joined(separator: ", "))>"
    }

    override func str() throws -> String {
        let place = standardPlace
        let numbers = [place.left, place.bottom, place.width, place.height].map { NumberText.short($0) }
        return "\(type.name)(\(numbers[0]),\(numbers[1]);\(numbers[2])x\(numbers[3]))"
    }

    /// Where matplotlib's default layout puts the chart, as shares of the figure: margins 0.125, 0.1, 0.11, 0.12 and gaps of a fifth of a cell.
    var standardPlace: (left: Double, bottom: Double, width: Double, height: Double) {
        let cell: GridCell
        switch model.placement {
        case .cell(let own): cell = own
        case .share(let left, let bottom, let width, let height): return (left, bottom, width, height)
        case .twin(let host, _):
            guard host != index, figure.axes.indices.contains(host) else { return (0.125, 0.11, 0.775, 0.77) }
            return figure.axes[host].standardPlace
        }
        func track(_ count: Int, _ span: Range<Int>, _ room: Double) -> (start: Double, length: Double) {
            let size = room / (Double(count) + 0.2 * Double(count - 1))
            return (Double(span.lowerBound) * size * 1.2, size * (Double(span.count) + 0.2 * Double(span.count - 1)))
        }
        let (x, y) = (track(cell.columns, cell.columnSpan, 0.775), track(cell.rows, cell.rowSpan, 0.77))
        return (0.125 + x.start, 0.88 - y.start - y.length, x.length, y.length)
    }

    override func visitReferences(_ visit: (Object) -> Void) {
        visit(figure)
        for artist in artists { visit(artist) }
        for case .object(let places) in givenTicks.values { visit(places) }
    }
    override func clearReferences() {
        artists = []
        givenTicks = [:]
    }
}
