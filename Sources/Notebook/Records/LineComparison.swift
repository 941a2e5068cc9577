// LineComparison: the lines of a record against fresh lines, number by number.

/// Compares recorded lines with fresh ones.
struct LineComparison {
    let tolerance: Tolerance
    /// Numbers may be anything; only words and the count of numbers are compared.
    let onlyShape: Bool
    /// What was meant by rounded fresh numbers.
    var rounded = RoundedNumbers()

    /// What a comparison found.
    struct Finding {
        var numbers = 0
        var worst = 0.0
        var change: CellCheck.Change?
    }

    /// Compares all lines of one cell.
    func compare(recorded: [String], fresh: [String]) -> Finding {
        var finding = Finding()
        let largest = fresh.filter { $0.hasPrefix("|") }.flatMap { NumberText($0).numbers }.map { abs($0.value) }.filter(\.isFinite).max() ?? 0
        var figures = FigureComparison(tolerance: tolerance)
        for index in 0..<max(recorded.count, fresh.count) {
            let old = index < recorded.count ? recorded[index] : nil
            let new = index < fresh.count ? fresh[index] : nil
            guard let old, let new else {
                note(&finding, old, new, ratio: .infinity, numbers: 0)
                continue
            }
            figures.enter(new)
            if old == new {
                finding.numbers += NumberText(old).numbers.count
                continue
            }
            compare(old, new, largest: largest, figures, into: &finding)
        }
        finding.change?.compared = finding.numbers
        return finding
    }

    private func compare(_ old: String, _ new: String, largest: Double, _ figures: FigureComparison, into finding: inout Finding) {
        let (a, b) = (NumberText(old), NumberText(new))
        finding.numbers += b.numbers.count
        guard a.words == b.words, a.numbers.count == b.numbers.count else { return note(&finding, old, new, ratio: .infinity, numbers: 0) }
        if onlyShape { return }
        let ratios = figures.ratios(of: new, recorded: a.numbers, fresh: b.numbers)
            ?? zip(a.numbers, b.numbers).map { tolerance.ratio(recorded: $0, fresh: $1, largest: largest, rounded: rounded) }
        let worst = ratios.max() ?? 0
        if worst > 1 {
            note(&finding, old, new, ratio: worst, numbers: ratios.count { $0 > 1 })
        } else {
            finding.worst = max(finding.worst, worst)
        }
    }

    private func note(_ finding: inout Finding, _ old: String?, _ new: String?, ratio: Double, numbers: Int) {
        var change = finding.change ?? CellCheck.Change(recorded: old, fresh: new, numbers: 0, compared: 0, worst: 0, codeChanged: false)
        change.numbers += numbers
        change.worst = max(change.worst, ratio)
        finding.change = change
    }
}
