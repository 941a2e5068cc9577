// Execution: a document run with the library that cells import.
import Library
import Notebook
import Runtime

/// Runs documents with everything cells can import.
enum Execution {
    /// Runs the cells of a document on the interpreter's thread.
    static func run(
        _ document: Document, to last: String? = nil, limits: Limits = Limits(), settings: [Setting] = [],
        watch: @escaping (Cell, Session.Event) -> Void = { _, _ in }
    ) -> ExecutedDocument {
        InterpreterThread.run {
            let surroundings = Session.Surroundings(
                modules: libraryModules, limits: limits, parameters: settings.map(\.parameter),
                drawCurves: { curves, logarithmic in lossFigure(curves.map { ($0.name, $0.values) }, logarithmic: logarithmic) },
                endCell: showOpenFigures,
                watch: watch)
            return Session(document, in: surroundings).run(to: last)
        }
    }
}
