// Defines AutogradMeta: what autograd knows about one tensor.

/// Present only on tensors that need it: leaves that require grad, recorded results, views of such tensors.
final class AutogradMeta {
    /// Set by the user on leaves.
    var requiresGrad = false
    /// The accumulated gradient.
    var grad: Tensor?
    /// The node that computed this tensor; nil for leaves.
    var node: Node?
    /// Which output of `node` this tensor is.
    var outputIndex = 0
    /// Keep `grad` although this is no leaf.
    var retainsGrad = false
    /// The node that adds to `grad` of this leaf. Weak in PyTorch's sense: it lives as long as a graph refers to it.
    weak var accumulator: AccumulateGrad?
    /// The accumulating node once it has hooks, which it must not lose.
    var hookedAccumulator: AccumulateGrad?
    /// Called on a leaf after its `grad` was updated.
    var accumulateHooks: [TensorHook] = []
}

/// What in-place changes of a view may do.
enum ViewKind {
    /// An ordinary view: may be changed.
    case single
    /// One of several outputs of `split`, `unbind`, …: may not be changed while recorded.
    case multiple
    /// Made inside `no_grad`: a change outside may not be recorded.
    case noGrad
}

/// A function called with a gradient.
public final class TensorHook {
    /// The number by which it is removed.
    public let id: Int
    let body: (Tensor) throws -> Tensor?

    nonisolated(unsafe) private static var made = 0

    init(_ body: @escaping (Tensor) throws -> Tensor?) {
        self.body = body
        TensorHook.made += 1
        id = TensorHook.made
    }
}
