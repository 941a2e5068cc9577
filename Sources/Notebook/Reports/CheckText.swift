// CheckText: the findings of a check as terminal text.

extension CheckedNotebook {
    /// What a person reads: failures first, then one line for each cell that differs, root cause first.
    public var text: String {
        var text = problems.map(\.text).joined()
        for (index, check) in differing.enumerated() {
            text += "\(file):\(check.cell.line - 1)  cell \"\(check.cell.id)\"   \(CheckedNotebook.words(check.verdict))\n"
            if case .changed(let change) = check.verdict { text += CheckedNotebook.detail(change) }
            if index == 0, differing.count > 1 {
                text += "   first cell that differs; \(differing.count - 1) more below\n"
            }
        }
        for orphan in orphans { text += "\(file)  the record of \"\(orphan)\" has no cell\n" }
        let taken = isAccepted ? cells.filter { !$0.holds }.map(\.cell.id) : []
        if !taken.isEmpty {
            let record = RecordFile(notebook: file).path
            return text + "accepted \(taken.count) cell\(taken.count == 1 ? "" : "s") of \(file): \(taken.joined(separator: ", "))   undo: \(hasNewRecord ? "rm" : "git checkout --") \(record)\n"
        }
        if problems.isEmpty, differing.isEmpty {
            text += summary
            if cells.contains(where: { $0.verdict == .missing }) { text += "record: litgrad check --accept \(file)\n" }
        }
        if !differing.isEmpty, let first = differing.first {
            text += "accept: litgrad check --accept \"\(file)#\(first.cell.id)\"   all: litgrad check --accept \(file)\n"
        }
        return text
    }

    /// How close each cell came to its tolerance, one line a cell.
    public var explanation: String {
        cells.map { check in
            let words = switch check.verdict {
            case .same(let numbers, let worst): "same      \(numbers) numbers, largest \(SignificantDigits.text(worst, count: 2)) of allowed"
            case .changed, .stale, .missing, .unchecked: CheckedNotebook.words(check.verdict)
            }
            return "\(file):\(check.cell.line - 1)  cell \"\(check.cell.id)\"   \(words)\n"
        }.joined()
    }

    /// The whole notebook in one line.
    public var summaryLine: String { String(summary.dropLast()) }

    private var summary: String {
        var numbers = 0
        var worst = 0.0
        for case .same(let count, let ratio) in cells.map(\.verdict) {
            numbers += count
            worst = max(worst, ratio)
        }
        let missing = cells.count { $0.verdict == .missing }
        var text = "\(file)  within tolerance in \(numbers) numbers (largest \(SignificantDigits.text(worst, count: 2)) of allowed)"
        if missing > 0 { text += "   without a record: \(missing) cell\(missing == 1 ? "" : "s")" }
        let lines = uncheckedLines.map(String.init).joined(separator: ", ")
        if !lines.isEmpty { text += "   unchecked: line \(lines)" }
        return text + "\n"
    }

    /// A verdict in words.
    public static func words(_ verdict: CellCheck.Verdict) -> String {
        switch verdict {
        case .same: "same"
        case .unchecked: "unchecked"
        case .stale: "STALE     the code differs from the recorded code, its output does not"
        case .missing: "MISSING   no record"
        case .changed(let change):
            change.numbers > 0
                ? "CHANGED   \(change.numbers) of \(change.compared) numbers, worst \(SignificantDigits.text(change.worst, count: 2))x the allowed difference"
                : "CHANGED   the text differs" + (change.codeChanged ? " (so does the code)" : "")
        }
    }

    private static func detail(_ change: CellCheck.Change) -> String {
        "   recorded: \(shown(change.recorded))\n   now:      \(shown(change.fresh))\n"
    }

    private static func shown(_ line: String?) -> String {
        guard let line else { return "(nothing)" }
        return line.hasPrefix("| ") ? String(line.dropFirst(2)) : line.trimmed
    }
}
