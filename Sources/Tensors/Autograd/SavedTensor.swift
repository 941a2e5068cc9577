// Defines SavedTensor: a tensor kept for the backward pass, which notices that it was changed since.

/// A tensor needed by a gradient formula, with the version its elements had.
public struct SavedTensor {
    private var tensor: Tensor?
    private let version: Int
    private let isOutput: Bool
    private let outputIndex: Int
    /// Where a hook took the tensor; nil where none did.
    private let taken: TakenTensor?

    /// Keeps an input of the node.
    @inline(__always)
    public init(_ tensor: Tensor) {
        taken = Engine.current.savingHooks.isEmpty ? nil : TakenTensor(tensor, edge: tensor.edge)
        self.tensor = taken == nil ? tensor : nil
        version = tensor.version
        isOutput = false
        outputIndex = 0
    }

    /// Keeps an output of the node itself: without its history, which would be a cycle.
    @inline(__always)
    public init(output tensor: Tensor, index: Int = 0) {
        taken = Engine.current.savingHooks.isEmpty ? nil : TakenTensor(tensor, edge: nil)
        self.tensor = taken == nil ? tensor.aliased() : nil
        version = tensor.version
        isOutput = true
        outputIndex = index
    }

    /// The tensor, for use in the gradient formula of `node`. Throws when it was freed or changed in place.
    @inline(__always)
    public func unpack(for node: Node) throws -> Tensor {
        if let taken { return try taken.restored(outputOf: isOutput ? node : nil, outputIndex) }
        guard let tensor else { throw SavedTensor.freed }
        if tensor.version != version { throw changed(tensor, node) }
        if isOutput && Engine.current.gradEnabled {
            let alias = tensor.aliased()
            alias.attach(node, outputIndex)
            return alias
        }
        return tensor
    }

    /// The error of a second `backward` through a freed graph.
    public static let freed = TensorError.runtime(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been "
        + "freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
        + "retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors "
        + "after calling backward.")

    private func changed(_ tensor: Tensor, _ node: Node) -> TensorError {
        let origin = isOutput ? node : tensor.meta?.node
        let name = origin?.shortName ?? ""
        let source = origin == nil ? "" : ", which is output \(isOutput ? outputIndex : tensor.outputIndex) of \(name),"
        return TensorError.runtime(
            "one of the variables needed for gradient computation has been modified by an inplace operation: "
            + "[torch.\(tensor.dtype.scalarName)Tensor \(tensor.shape)]\(source) is at version \(tensor.version); expected version "
            + "\(version) instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, "
            + "with torch.autograd.set_detect_anomaly(True, check_nan=False).")
    }
}

/// A tensor that a hook keeps (`torch.autograd.graph.saved_tensors_hooks`).
private final class TakenTensor {
    private let restore: () throws -> Tensor
    private let edge: Edge?

    /// Hands the tensor to the innermost hook; `edge`: its history.
    @inline(never)
    init(_ tensor: Tensor, edge: Edge?) {
        restore = Engine.current.withoutGrad { Engine.current.savingHooks.last?(tensor) } ?? { tensor }
        self.edge = edge
    }

    /// What the hook gives back, with the history of what it took.
    @inline(never)
    func restored(outputOf node: Node?, _ index: Int) throws -> Tensor {
        let alias = try Engine.current.withoutGrad { try restore().aliased() }
        guard Engine.current.gradEnabled else { return alias }
        if let node { alias.attach(node, index) } else if let edge { alias.attach(edge.node, edge.output) }
        return alias
    }
}
