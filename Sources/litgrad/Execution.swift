// Execution: a document run with the library that cells import.
import Library
import Notebook
import Runtime

/// Runs documents with everything cells can import.
struct Execution {
    /// Limits where neither the cell nor the notebook says anything.
    var limits = Execution.usualLimits
    /// Limits that the notebook cannot raise.
    var caps = Limits()
    var settings: [Setting] = []
    /// Sees every event of the session.
    var watch: (Cell, Session.Event) -> Void = { _, _ in }
    /// Told what became of a cell that does not end; the process ends after that.
    var giveUp: (Cell, CellResult) -> Void = { _, _ in }

    /// No limit of time, as a person can stop a run; of memory what the machine can bear.
    static var usualLimits: Limits {
        var limits = Limits()
        limits.memory = MachineMemory.usualLimit
        return limits
    }

    /// Runs the cells of a document on the interpreter's thread.
    func run(_ document: Document, to last: String? = nil) -> ExecutedDocument {
        InterpreterThread.run {
            var surroundings = surroundings
            surroundings.giveUp = { cell, result in
                giveUp(cell, result)
                ExitCodes.endNow(.limit)
            }
            return Session(document, in: surroundings).run(to: last)
        }
    }

    /// What a session is given; nobody watches it yet.
    var surroundings: Session.Surroundings {
        var surroundings = Session.Surroundings(
            modules: libraryModules, limits: limits, caps: caps, parameters: settings.map(\.parameter),
            drawCurves: { curves, logarithmic in lossFigure(curves.map { ($0.name, $0.values) }, logarithmic: logarithmic) },
            endCell: showOpenFigures,
            watch: watch)
        surroundings.limitTensors = limitTensorMemory
        surroundings.followNumbers = { draw, rounding in
            followUnseededDraws(draw)
            followTensorRounding(rounding)
        }
        return surroundings
    }
}
