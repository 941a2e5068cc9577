// MemoryBudget: memory that processes share.
import Foundation

/// Memory that processes share: one starts when what it will probably hold is free, or when no other runs.
final class MemoryBudget: @unchecked Sendable {
    private let total: Int
    private var used = 0
    private let condition = NSCondition()

    /// A budget of so many bytes.
    init(_ total: Int) { self.total = total }

    /// Runs a body that holds so many bytes.
    func run<Result>(needing bytes: Int, _ body: () -> Result) -> Result {
        let share = min(bytes, total)
        condition.lock()
        while used > 0, used + share > total { condition.wait() }
        used += share
        condition.unlock()
        defer {
            condition.lock()
            used -= share
            condition.broadcast()
            condition.unlock()
        }
        return body()
    }
}
