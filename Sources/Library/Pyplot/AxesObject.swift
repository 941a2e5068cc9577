// AxesObject: a chart as programs hold it.
import Plotting
import Runtime

/// `matplotlib.axes.Axes`
final class AxesObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Axes"
    static let axesClass = Class(
        native: "Axes", module: "matplotlib.axes._axes", doc: "One chart of a figure.", extensible: false, rows: { AxesRows.all.map { $0.speaking(.pyplot) } })

    let figure: FigureObject
    /// How places on the page follow from data.
    let projection: Projection
    private let seat: Seat
    /// How many lines, and how many filled shapes, took a colour of the cycle so far: each kind counts for itself, so that a band and the line
    /// in it have one colour.
    var colorsTaken = (lines: 0, fills: 0)
    /// The twin's host counts the colours where a twin draws.
    private(set) var artists: [ArtistObject] = []
    /// The places of ticks as the program gave them: whole numbers are told as whole numbers.
    var givenTicks: [KeyPath<Chart, Axis>: Value] = [:]
    /// How the values of a further ruler follow from those of its chart; nil for other charts.
    var ruler: SecondaryRuler?
    /// The titles and names of axes that programs hold.
    private var labels: [PartialKeyPath<Chart>: LabelObject] = [:]
    /// The legend that was asked for last.
    var legend: LegendObject?

    /// Where a figure keeps the chart.
    private enum Seat {
        case chart(Int)
        /// The chart of a colour bar, kept by the chart beside which it stands.
        case bar(Int, of: AxesObject)
    }

    init(_ figure: FigureObject, index: Int, projection: Projection = .flat) {
        (self.figure, seat, self.projection) = (figure, .chart(index), projection)
        super.init(type: projection.axesClass)
    }

    /// The chart of a colour bar beside `host`.
    init(_ figure: FigureObject, bar: Int, of host: AxesObject) {
        (self.figure, seat, projection) = (figure, .bar(bar, of: host), .flat)
        super.init(type: Self.axesClass)
    }

    /// The insets and further rulers.
    var children: [AxesObject] = []
    /// Properties as the program gave them.
    var given: [String: Value] = [:]
    /// The colours that lines take in turn, as the program gave them; nil for the usual ones.
    var colorCycle: [Value]?

    /// The drawing; a chart of a cleared figure keeps a sheet of its own that nobody sees.
    var model: Chart {
        get {
            switch seat {
            case .chart(let index): figure.figure.charts.indices.contains(index) ? figure.figure.charts[index] : orphan
            case .bar: bar?.chart ?? orphan
            }
        }
        set {
            switch seat {
            case .chart(let index):
                if figure.figure.charts.indices.contains(index) { figure.figure.charts[index] = newValue } else { orphan = newValue }
            case .bar: bar?.chart = newValue
            }
        }
    }
    private var orphan = Chart()

    /// The colour bar whose chart it is; nil for other charts.
    var bar: Colorbar? {
        get {
            guard case .bar(let index, let host) = seat, host.model.colorbars.indices.contains(index) else { return nil }
            return host.model.colorbars[index]
        }
        set {
            guard case .bar(let index, let host) = seat, host.model.colorbars.indices.contains(index), let newValue else { return }
            host.model.colorbars[index] = newValue
        }
    }

    /// The place among the figure's charts; of a colour bar that of its host.
    var position: Int {
        switch seat {
        case .chart(let index): index
        case .bar(_, let host): host.position
        }
    }

    /// The next colour of the cycle for a line.
    func nextPaint() -> Paint {
        defer { colorsTaken.lines += 1 }
        return cycled(colorsTaken.lines)
    }

    /// The colour of the cycle that was taken last, where the program gave it.
    var latestColor: Value? { colorCycle.map { $0[(colorsTaken.lines - 1 + $0.count) % $0.count] } }

    private func cycled(_ index: Int) -> Paint {
        guard let colorCycle, let paint = try? PaintReading.paint(colorCycle[index % colorCycle.count]) else { return .cycle(index) }
        return paint
    }

    /// The next colour of the cycle for a filled shape: bars, scattered points, bands.
    func nextFill() -> Paint {
        defer { colorsTaken.fills += 1 }
        return cycled(colorsTaken.fills)
    }

    /// Adds a mark and gives the object that stands for it; it remembers the keywords that were given.
    @discardableResult
    func add(_ mark: any Mark, as kind: ArtistKind, given keywords: Keywords? = nil) -> ArtistObject {
        let artist = ArtistObject(kind, axes: self, id: numbered(mark))
        artist.given = keywords?.given ?? [:]
        artists.append(artist)
        return artist
    }

    /// Draws the mark of an artist from elsewhere, and gives the mark's number here.
    func adopt(_ mark: any Mark, _ artist: ArtistObject) -> Int {
        artists.append(artist)
        return numbered(mark)
    }

    private func numbered(_ mark: any Mark) -> Int {
        var mark = mark
        mark.traits.id = figure.newMarkID()
        model.marks.append(mark)
        return mark.traits.id
    }

    /// Keeps a mark that is not seen, for its sample in a legend, and gives its number.
    func keep(_ mark: any Mark) -> Int {
        var mark = mark
        mark.traits.id = figure.newMarkID()
        mark.traits.isVisible = false
        model.marks.append(mark)
        return mark.traits.id
    }

    /// Lists the artist no longer.
    func forget(_ artist: ArtistObject) { artists.removeAll { $0 === artist } }

    /// Takes everything off the chart but its place.
    func clear() {
        let placement = model.placement
        let (sharedX, sharedY) = (model.sharedX, model.sharedY)
        var fresh = Chart()
        fresh.placement = placement
        (fresh.sharedX, fresh.sharedY) = (sharedX, sharedY)
        projection.prepare(&fresh)
        model = fresh
        artists = []
        (givenTicks, labels) = ([:], [:])
        legend = nil
        colorsTaken = (0, 0)
    }

    /// The shown range of both axes.
    var limits: (x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)) {
        guard let bar else { return figure.figure.limits(of: position) }
        let across = (lower: 0.0, upper: 1.0)
        return bar.isHorizontal ? (x: bar.limits, y: across) : (x: across, y: bar.limits)
    }

    /// The name of an axis as programs hold it: one object for each.
    func name(of axis: WritableKeyPath<Chart, Axis>) -> LabelObject {
        let label = labels[axis] ?? LabelObject(of: self, axis: axis)
        labels[axis] = label
        return label
    }

    /// A title as programs hold it: one object for each place.
    func title(_ words: WritableKeyPath<Chart, String>, _ style: WritableKeyPath<Chart, TextStyle>, x: Double) -> LabelObject {
        let label = labels[words] ?? LabelObject(of: self, words, style, x: .float(x), y: .float(1))
        labels[words] = label
        return label
    }

    /// The shown range of one axis.
    func range(_ path: WritableKeyPath<Chart, Axis>) -> (lower: Double, upper: Double) {
        let shown = path == \Chart.x ? limits.x : path == \Chart.y ? limits.y : model.depthLimits
        guard let ruler, ruler.path == path else { return shown }
        return (try? ruler.range(shown)) ?? shown
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
        case .inset(let host, let left, let bottom, let width, let height):
            guard host != position, figure.axes.indices.contains(host) else { return (0.125, 0.11, 0.775, 0.77) }
            let frame = figure.axes[host].standardPlace
            return (frame.left + frame.width * left, frame.bottom + frame.height * bottom, frame.width * width, frame.height * height)
        case .twin(let host, _):
            guard host != position, figure.axes.indices.contains(host) else { return (0.125, 0.11, 0.775, 0.77) }
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
        if let legend { visit(legend) }
        for child in children { visit(child) }
        for label in labels.values { visit(label) }
        for case .object(let value) in Array(givenTicks.values) + given.values + (colorCycle ?? []) { visit(value) }
    }
    override func clearReferences() {
        artists = []
        (givenTicks, labels, children) = ([:], [:], [])
        legend = nil
    }
}
