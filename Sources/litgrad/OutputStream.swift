// OutputStream: what `litgrad run` shows while a notebook executes.
import ArgumentParser
import Glibc
import Notebook

/// Shows outputs as they appear, and on a terminal how far the run has come.
final class OutputStream: @unchecked Sendable {
    private let document: Document
    private let console: Console
    private let json: Bool
    /// Told to the reader on a terminal; nil where nobody watches.
    private let progress: RunProgress?
    /// How many cells have been reported as objects.
    private var reported = 0

    /// Prepares to show the cells of a document.
    init(document: Document, console: Console, json: Bool) {
        self.document = document
        self.console = console
        self.json = json
        let isWatched = console.isTerminal && isatty(2) == 1 && !json
        progress = isWatched ? RunProgress(document, measured: Measurements(course: ".")[document.file]?.seconds ?? [:]) : nil
    }

    /// Shows one event of a session.
    func show(_ cell: Cell, _ event: Session.Event) {
        switch event {
        case .started: progress?.begin(cell)
        case .step: progress?.step()
        case .piece(let text): if !json { console.output(text) }
        case .output(let output): if !json { show(output) }
        case .ended(let result): end(result)
        }
    }

    /// Called ten times a second: what was printed is passed on, and the line about the progress is renewed.
    func tick() {
        if let notice = progress?.notice { console.show(notice: notice) } else { console.flush() }
    }

    private func end(_ result: CellResult) {
        console.hideNotice()
        if json { report(upTo: result) } else if let problem = result.problem { console.error(problem.text) }
    }

    /// One object a cell, those that were skipped on the way included.
    private func report(upTo result: CellResult) {
        while reported < document.cells.count, document.cells[reported].id != result.id {
            report(CellResult(id: document.cells[reported].id, ending: .skipped))
        }
        report(result)
        console.flush()
    }

    private func report(_ result: CellResult) {
        guard reported < document.cells.count, case .object(var members) = result.json else { return }
        members.insert(JSON.Member("line", .number(String(document.cells[reported].line))), at: 1)
        console.output(JSON.object(members).compact + "\n")
        reported += 1
    }

    /// Text as it is; a figure by its title.
    private func show(_ output: Output) {
        switch output {
        case .text(let text): console.output(text)
        case .warning(let text): console.error(text)
        case .result(let text), .expectedError(let text): console.output(text + "\n")
        case .figure(let figure): console.output("[figure\(figure.title.isEmpty ? "" : ": " + figure.title)]\n")
        }
    }

    /// Sums up a run and returns the exit code.
    func finish(_ executed: ExecutedDocument) -> Int32 {
        console.hideNotice()
        if json {
            for result in executed.results.dropFirst(reported) { report(result) }
            console.flush()
        }
        guard let index = executed.results.firstIndex(where: { $0.problem != nil }), let problem = executed.results[index].problem else { return 0 }
        if !json { console.error(summary(of: executed, failed: executed.results[index].id)) }
        return problem.kind == .limit ? ExitCode.limit.rawValue : ExitCode.cellFailed.rawValue
    }

    private func summary(of executed: ExecutedDocument, failed id: String) -> String {
        let passed = executed.results.count { $0.ending == .finished }
        let left = executed.results.count { $0.ending == .notRun }
        let counts = "\(passed) cell\(passed == 1 ? "" : "s") passed, 1 failed" + (left > 0 ? ", \(left) not run" : "")
        return "  \(counts). Reproduce: litgrad run \(document.file) --to \"\(id)\"\n"
    }

    /// Says what became of a cell that the process ends with.
    func giveUp(_ cell: Cell, _ result: CellResult) {
        if json {
            report(upTo: result)
        } else if let problem = result.problem {
            console.lastWords(problem.text)
        }
    }
}
