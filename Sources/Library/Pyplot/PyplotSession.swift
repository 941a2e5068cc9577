// PyplotSession: the state behind pyplot's functions — open figures, the current chart, settings.
import Plotting
import Runtime

/// The state behind pyplot's functions. A session belongs to one interpreter and lives on its thread.
final class PyplotSession {
    /// The session of the running interpreter.
    static var current: PyplotSession {
        if let session = begun { return session }
        let session = PyplotSession(Interpreter.current!)
        latest = session
        return session
    }
    /// The session of the running interpreter, if anything was drawn in it.
    static var begun: PyplotSession? { latest.flatMap { $0.interpreter === Interpreter.current ? $0 : nil } }
    /// Only the interpreter's thread touches it.
    private nonisolated(unsafe) static var latest: PyplotSession?

    private weak var interpreter: Interpreter?
    /// The open figures in the order of their making.
    private(set) var figures: [FigureObject] = []
    private var currentFigure: FigureObject?
    /// The image or points that `colorbar()` speaks of.
    var mappable: ArtistObject?
    /// The map that `cmap=None` means.
    var colormap = Colormap.viridis
    /// `rcParams` that matter here.
    let settings = PyplotSettings()
    private var nextNumber = 1

    private init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    /// A new figure that becomes the current one.
    func open(number: Int? = nil, name: String = "") -> FigureObject {
        let number = number ?? nextNumber
        let figure = FigureObject(number: number, name: name)
        nextNumber = max(nextNumber, number + 1)
        figures.append(figure)
        currentFigure = figure
        return figure
    }

    /// The open figure of a number or name.
    func figure(numbered number: Int) -> FigureObject? { figures.first { $0.number == number } }
    /// The open figure of a name.
    func figure(named name: String) -> FigureObject? { figures.first { $0.name == name && !name.isEmpty } }

    /// Makes an open figure the current one.
    func select(_ figure: FigureObject) {
        if !figures.contains(where: { $0 === figure }) { figures.append(figure) }
        currentFigure = figure
    }

    /// The current figure, made where there is none.
    func gcf() -> FigureObject { currentFigure ?? open() }

    /// The current chart, made where there is none.
    func gca() -> AxesObject { gcf().currentAxes() }

    /// Closes a figure.
    func close(_ figure: FigureObject) {
        figures.removeAll { $0 === figure }
        if currentFigure === figure { currentFigure = figures.last }
        if figures.isEmpty { nextNumber = 1 }
    }

    /// Closes all figures.
    func closeAll() {
        figures = []
        currentFigure = nil
        nextNumber = 1
    }

    /// Hands every open figure that shows something to the session's outputs, in order, and closes all.
    func show() {
        let waiting = figures
        closeAll()
        for figure in waiting where !figure.axes.isEmpty { interpreter?.display(figure.picture) }
    }
}

/// Shows the figures that a cell drew and left open: what a notebook does at the end of a cell.
public func showOpenFigures() {
    PyplotSession.begun?.show()
}
