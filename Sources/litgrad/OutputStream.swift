// OutputStream: what `litgrad run` shows while a notebook executes.
import ArgumentParser
import Glibc
import Notebook

/// Shows outputs as they appear, and on a terminal which cell is running.
final class OutputStream {
    private let document: Document
    private let console: Console
    private let json: Bool
    /// Whether a person watches both streams, so that a line can be shown and taken away again.
    private let showsProgress: Bool
    private var progressIsShown = false
    private let start = ContinuousClock().now

    /// Prepares to show the cells of a document.
    init(document: Document, console: Console, json: Bool) {
        self.document = document
        self.console = console
        self.json = json
        showsProgress = console.isTerminal && isatty(2) == 1 && !json
    }

    /// Shows one event of a session.
    func show(_ cell: Cell, _ event: Session.Event) {
        switch event {
        case .started: showProgress(cell)
        case .piece(let text): write(text)
        case .output(let output): show(output)
        case .ended(let result): end(cell, result)
        }
    }

    private func end(_ cell: Cell, _ result: CellResult) {
        hideProgress()
        if json {
            let place = JSON.Member("line", .number(String(cell.line)))
            guard case .object(let members) = result.json else { return }
            console.output(JSON.object(members + [place]).compact + "\n")
            console.flush()
        } else if let problem = result.problem {
            console.error(problem.text)
        }
    }

    /// Text as it is; a figure by its title.
    private func show(_ output: Output) {
        switch output {
        case .text(let text): write(text)
        case .warning(let text): if !json { console.error(text) }
        case .result(let text), .expectedError(let text): write(text + "\n")
        case .figure(let figure): write("[figure\(figure.title.isEmpty ? "" : ": " + figure.title)]\n")
        }
    }

    private func write(_ text: String) {
        guard !json else { return }
        hideProgress()
        console.output(text)
    }

    private func showProgress(_ cell: Cell) {
        guard showsProgress else { return }
        let seconds = (ContinuousClock().now - start).components.seconds
        console.error("\r\u{1B}[K[\(cell.number)/\(document.cells.count)] \(cell.id)  \(seconds) s")
        progressIsShown = true
    }

    private func hideProgress() {
        guard progressIsShown else { return }
        console.error("\r\u{1B}[K")
        progressIsShown = false
    }

    /// Sums up a run and returns the exit code.
    func finish(_ executed: ExecutedDocument) -> Int32 {
        guard let problem = executed.problems.first else { return 0 }
        let passed = executed.results.count { $0.ending == .finished }
        let left = executed.results.count { $0.ending == .notRun }
        console.error("  \(passed) cells passed, 1 failed, \(left) not run\n")
        return problem.kind == .limit ? ExitCode.limit.rawValue : ExitCode.cellFailed.rawValue
    }
}
