// Defines NodeHooks: functions called around the step of one node in backward (`grad_fn.register_hook`).

/// The hooks of a node, in the order they were added.
public final class NodeHooks {
    /// Sees the gradients of the node's outputs; a result replaces them.
    public typealias Before = (_ grads: [Tensor?]) throws -> [Tensor?]?
    /// Sees the gradients of the node's inputs and those of its outputs; a result replaces the former.
    public typealias After = (_ results: [Tensor?], _ grads: [Tensor?]) throws -> [Tensor?]?

    private var before: [(id: Int, hook: Before)] = []
    private var after: [(id: Int, hook: After)] = []
    private var added = 0

    public init() {}

    /// Adds a hook that is called before the node's step; the number by which it is removed.
    public func add(before hook: @escaping Before) -> Int {
        added += 1
        before.append((added, hook))
        return added
    }

    /// Adds a hook that is called after the node's step; the number by which it is removed.
    public func add(after hook: @escaping After) -> Int {
        added += 1
        after.append((added, hook))
        return added
    }

    /// Takes a hook off.
    public func remove(_ id: Int) {
        before.removeAll { $0.id == id }
        after.removeAll { $0.id == id }
    }

    /// Lets the first hooks change the gradients that a node gets.
    func callBefore(_ grads: inout [Tensor?]) throws {
        for (_, hook) in before {
            if let changed = try hook(grads), changed.count == grads.count { grads = changed }
        }
    }

    /// What the second hooks make of the gradients that a node gives, one for each of its inputs.
    func callAfter(_ results: [Tensor?], _ grads: [Tensor?], _ inputs: Int) throws -> [Tensor?] {
        var results = results + [Tensor?](repeating: nil, count: max(0, inputs - results.count))
        for (_, hook) in after {
            if let changed = try hook(results, grads), changed.count == results.count { results = changed }
        }
        return results
    }
}
