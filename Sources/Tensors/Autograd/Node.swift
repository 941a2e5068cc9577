// Defines Node: one recorded operation of the backward graph, and Edge, a link to the operation before it.

/// Where a gradient goes: an output of an earlier node.
public struct Edge {
    public let node: Node
    /// Which output of `node` the gradient belongs to.
    public let output: Int
}

/// Sizes and type of an output, to which its gradient must conform.
struct OutputForm {
    let shape: Dims
    let dtype: DType
}

/// A recorded operation: turns the gradients of its outputs into gradients of its inputs.
open class Node {
    /// The name that `grad_fn` prints, `MulBackward0`.
    public let name: String
    /// For each input the node it came from; nil where no gradient is needed (`next_functions`).
    public internal(set) var edges: [Edge?]
    /// Increases with each node, so that later operations are differentiated first.
    let sequence: Int
    /// Sizes and types of the outputs.
    var outputs: [OutputForm] = []
    /// Hooks of the output tensors by output, called before `apply`.
    var preHooks: [(output: Int, hook: TensorHook)] = []
    /// Functions called around this node's step; nil for almost all nodes.
    public var hooks: NodeHooks?
    /// The tensors whose `retain_grad()` was called, by output.
    var retained: [(output: Int, tensor: WeakTensor)] = []
    /// Scratch of the running backward pass: its number and this node's place in it.
    var pass = 0
    var slot = 0
    /// The language object for this node; set and cleared by that object, not retained.
    public var wrapper: UnsafeMutableRawPointer?

    nonisolated(unsafe) private static var created = 0

    /// A node with edges to the histories of `inputs`.
    public init(name: String, edges: [Edge?]) {
        self.name = name
        self.edges = edges
        Node.created &+= 1
        sequence = Node.created
    }

    /// Gradients of the inputs from those of the outputs (nil: zero). Overridden by each kind of node.
    open func apply(_ grads: [Tensor?]) throws -> [Tensor?] { [] }

    /// What the node keeps for its gradients under a name of PyTorch's (`_saved_self`); nil where it keeps nothing of that name.
    open func kept(_ name: String) throws -> Operand? { nil }

    /// Lets go of saved tensors once the node has been used and the graph is not retained.
    open func release() {}

    /// The name in messages about tensors that were changed: without `Backward0`.
    var shortName: String {
        if self is CopySlices { return "torch::autograd::CopySlices" }
        return name.hasSuffix("Backward0") ? String(name.dropLast("Backward0".count)) : name
    }

    /// Whether a gradient for input `index` is wanted.
    public final func needs(_ index: Int) -> Bool { index < edges.count && edges[index] != nil }

    deinit { unlink() }

    /// Frees long chains of nodes one after the other: nested deinitialisation would overflow the stack. Saved tensors refer to the
    /// same nodes as the edges, so they are let go while the list here still holds those.
    private func unlink() {
        var waiting = edges.compactMap { $0?.node }
        edges = []
        while !waiting.isEmpty {
            var node = waiting.removeLast()
            if node.edges.isEmpty || !isKnownUniquelyReferenced(&node) { continue }
            waiting.append(contentsOf: node.edges.compactMap { $0?.node })
            node.edges = []
            node.release()
        }
    }
}

/// A reference that does not keep the tensor alive.
struct WeakTensor {
    weak var tensor: Tensor?
}

/// The last node of every history: adds to the `grad` of a leaf.
public final class AccumulateGrad: Node {
    /// The leaf. It keeps a node with hooks alive, so that this reference ends a cycle that lasts as long as the hooks do.
    public let variable: Tensor

    init(_ variable: Tensor) {
        self.variable = variable
        super.init(name: "torch::autograd::AccumulateGrad", edges: [])
        outputs = [OutputForm(shape: variable.shape, dtype: variable.dtype)]
    }
}
