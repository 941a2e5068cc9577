// RunProgress: how far a run has come, for the line below its output.
import Notebook
import Synchronization

/// Follows a run. The cells' thread tells it what happens, the watchdog's asks.
final class RunProgress: Sendable {
    private let document: Document
    /// Seconds that the cells took in an earlier run.
    private let measured: [String: Double]
    private let start = ContinuousClock().now
    private let running = Mutex<Running?>(nil)

    /// The cell that runs.
    private struct Running {
        let cell: Cell
        let start = ContinuousClock().now
        var steps = 0
    }

    /// Prepares to follow a run.
    init(_ document: Document, measured: [String: Double]) {
        self.document = document
        self.measured = measured
    }

    /// A cell begins.
    func begin(_ cell: Cell) { running.withLock { $0 = Running(cell: cell) } }

    /// A step of a training ends.
    func step() { running.withLock { $0?.steps += 1 } }

    /// `[3/14] train   12 s   340 steps/s   about 40 s left`; nil while there is nothing to wait for.
    var notice: String? {
        guard let running = running.withLock({ $0 }) else { return nil }
        let cell = running.cell
        let now = ContinuousClock().now
        let (all, here) = ((now - start) / .seconds(1), (now - running.start) / .seconds(1))
        guard here >= 0.3 else { return nil }
        var parts = ["[\(cell.number)/\(document.cells.count)] \(cell.id)", RunProgress.duration(all)]
        if running.steps > 1 { parts.append(RunProgress.rate(Double(running.steps) / here)) }
        if let left = left(after: cell, here: here) { parts.append("about \(RunProgress.duration(left)) left") }
        return parts.joined(separator: "   ")
    }

    /// What the cells from here on took last time, less what has passed; nil where one of them was never measured.
    private func left(after cell: Cell, here: Double) -> Double? {
        guard let usual = measured[cell.id] else { return nil }
        var left = max(usual - here, 0)
        for later in document.cells.dropFirst(cell.number) where !later.options.skip {
            guard let seconds = measured[later.id] else { return nil }
            left += seconds
        }
        return left
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds.rounded(), 1e9))
        if whole < 60 { return "\(whole) s" }
        return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
    }

    private static func rate(_ perSecond: Double) -> String {
        perSecond >= 10 ? "\(Int(perSecond.rounded())) steps/s" : "\((perSecond * 10).rounded() / 10) steps/s"
    }
}
