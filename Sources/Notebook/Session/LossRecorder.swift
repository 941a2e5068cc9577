// LossRecorder: collects the numbers that cells follow downhill, for the curves that draw themselves.
import Runtime

/// A curve of a number that a cell computed many times, such as the loss of each training step.
public struct LossCurve: Sendable, Equatable {
    /// What the number is called in the code.
    public var name: String
    public var values: [Double]

    /// Makes a curve.
    public init(name: String, values: [Double]) {
        self.name = name
        self.values = values
    }

    /// Whether a logarithmic axis shows it better: all values above zero, the largest a hundred times the smallest or more.
    public var spansDecades: Bool {
        guard let least = values.min(), let most = values.max(), least > 0, most.isFinite else { return false }
        return most >= 100 * least
    }
}

/// Collects the numbers that one cell reports.
struct LossRecorder {
    /// Fewer numbers than this are no curve.
    private static let least = 10
    /// More numbers than this are thinned: no page shows more.
    private static let most = 100_000

    private var curves: [LossCurve] = []

    /// Adds a number that the code calls `name`.
    mutating func add(_ value: Double, name: String) {
        if let index = curves.firstIndex(where: { $0.name == name }) {
            if curves[index].values.count < LossRecorder.most { curves[index].values.append(value) }
        } else if curves.count < 16 {
            curves.append(LossCurve(name: name, values: [value]))
        }
    }

    /// The curves worth drawing.
    var drawable: [LossCurve] { curves.filter { $0.values.count >= LossRecorder.least } }

    /// The expression before `.backward(` in the line that called it: what the author calls the number.
    static func name(in line: Substring) -> String {
        guard let call = line.firstRange(of: ".backward(") else { return "loss" }
        let before = line[..<call.lowerBound]
        let start = before.lastIndex { $0 == ";" || $0 == ":" || $0 == "=" }.map { before.index(after: $0) } ?? before.startIndex
        let name = before[start...].drop { $0 == " " || $0 == "\t" }
        return name.isEmpty || name.count > 40 ? "loss" : String(name)
    }
}
