// Defines how results are given a history: `recorded` for any operation, written as a closure over saved tensors.

extension Tensor {
    /// Whether gradients flow to this tensor.
    @inline(__always)
    public var requiresGrad: Bool {
        if viewBase != nil { return currentNode() != nil || meta?.requiresGrad ?? false }
        guard let meta else { return false }
        return meta.requiresGrad || meta.node != nil
    }

    /// Whether this is a leaf: not the result of a recorded operation.
    public var isLeaf: Bool { currentNode() == nil }

    /// Where the gradient of this tensor goes; nil when none is needed.
    @inline(__always)
    public var edge: Edge? {
        if let node = currentNode() { return Edge(node: node, output: outputIndex) }
        guard let meta else { return nil }
        return meta.requiresGrad ? Edge(node: accumulator(meta), output: 0) : nil
    }

    private func accumulator(_ meta: AutogradMeta) -> AccumulateGrad {
        if let node = meta.accumulator { return node }
        let node = AccumulateGrad(self)
        meta.accumulator = node
        return node
    }

    /// Makes this tensor output `index` of `node`.
    @inline(__always)
    func attach(_ node: Node, _ index: Int = 0) {
        let meta = meta ?? AutogradMeta()
        meta.node = node
        meta.outputIndex = index
        meta.requiresGrad = false
        self.meta = meta
    }

    /// Gives this fresh result a history when recording is on and an input requires grad.
    ///
    /// - name: what `grad_fn` prints, such as `CumsumBackward0`
    /// - inputs: in the order of the gradients that `gradient` returns
    /// - saving: tensors that the gradient needs, inputs or `self`; read with `try node.saved(i)`
    /// - gradient: from the gradient of the result to those of the inputs, as tensor expressions; nil where none flows.
    ///   `node.needs(i)` tells which are wanted. Shapes and dtypes are fitted to the inputs afterwards.
    public func recorded(
        _ name: String, _ inputs: [Tensor], saving: [Tensor] = [],
        _ gradient: @escaping (_ grad: Tensor, _ node: RecordedNode) throws -> [Tensor?]
    ) -> Tensor {
        Autograd.record(name, inputs, outputs: [self], saving: saving) { grads, node in
            guard let grad = grads[0] else { return [] }
            return try gradient(grad, node)
        }
        return self
    }
}

/// Recording of operations.
public enum Autograd {
    /// Whether an operation on these inputs is to be recorded.
    @inline(__always)
    public static func records(_ a: Tensor) -> Bool { Engine.current.gradEnabled && a.requiresGrad }
    /// Whether an operation on these inputs is to be recorded.
    @inline(__always)
    public static func records(_ a: Tensor, _ b: Tensor) -> Bool {
        Engine.current.gradEnabled && (a.requiresGrad || b.requiresGrad)
    }
    /// Whether an operation on these inputs is to be recorded.
    public static func records(_ inputs: [Tensor]) -> Bool {
        Engine.current.gradEnabled && inputs.contains { $0.requiresGrad }
    }

    /// Gives fresh results a common history; as `Tensor.recorded`, for several outputs. Only floating-point outputs get it.
    public static func record(
        _ name: String, _ inputs: [Tensor], outputs: [Tensor], saving: [Tensor] = [],
        _ gradient: @escaping (_ grads: [Tensor?], _ node: RecordedNode) throws -> [Tensor?]
    ) {
        guard records(inputs) else { return }
        let node = RecordedNode(name, edges: inputs.map(\.edge), gradient)
        for (index, output) in outputs.enumerated() {
            node.outputs.append(OutputForm(shape: output.shape, dtype: output.dtype))
            if output.dtype.isFloatingPoint { output.attach(node, index) }
        }
        node.savedTensors = saving.map { tensor in
            if let index = outputs.firstIndex(where: { $0 === tensor }) { return SavedTensor(output: tensor, index: index) }
            return SavedTensor(tensor)
        }
    }
}

/// A recorded operation whose gradient is a closure.
public final class RecordedNode: Node {
    var savedTensors: [SavedTensor] = []
    private var gradient: ((_ grads: [Tensor?], _ node: RecordedNode) throws -> [Tensor?])?

    init(_ name: String, edges: [Edge?], _ gradient: @escaping ([Tensor?], RecordedNode) throws -> [Tensor?]) {
        self.gradient = gradient
        super.init(name: name, edges: edges)
    }

    /// A tensor given as `saving`. Throws when it was changed in place since, or freed.
    public func saved(_ index: Int) throws -> Tensor {
        guard index < savedTensors.count else { throw SavedTensor.freed }
        return try savedTensors[index].unpack(for: self)
    }

    public override func apply(_ grads: [Tensor?]) throws -> [Tensor?] {
        guard let gradient else { throw SavedTensor.freed }
        return try gradient(grads, self)
    }

    public override func release() {
        if savedTensors.isEmpty { return }
        savedTensors = []
        gradient = nil
    }
}
