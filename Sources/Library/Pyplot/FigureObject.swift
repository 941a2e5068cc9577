// FigureObject: a figure as programs hold it.
import Plotting
import Runtime

/// `matplotlib.figure.Figure`
final class FigureObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Figure"
    static let figureClass = Class(
        native: "Figure", module: "matplotlib.figure", doc: "A sheet with charts.", extensible: false, rows: { FigureRows.all.map { $0.speaking(.pyplot) } })

    let number: Int
    let name: String
    /// The drawing.
    var figure: Figure
    /// The charts, in step with `figure.axes`.
    private(set) var axes: [AxesObject] = []
    /// Charts and colour bars in the order in which they were made.
    private var listed: [AxesObject] = []
    var current: AxesObject?
    /// The legends of the figure itself.
    var legends: [LegendObject] = []
    /// Dots in an inch: remembered, drawings have none.
    var dpi = 100.0
    private var nextMark = 1
    private var nextGroup = 1

    init(number: Int, name: String = "") {
        self.number = number
        self.name = name
        figure = Figure()
        let settings = PyplotSession.current.settings
        (figure.width, figure.height) = settings.size
        figure.headingStyle.size *= settings.textFactor
        super.init(type: Self.figureClass)
    }

    /// Adds a chart, which becomes the current one.
    @discardableResult
    func add(_ placement: Placement, projection: Projection = .flat) -> AxesObject {
        var model = Chart()
        model.placement = placement
        let settings = PyplotSession.current.settings
        let factor = settings.textFactor
        for path in [\Chart.titleStyle, \Chart.leftTitleStyle, \Chart.rightTitleStyle] {
            model[keyPath: path].size = settings.size("axes.titlesize") ?? model[keyPath: path].size * factor
        }
        model.sides = settings.sides
        for path in [\Chart.x, \Chart.y, \Chart.z] {
            model[keyPath: path].labelStyle.size = settings.size("axes.labelsize") ?? TextSize.label * factor
            model[keyPath: path].tickStyle.size *= factor
            if settings.hasGrid { model[keyPath: path].grid = Stroke(.theme(.grid), width: 0.8) }
        }
        projection.prepare(&model)
        figure.charts.append(model)
        let object = AxesObject(self, index: figure.charts.count - 1, projection: projection)
        object.colorCycle = settings.colorCycle
        axes.append(object)
        listed.append(object)
        current = object
        return object
    }

    /// Makes a chart that belongs to another one: it is neither listed nor the current one.
    func child(of host: Int, _ make: (FigureObject) throws -> AxesObject) rethrows -> AxesObject {
        let current = current
        defer { self.current = current }
        let object = try make(self)
        listed.removeAll { $0 === object }
        axes[host].children.append(object)
        return object
    }

    /// Adds the chart of a colour bar beside another chart.
    func add(_ bar: Colorbar, beside host: AxesObject) -> AxesObject {
        host.model.colorbars.append(bar)
        let object = AxesObject(self, bar: host.model.colorbars.count - 1, of: host)
        listed.append(object)
        return object
    }

    /// The shown charts and colour bars, as programs see them.
    var listedAxes: Value { .list(listed.filter { $0.model.isVisible }.map { .object($0) }) }

    /// Words on the sheet as programs hold them.
    func note(_ index: Int) -> LabelObject {
        let note = figure.notes[index]
        return LabelObject(of: self, x: .short(note.x), y: .short(note.y), read: { [self] in
            figure.notes.indices.contains(index) ? .init(words: figure.notes[index].text, style: figure.notes[index].style) : .init(words: "", style: note.style)
        }, write: { [self] content in
            guard figure.notes.indices.contains(index) else { return }
            (figure.notes[index].text, figure.notes[index].style) = (content.words, content.style)
        })
    }

    /// The current chart, made where there is none.
    func currentAxes() -> AxesObject {
        if let current { return current }
        return add(.cell(.whole))
    }

    /// A chart at a cell: the one that is there already, else a new one.
    func axes(at cell: GridCell, projection: Projection = .flat) -> AxesObject {
        if let known = axes.first(where: { $0.model.placement == .cell(cell) && $0.projection == projection }) {
            current = known
            return known
        }
        return add(.cell(cell), projection: projection)
    }

    /// Takes everything off the sheet.
    func clear() {
        figure.charts = []
        figure.heading = ""
        figure.legend = nil
        figure.notes = []
        (figure.bottomName, figure.leftName) = ("", "")
        (axes, listed, legends) = ([], [], [])
        current = nil
    }

    /// Takes a chart off the sheet.
    func remove(_ object: AxesObject) {
        // The numbers of the others must stay: the chart only stops to be shown.
        object.model.isVisible = false
        object.model.marks = []
        if current === object { current = axes.last { $0.model.isVisible } }
    }

    /// A number for a new mark.
    func newMarkID() -> Int {
        defer { nextMark += 1 }
        return nextMark
    }

    /// A number for charts that share an axis.
    func newGroup() -> Int {
        defer { nextGroup += 1 }
        return nextGroup
    }

    /// The figure as an output.
    var picture: Display {
        settle()
        return figure.display
    }

    /// Brings up to date what follows from other charts: the ticks of further rulers.
    func settle() {
        for axes in axes { try? axes.ruler?.settle(axes) }
    }

    override func display() throws -> Display? {
        PyplotSession.current.close(self)
        return axes.isEmpty ? nil : picture
    }

    override func repr() throws -> String {
        let shown = listed.filter { $0.model.isVisible }.count
        return "<Figure size \(Int((figure.width * 100).rounded()))x\(Int((figure.height * 100).rounded())) with \(shown) Axes>"
    }

    override func str() throws -> String {
        "Figure(\(Int((figure.width * 100).rounded()))x\(Int((figure.height * 100).rounded())))"
    }

    override func visitReferences(_ visit: (Object) -> Void) {
        for object in listed { visit(object) }
        for legend in legends { visit(legend) }
    }
    override func clearReferences() {
        (axes, listed, legends) = ([], [], [])
        current = nil
    }
}

extension Figure {
    /// The figure as an output of a cell, with its data.
    var display: Display {
        let figure = self
        let tables = DataTable.tables(of: figure).map { DisplayTable(name: $0.title, columns: $0.columns, rows: $0.rows) }
        return .svg(title: figure.title, draw: { figure.svg(prefix: $0) }, table: tables)
    }
}

/// The curves of quantities that training drives down, one step after the other, as an output; on a log axis where they ask for it.
public func lossFigure(_ curves: [(name: String, values: [Double])], logarithmic: Bool) -> Display {
    var figure = Figure.lossCurve(name: curves.count == 1 ? curves[0].name : "loss", values: curves.first?.values ?? [])
    for (index, curve) in curves.enumerated().dropFirst() {
        let extra = Figure.lossCurve(name: curve.name, values: curve.values)
        guard var line = extra.charts[0].marks.first as? LineMark else { continue }
        line.stroke.paint = .cycle(index)
        figure.charts[0].marks.append(line)
    }
    if curves.count > 1 {
        for (index, curve) in curves.enumerated() where index < figure.charts[0].marks.count {
            figure.charts[0].marks[index].traits.label = curve.name
        }
        figure.charts[0].legend = Legend()
    }
    figure.charts[0].y.scale = logarithmic ? .log(base: 10) : .linear
    figure.charts[0].title = curves.count == 1 ? "\(curves[0].name), \(curves[0].values.count) steps" : ""
    return figure.display
}
