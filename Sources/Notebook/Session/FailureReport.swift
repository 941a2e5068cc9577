// FailureReport: an exception of a cell told in the document's lines and columns.
import Runtime

/// Tells what went wrong in a cell.
struct FailureReport {
    let document: Document
    let lines: [Substring]
    let cell: Cell
    let interpreter: Interpreter

    /// More calls than this on the way to a failure are counted, not listed.
    private static let mostCalls = 8

    /// The problem behind an exception. `expected` is the exception that should have come instead.
    func problem(_ exception: ExceptionObject, expected: String? = nil) -> Problem {
        let kind: Problem.Kind = FailureReport.isLimit(exception) ? .limit : .cell
        var message = Traceback.summary(of: exception)
        if let expected { message = "the cell should raise \(expected) and raised \(message)" }
        let entries = exception.traceback.filter { $0.file == document.file }
        let place = entries.first.map(position) ?? Problem.Position(file: document.file, line: cell.line, quoted: quoted(cell.line))
        let calls = entries.dropFirst()
        var notes = calls.prefix(FailureReport.mostCalls).map { "called from line \($0.line): \(quoted($0.line).trimmed)" }
        if calls.count > notes.count { notes.append("and through \(calls.count - notes.count) more calls") }
        var problem = Problem(kind, message, at: place, cell: title, notes: notes + exception.notes, help: kind == .limit ? FailureReport.more : nil)
        guard kind == .cell, expected == nil else { return problem }
        problem.operands = OperandNotes(document: document, cell: cell, interpreter: interpreter).operands(at: place)
        problem.help = Hint.about(Hint.Case(
            type: exception.type.name, message: (try? exception.str()) ?? "", operands: problem.operands, document: document, interpreter: interpreter))
        return problem
    }

    /// The problem of a cell that was stopped at a place, or while nothing is known about the place.
    func stopped(_ message: String, at entry: TracebackEntry?) -> Problem {
        let place = entry.flatMap { $0.file == document.file ? position($0) : nil }
        let first = Problem.Position(file: document.file, line: cell.line, quoted: quoted(cell.line))
        return Problem(.limit, message, at: place ?? first, cell: title, help: FailureReport.more)
    }

    /// What to do about a limit.
    private static let more = "allow more: `timeout=` or `memory=` on the fence, `timeout:` or `memory:` in the head"

    /// Whether an exception says that there is not enough of something: ours, the language's, or the one of PyTorch's allocator.
    private static func isLimit(_ exception: ExceptionObject) -> Bool {
        if exception.type === Class.limitExceeded || exception.isA(.exception("MemoryError")) { return true }
        return exception.isA(.exception("RuntimeError")) && (try? exception.str())?.contains("DefaultCPUAllocator: can't allocate memory") == true
    }

    /// The problem of a cell that did not raise what it should.
    func missing(_ expected: String) -> Problem {
        let place = Problem.Position(file: document.file, line: cell.line - 1, quoted: quoted(cell.line - 1))
        return Problem(
            .cell, "the cell should raise \(expected) and raised nothing", at: place, cell: title,
            help: "take `raises=\(expected)` off the fence if the code is right")
    }

    /// `"train" (5th of 14)`
    private var title: String { "\"\(cell.id)\" (\(ordinal(cell.number)) of \(document.cells.count))" }

    private func ordinal(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (1, let two) where two != 11: "\(number)st"
        case (2, let two) where two != 12: "\(number)nd"
        case (3, let two) where two != 13: "\(number)rd"
        default: "\(number)th"
        }
    }

    private func quoted(_ line: Int) -> String { lines.indices.contains(line - 1) ? String(lines[line - 1]) : "" }

    /// A traceback entry counts bytes from 0 within the cell; a position counts characters from 1 within the document.
    private func position(_ entry: TracebackEntry) -> Problem.Position {
        let text = quoted(entry.line)
        let start = characters(text, bytes: entry.column + cell.indent)
        let end = entry.endLine == entry.line ? characters(text, bytes: entry.endColumn + cell.indent) : text.count
        return Problem.Position(file: document.file, line: entry.line, column: start + 1, endColumn: max(end, start) + 1, quoted: text)
    }

    private func characters(_ text: String, bytes: Int) -> Int {
        let utf8 = text.utf8
        guard let index = utf8.index(utf8.startIndex, offsetBy: max(bytes, 0), limitedBy: utf8.endIndex) else { return text.count }
        return text.distance(from: text.startIndex, to: index)
    }
}
