// Defines SavedTensor: a tensor kept for the backward pass, which notices that it was changed since.

/// A tensor needed by a gradient formula, with the version its elements had.
public struct SavedTensor {
    private var tensor: Tensor?
    private let version: Int
    private let isOutput: Bool
    private let outputIndex: Int

    /// Keeps an input of the node.
    @inline(__always)
    public init(_ tensor: Tensor) {
        self.tensor = tensor
        version = tensor.version
        isOutput = false
        outputIndex = 0
    }

    /// Keeps an output of the node itself: without its history, which would be a cycle.
    @inline(__always)
    public init(output tensor: Tensor, index: Int = 0) {
        self.tensor = tensor.aliased()
        version = tensor.version
        isOutput = true
        outputIndex = index
    }

    /// Whether this is what was saved.
    func holds(_ other: Tensor) -> Bool { tensor === other }

    /// The tensor, for use in the gradient formula of `node`. Throws when it was freed or changed in place.
    @inline(__always)
    public func unpack(for node: Node) throws -> Tensor {
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
        let source = origin == nil ? "" : ", which is output \(isOutput ? outputIndex : tensor.meta?.outputIndex ?? 0) of \(name),"
        return TensorError.runtime(
            "one of the variables needed for gradient computation has been modified by an inplace operation: "
            + "[torch.\(tensor.dtype.scalarName)Tensor \(tensor.shape)]\(source) is at version \(tensor.version); expected version "
            + "\(version) instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, "
            + "with torch.autograd.set_detect_anomaly(True, check_nan=False).")
    }
}
