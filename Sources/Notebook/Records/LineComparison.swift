// LineComparison: the lines of a record against fresh lines, number by number.
import Glibc

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
        for index in 0..<max(recorded.count, fresh.count) {
            let old = index < recorded.count ? recorded[index] : nil
            let new = index < fresh.count ? fresh[index] : nil
            guard let old, let new else {
                note(&finding, old, new, ratio: .infinity, numbers: 0)
                continue
            }
            if old == new {
                finding.numbers += NumberText(old).numbers.count
                continue
            }
            compare(old, new, largest: largest, into: &finding)
        }
        finding.change?.compared = finding.numbers
        return finding
    }

    private func compare(_ old: String, _ new: String, largest: Double, into finding: inout Finding) {
        let (a, b) = (NumberText(old), NumberText(new))
        finding.numbers += b.numbers.count
        guard a.words == b.words, a.numbers.count == b.numbers.count else { return note(&finding, old, new, ratio: .infinity, numbers: 0) }
        if onlyShape { return }
        let ratios = old.hasPrefix("  series ") ? seriesRatios(a, b) : old.hasPrefix(RecordWriter.levels) ? LineComparison.levelRatios(a, b)
            : zip(a.numbers, b.numbers).map { tolerance.ratio(recorded: $0, fresh: $1, largest: largest, rounded: rounded) }
        let worst = ratios.max() ?? 0
        if worst > 1 {
            note(&finding, old, new, ratio: worst, numbers: ratios.count { $0 > 1 })
        } else {
            finding.worst = max(finding.worst, worst)
        }
    }

    /// Levels of an image may differ by two.
    private static func levelRatios(_ old: NumberText, _ new: NumberText) -> [Double] {
        zip(old.numbers, new.numbers).map { abs($0.value - $1.value) / 2 }
    }

    private func note(_ finding: inout Finding, _ old: String?, _ new: String?, ratio: Double, numbers: Int) {
        var change = finding.change ?? CellCheck.Change(recorded: old, fresh: new, numbers: 0, compared: 0, worst: 0, codeChanged: false)
        change.numbers += numbers
        change.worst = max(change.worst, ratio)
        finding.change = change
    }

    /// Differences of a series as parts of what is allowed: a hundredth of the range of its samples, of the range of their
    /// logarithms where they span decades. The count of points is exact.
    private func seriesRatios(_ old: NumberText, _ new: NumberText) -> [Double] {
        let samples = min(RecordWriter.samples, max(old.numbers.count - 3, 0))
        let head = old.numbers.count - samples
        let heads = zip(old.numbers[..<head], new.numbers[..<head]).map { tolerance.ratio(recorded: $0, fresh: $1, largest: abs($1.value)) }
        let before = old.numbers[head...].map(\.value)
        let after = new.numbers[head...].map(\.value)
        let finite = before.filter(\.isFinite)
        guard let least = finite.min(), let most = finite.max() else {
            return heads + zip(before, after).map { $0 == $1 || $0.isNaN && $1.isNaN ? 0 : .infinity }
        }
        let logarithmic = least > 0 && most >= 100 * least
        func scaled(_ value: Double) -> Double { logarithmic ? log10(max(value, least * 1e-6)) : value }
        let range = scaled(most) - scaled(least)
        let allowed = max(range / 100, tolerance.relative * max(abs(scaled(most)), abs(scaled(least))), 1e-12)
        return heads + zip(before, after).map { a, b in
            if a == b || a.isNaN && b.isNaN { return 0 }
            return a.isFinite && b.isFinite ? abs(scaled(a) - scaled(b)) / allowed : .infinity
        }
    }
}
