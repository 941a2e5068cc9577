// Defines in-place changes: their checks, the version, and the history of what was changed, views included.

extension Tensor {
    /// Throws PyTorch's errors for tensors that may not be changed now.
    func checkChange(recorded: Bool) throws {
        if isInference && !Engine.current.inferenceMode {
            throw TensorError.runtime("Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to "
                + "get a normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.")
        }
        if layout.hasInternalOverlap {
            throw TensorError.runtime("unsupported operation: more than one element of the written-to tensor refers to a single memory "
                + "location. Please clone() the tensor before performing the operation.")
        }
        guard Engine.current.gradEnabled else { return }
        if let base = viewBase {
            if base.isLeaf && base.requiresGrad {
                throw TensorError.runtime("a view of a leaf Variable that requires grad is being used in an in-place operation.")
            }
            if recorded || requiresGrad || base.requiresGrad { try checkView() }
        } else if requiresGrad && isLeaf {
            throw TensorError.runtime("a leaf Variable that requires grad is being used in an in-place operation.")
        }
    }

    private func checkView() throws {
        switch viewKind {
        case .single: break
        case .noGrad:
            throw TensorError.runtime("A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given that "
                + "this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and "
                + "the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if "
                + "you want the inplace to be tracked).")
        case .multiple:
            throw TensorError.runtime("Output \(outputIndex) of \(meta?.node?.shortName ?? "Unbind") is a view and is being "
                + "modified inplace. This view is the output of a function that returns multiple views. Such functions do not allow the "
                + "output views to be modified inplace. You should replace the inplace operation by an out-of-place one.")
        }
    }

    /// Changes this tensor to what `body` makes of it, with PyTorch's checks and the history of `body`.
    ///
    /// The general way for every in-place operation: `x.inPlace(with: [y]) { try Op.atan2(.tensor($0), .tensor(y)) }`.
    /// - others: further inputs of the operation that may require grad
    @discardableResult
    public func inPlace(with others: [Tensor] = [], _ body: (Tensor) throws -> Tensor) throws -> Tensor {
        let records = Engine.current.gradEnabled && (requiresGrad || others.contains { $0.requiresGrad })
        try checkChange(recorded: records)
        let result = try body(records ? try shadow() : self)
        try overwrite(with: result)
        return self
    }

    /// Copies the elements of `source`, converted and broadcast; gradients flow to it (`x.copy_(source)`).
    @discardableResult
    public func copyInPlace(_ source: Tensor) throws -> Tensor {
        let records = Engine.current.gradEnabled && (requiresGrad || source.requiresGrad)
        try checkChange(recorded: records)
        try checkResult(dtype, Shapes.broadcast(shape, source.shape))
        let converted = try source.to(dtype)
        guard records else {
            try overwrite(with: converted)
            return self
        }
        let copy = try converted.expand(shape)
        let result = try copy.copied(as: dtype)
        _ = result.recorded("CopyBackwards", [self, copy]) { [shape, dtype] grad, _ in [try Tensor.zeros(shape, dtype), grad] }
        try overwrite(with: result)
        return self
    }

    /// Sets all elements to a number, or to that of a 0-d tensor.
    @discardableResult
    public func fillInPlace(_ value: Operand) throws -> Tensor { try fillInPlace(value, "FillBackward2") }

    /// Sets all elements to 0 (`x.zero_()`).
    @discardableResult
    public func zeroInPlace() throws -> Tensor { try fillInPlace(0, "ZeroBackward0") }

    private func fillInPlace(_ value: Operand, _ name: String) throws -> Tensor {
        let number: Number
        switch value {
        case .number(let given): number = given
        case .tensor(let given):
            guard given.rank == 0 else {
                throw TensorError.runtime("fill_ only supports 0-dimension value tensor but got tensor with \(given.rank) dimensions.")
            }
            if Engine.current.gradEnabled && given.requiresGrad { return try copyInPlace(given) }
            number = try given.item()
        }
        try checkChange(recorded: requiresGrad)
        try willChange()
        try fillElements(number)
        if Engine.current.gradEnabled && requiresGrad {
            let zeros = Tensor(dtype, layout, try computed())
            setHistory(of: zeros.recorded(name, [self]) { [shape, dtype] _, _ in [try Tensor.zeros(shape, dtype)] })
        }
        return self
    }

    /// A copy of the elements with the same history, which stays as it is when this tensor is changed.
    private func shadow() throws -> Tensor {
        let copy = try copied(as: dtype)
        if let edge { copy.attach(edge.node, edge.output) }
        return copy
    }

    /// Writes the elements of `result` here, converted and broadcast, and takes over its history.
    func overwrite(with result: Tensor) throws {
        try checkResult(result.dtype, result.shape)
        let overlaps = try result.computed() === computed()
        let source = overlaps ? try result.copied(as: result.dtype) : result
        try willChange()
        try assign(source)
        if Engine.current.gradEnabled, result.requiresGrad || requiresGrad { setHistory(of: result) }
    }

    /// An in-place result must fit the tensor it is written to.
    func checkResult(_ type: DType, _ sizes: Dims) throws {
        guard type.category <= dtype.category else {
            throw TensorError.runtime("result type \(type.scalarName) can't be cast to the desired output type \(dtype.scalarName)")
        }
        guard sizes == shape || Shapes.isExpandable(sizes, to: shape) else {
            throw TensorError.runtime("output with shape \(shape) doesn't match the broadcast shape \(sizes)")
        }
    }

    /// This tensor now holds the values of `result` and with them its history; a view passes them on to its base.
    func setHistory(of result: Tensor) {
        guard let base = viewBase else {
            if let edge = result.edge, result.shape == shape {
                attach(edge.node, edge.output)
            } else {
                meta?.node = nil
            }
            return
        }
        let node = CopySlices(base: base, region: layout, source: result)
        base.attach(node)
        refreshView(base)
    }

    /// Gives a view whose base was changed a history that starts at the base's.
    func refreshView(_ base: Tensor) {
        guard let memory else { return }
        viewVersion = memory.version
        guard base.requiresGrad else { return }
        let (own, whole) = (layout, base.layout)
        let node = RecordedNode("AsStridedBackward0", edges: [base.edge]) { grads, _ in
            guard let grad = grads[0] else { return [] }
            return [try grad.scattered(from: own, to: whole)]
        }
        node.outputs = [OutputForm(shape: shape, dtype: dtype)]
        attach(node)
    }
}

/// The history of a tensor part of which, seen through a view, was overwritten.
final class CopySlices: Node {
    private let region: Layout
    private let whole: Layout

    init(base: Tensor, region: Layout, source: Tensor) {
        self.region = region
        whole = base.layout
        super.init(name: "CopySlices", edges: [base.edge, source.edge])
        outputs = [OutputForm(shape: base.shape, dtype: base.dtype)]
    }

    /// The base gets the gradient outside the region, the new values that inside.
    override func apply(_ grads: [Tensor?]) throws -> [Tensor?] {
        guard let grad = grads[0] else { return [] }
        let inside = try grad.region(region, of: whole)
        let outside = needs(0) ? try grad - inside.scattered(from: region, to: whole) : nil
        return [outside, inside]
    }
}
