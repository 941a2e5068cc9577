// LiveNotebook: a notebook of a preview, executed in a process that can go back to any cell.
import Foundation
import Notebook

/// A notebook of a preview. Only its preview touches it.
final class LiveNotebook: @unchecked Sendable {
    /// What the process reports, line by line.
    let lines: AsyncStream<String>

    private let path: String
    private let process = Process()
    private let commands = Pipe()
    private let reports = Pipe()
    private let report: AsyncStream<String>.Continuation
    /// The document as it was sent last; nil before the first time.
    private var document: Document?
    /// Fresh and older outputs by the name of their cell.
    private var kept: [String: CellResult] = [:]
    /// The cells whose outputs are older than their code, or that have not been reached.
    private(set) var unfinished: Set<String> = []
    /// Counts the commands: reports of an execution that was given up are told apart.
    private var run = 0

    /// Prepares to execute the notebook at a path.
    init(path: String) {
        self.path = path
        (lines, report) = AsyncStream.makeStream()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["live"]
        process.standardInput = commands
        process.standardOutput = reports
    }

    deinit { try? commands.fileHandleForWriting.close() }

    /// Executes a document from the first cell that is new or changed, or that did not end well.
    func execute(_ document: Document) {
        let known = self.document?.cells ?? []
        let same = zip(known, document.cells).prefix { LiveNotebook.isSame($0, $1) && !unfinished.contains($1.id) }.count
        self.document = document
        guard same < document.cells.count else { return }
        run += 1
        for cell in document.cells[same...] where !cell.options.skip { unfinished.insert(cell.id) }
        if !process.isRunning, run == 1 { start() }
        let command: JSON = ["path": .string(path), "name": .string(document.file), "from": .number(String(same)), "run": .number(String(run))]
        try? commands.fileHandleForWriting.write(contentsOf: Data((command.compact + "\n").utf8))
    }

    private static func isSame(_ old: Cell, _ new: Cell) -> Bool { old.id == new.id && old.source == new.source && old.options == new.options }

    private func start() {
        let (handle, report) = (reports.fileHandleForReading, report)
        do { try process.run() } catch {
            report.finish()
            return
        }
        Thread {
            var pending = Data()
            while case let data = handle.availableData, !data.isEmpty {
                pending += data
                while let end = pending.firstIndex(of: 10) {
                    report.yield(String(decoding: pending[..<end], as: UTF8.self))
                    pending = Data(pending[pending.index(after: end)...])
                }
            }
            report.finish()
        }.start()
    }

    /// Takes a report; true where it changes what pages show.
    func take(_ line: String) -> Bool {
        guard let report = try? JSON(text: line), report["run"]?.int == run, let result = report["result"].flatMap(CellResult.init(json:)) else { return false }
        guard let document, let place = document.cells.firstIndex(where: { $0.id == result.id }) else { return false }
        kept[result.id] = result
        unfinished.remove(result.id)
        if result.problem != nil {
            // What comes after a failing cell was not executed; its old outputs would mislead. The cell itself is tried again at every change.
            for cell in document.cells[place...] where !cell.options.skip { unfinished.insert(cell.id) }
            for cell in document.cells[(place + 1)...] { kept[cell.id] = nil }
        }
        return true
    }

    /// The outputs there are for a document's cells, in order.
    func results(of document: Document) -> [CellResult] {
        document.cells.map { kept[$0.id] ?? CellResult(id: $0.id, ending: .notRun) }
    }
}
