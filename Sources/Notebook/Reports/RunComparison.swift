// RunComparison: two executions of one notebook, compared with each other instead of with a record.

/// Compares two executions of one notebook.
public struct RunComparison {
    private let first: ExecutedDocument
    private let second: ExecutedDocument

    /// Devices round differently: what is allowed between them is so many times what is usual.
    private static let betweenDevices = 10.0

    /// Prepares a comparison.
    public init(_ first: ExecutedDocument, _ second: ExecutedDocument) {
        self.first = first
        self.second = second
    }

    /// Says where a second run on the same machine put out something else, and which random numbers are to blame; nil where the runs
    /// are equal.
    public var difference: Problem? {
        let pairs = zip(first.results, second.results).enumerated()
        guard let (index, (old, new)) = pairs.first(where: { _, pair in lines(pair.0) != lines(pair.1) }) else { return nil }
        let cell = first.document.cells[index]
        let blamed = first.results.prefix(index + 1).lazy.compactMap(\.unseededLine).first
        let line = blamed ?? cell.line
        let place = Problem.Position(file: first.document.file, line: line, quoted: String(first.document.line(line)))
        let help = blamed == nil
            ? "no random number was drawn without a seed; look for times, addresses and other outside things that are printed"
            : "line \(line) is the first to draw random numbers that nobody seeded: seed them, as with `torch.manual_seed(0)`"
        let (before, after) = firstDifference(lines(old), lines(new))
        return Problem(
            .changed, "two runs differ from cell \"\(cell.id)\" on", at: place, cell: "\"\(cell.id)\"", notes: ["first run:  \(before)", "second run: \(after)"],
            help: help)
    }

    /// Where the second run, on another device, put out something else than the first allows.
    public func differences(between one: String, and other: String) -> [Problem] {
        let record = RecordCheck(first, with: Record()).accepted()
        return RecordCheck(second, with: record, looseness: RunComparison.betweenDevices).cells.compactMap { check in
            guard case .changed(let change) = check.verdict else { return nil }
            let line = check.cell.line - 1
            let place = Problem.Position(file: first.document.file, line: line, quoted: String(first.document.line(line)))
            return Problem(
                .changed, "\(other) puts out something else than \(one)", at: place, cell: "\"\(check.cell.id)\"",
                notes: ["\(one): \(change.recorded ?? "(nothing)")", "\(other): \(change.fresh ?? "(nothing)")"],
                help: "allow more with `rtol=` on the fence if both are right")
        }
    }

    private func lines(_ result: CellResult) -> [String] {
        RecordWriter.lines(of: result.outputs.filter { output in
            if case .warning = output { false } else { true }
        }) + (result.problem.map { ["| " + $0.message] } ?? [])
    }

    private func firstDifference(_ old: [String], _ new: [String]) -> (String, String) {
        let count = zip(old, new).prefix { $0 == $1 }.count
        return (old.indices.contains(count) ? old[count] : "(nothing)", new.indices.contains(count) ? new[count] : "(nothing)")
    }
}
