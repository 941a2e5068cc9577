// Worker: a notebook executed in a process of its own.
import Foundation
import Notebook

/// Executes a notebook in a process of its own: a crash or a memory bomb there is a problem of one cell here.
struct Worker {
    /// Where the notebook lies.
    let path: String
    let document: Document

    /// Runs the process to its end.
    func run() -> ExecutedDocument {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["worker", path, document.file]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        do { try process.run() } catch { return failed([], nil, "no process could be started: \(error)") }
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let (results, running) = read(text)
        if results.count == document.cells.count { return ExecutedDocument(document: document, results: results) }
        if process.terminationReason == .uncaughtSignal {
            let reason = process.terminationStatus == SIGKILL ? "was killed, as the system does when memory runs out" : "crashed"
            return failed(results, running, "the process that ran this cell \(reason) (signal \(process.terminationStatus))", kind: .limit)
        }
        // A failing cell ends the worker's run; the cells after it have not been run.
        return failed(results, running, "the process that ran this cell ended early")
    }

    /// The results written so far, and the cell that had started last without ending.
    private func read(_ text: String) -> ([CellResult], String?) {
        var results: [CellResult] = []
        var running: String?
        for line in text.split(separator: "\n") {
            guard let value = try? JSON(text: String(line)) else { continue }
            if let id = value["started"]?.string { running = id }
            if let result = CellResult(json: value) {
                results.append(result)
                running = nil
            }
        }
        return (results, running)
    }

    /// The results with those of the cells that were not reached.
    private func failed(_ results: [CellResult], _ running: String?, _ message: String, kind: Problem.Kind = .cell) -> ExecutedDocument {
        var results = results
        if !results.contains(where: { $0.problem != nil }) {
            let cell = document.cells.first { $0.id == running } ?? document.cells.first
            let line = cell?.line ?? 1
            let place = Problem.Position(file: document.file, line: line, quoted: String(document.line(line)))
            let problem = Problem(kind, message, at: place, cell: cell.map { "\"\($0.id)\"" })
            results.append(CellResult(id: cell?.id ?? "", ending: .failed(problem)))
        }
        let reached = Set(results.map(\.id))
        results += document.cells.filter { !reached.contains($0.id) }.map { CellResult(id: $0.id, ending: .notRun) }
        return ExecutedDocument(document: document, results: results)
    }
}
