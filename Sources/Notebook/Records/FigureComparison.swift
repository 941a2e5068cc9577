// FigureComparison: samples of series and levels of images against recorded ones.
import Glibc

/// Compares what a record keeps of figures. A point may move as far as an eye would not see, or as far as the tolerance of numbers allows,
/// whichever is more.
struct FigureComparison {
    let tolerance: Tolerance
    /// The value of level 0 and the distance of two levels of the image whose lines are being read.
    private var image = (least: 0.0, step: 0.0)

    /// Prepares to compare the figures of one cell.
    init(tolerance: Tolerance) { self.tolerance = tolerance }

    /// Looks at a fresh line before it is compared: the range in an image's first line is what the levels below it mean.
    mutating func enter(_ line: String) {
        guard line.hasPrefix(RecordWriter.image) else { return }
        let range = NumberText(line).numbers.suffix(2).map(\.value)
        image = range.count == 2 ? (range[0], (range[1] - range[0]) / RecordWriter.topLevel) : (0, 0)
    }

    /// Differences of a line's numbers as parts of what is allowed: up to 1 counts as the same. Nil where the line holds no samples.
    func ratios(of line: String, recorded: [NumberText.Number], fresh: [NumberText.Number]) -> [Double]? {
        if line.hasPrefix(RecordWriter.series) { return series(recorded, fresh) }
        return line.hasPrefix(RecordWriter.levels) ? levels(recorded, fresh) : nil
    }

    /// Levels of an image may differ by two.
    private func levels(_ recorded: [NumberText.Number], _ fresh: [NumberText.Number]) -> [Double] {
        zip(recorded, fresh).map { old, new in
            let difference = abs(old.value - new.value)
            let allowed = tolerance.allowance(near: image.least + new.value * image.step, largest: 0)
            return difference == 0 ? 0 : min(difference / 2, difference * image.step / allowed)
        }
    }

    /// Samples of a series may differ by a hundredth of their range, of the range of their logarithms where they span decades. The count
    /// of points is exact.
    private func series(_ recorded: [NumberText.Number], _ fresh: [NumberText.Number]) -> [Double] {
        let samples = min(RecordWriter.samples, max(recorded.count - 3, 0))
        let head = recorded.count - samples
        let heads = zip(recorded[..<head], fresh[..<head]).map { tolerance.ratio(recorded: $0, fresh: $1, largest: abs($1.value)) }
        let finite = recorded[head...].map(\.value).filter(\.isFinite)
        let (least, most) = (finite.min() ?? 0, finite.max() ?? 0)
        let isLogarithmic = least > 0 && most >= 100 * least
        func scaled(_ value: Double) -> Double { isLogarithmic ? log10(max(value, least * 1e-6)) : value }
        let visible = max((scaled(most) - scaled(least)) / 100, 1e-12)
        return heads + zip(recorded[head...], fresh[head...]).map { old, new in
            let (old, new) = (old.value, new.value)
            if old == new || old.isNaN && new.isNaN { return 0 }
            guard old.isFinite, new.isFinite else { return .infinity }
            let allowed = tolerance.allowance(near: new, largest: max(abs(least), abs(most)))
            return min(abs(scaled(old) - scaled(new)) / visible, abs(old - new) / allowed)
        }
    }
}
