// Worker: a notebook executed in a process of its own.
import CLinux
import Glibc
import Notebook
import Runtime

/// Executes a notebook in a process of its own: a crash or a memory bomb there is a problem of one cell here.
struct Worker {
    /// Where the notebook lies.
    let path: String
    let document: Document
    /// Limits that the notebook cannot raise.
    var caps = Limits()
    /// Where it computes, as `--device` says it.
    var device = "cpu"

    /// What became of the process.
    struct Outcome {
        var executed: ExecutedDocument
        /// Bytes it held at most; 0 where it did not live to say so.
        var peak = 0
        /// Whether the system killed it, as it does when memory runs out.
        var wasKilled = false
    }

    /// Runs the process to its end. It is given the text that was read here: the file may be changing.
    func run() -> Outcome {
        var arguments = ["worker", path, document.file, "--device", device, "--parent", String(getpid())]
        if let seconds = caps.seconds { arguments += ["--timeout", "\(seconds)"] }
        if let memory = caps.memory { arguments += ["--memory", "\(memory)"] }
        var (input, output): ([Int32], [Int32]) = ([0, 0], [0, 0])
        guard pipe2(&input, O_CLOEXEC) == 0, pipe2(&output, O_CLOEXEC) == 0,
            let child = ChildProcess.start(arguments, descriptors: [0: input[0], 1: output[1]])
        else { return Outcome(executed: failed([], nil, "no process could be started for this notebook")) }
        close(input[0])
        close(output[1])
        Descriptor.write(Array(document.text.utf8), to: input[1])
        close(input[1])
        let report = Report(Descriptor.read(output[0]))
        close(output[0])
        let ending = child.wait()
        var outcome = Outcome(executed: executed(report, ending), peak: report.peak)
        outcome.wasKilled = ending.signal == SIGKILL
        return outcome
    }

    /// What the process wrote: the results so far, and the cell that had started last without ending.
    private struct Report {
        var results: [CellResult] = []
        var running: String?
        var peak = 0

        init(_ text: String) {
            for line in text.utf8.split(separator: 10) {
                guard let value = try? JSON(text: String(Substring(line))) else { continue }
                if let id = value["started"]?.string { running = id }
                if let bytes = value["peak"]?.int { peak = bytes }
                if let result = CellResult(json: value) {
                    results.append(result)
                    running = nil
                }
            }
        }
    }

    private func executed(_ report: Report, _ ending: ChildProcess.Ending) -> ExecutedDocument {
        let reached = Dictionary(report.results.map { ($0.id, $0) }) { first, _ in first }
        let results = document.cells.compactMap { reached[$0.id] }
        if results.count == document.cells.count { return ExecutedDocument(document: document, results: results) }
        switch ending.signal {
        case 0: return failed(report.results, report.running, "the process that ran this cell ended early")
        case SIGKILL:
            return failed(report.results, report.running, "the process that ran this cell was killed, as the system does when memory runs out", kind: .limit)
        default: return failed(report.results, report.running, "the process that ran this cell crashed (signal \(ending.signal))", kind: .limit)
        }
    }

    /// The results with those of the cells that were not reached.
    private func failed(_ known: [CellResult], _ running: String?, _ message: String, kind: Problem.Kind = .cell) -> ExecutedDocument {
        var results = known
        if !results.contains(where: { $0.problem != nil }) {
            let cell = document.cells.first { $0.id == running } ?? document.cells.first
            let line = cell?.line ?? 1
            let place = Problem.Position(file: document.file, line: line, quoted: String(document.line(line)))
            let problem = Problem(kind, message, at: place, cell: cell.map { "\"\($0.id)\"" })
            results.append(CellResult(id: cell?.id ?? "", ending: .failed(problem)))
        }
        let reached = Dictionary(results.map { ($0.id, $0) }) { first, _ in first }
        return ExecutedDocument(document: document, results: document.cells.map { reached[$0.id] ?? CellResult(id: $0.id, ending: .notRun) })
    }
}
