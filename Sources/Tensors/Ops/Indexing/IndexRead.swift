// Defines reading and writing by index expressions: `x[i, mask, 1:3]` and `index_put`.

extension Tensor {
    /// `x[…]`: a view where integers and slices suffice, else a new tensor.
    public func index(_ entries: [Index]) throws -> Tensor {
        let resolved = try ResolvedIndex(self, entries)
        if resolved.isView { return resolved.view === self ? try aliasView() : resolved.view }
        return try resolved.view.index(tensors: resolved.indices)
    }

    /// A view of the whole tensor: what `x[:]` and `x[...]` give.
    private func aliasView() throws -> Tensor { try viewed(layout, "AliasBackward0") { $0 } }

    /// The elements named by index tensors, one for each dimension (nil: all of it).
    public func index(tensors: [Tensor?]) throws -> Tensor {
        let source = detach()
        let plan = try IndexPlan(source, tensors)
        let result = try IndexRead(source: source, plan: plan).result()
        let original = shape
        return result.recorded("IndexBackward0", [self]) { grad, _ in
            [try Tensor.zeros(original, grad.dtype).indexPut(tensors: tensors, grad, accumulate: true)]
        }
    }

    /// A copy in which the elements named by index tensors are replaced by `values` (broadcast), or get them added.
    func indexPut(tensors: [Tensor?], _ values: Tensor, accumulate: Bool) throws -> Tensor {
        let result = try copied(as: dtype)
        try result.writeElements(at: tensors, values, accumulate: accumulate)
        let source = values.shape
        return result.recorded("IndexPutBackward0", [self, values]) { grad, node in
            let own = try accumulate || !node.needs(0) ? grad
                : grad.indexPut(tensors: tensors, Tensor.zeros([], grad.dtype), accumulate: false)
            return [own, node.needs(1) ? try grad.index(tensors: tensors).summed(to: source) : nil]
        }
    }

    /// The same with an index expression (`torch.index_put`): only integer and mask tensors.
    public func indexPut(_ indices: [Tensor], _ values: Tensor, accumulate: Bool = false) throws -> Tensor {
        let resolved = try ResolvedIndex(self, indices.map(Index.tensor))
        try checkIndexPut(values)
        return try resolved.view.indexPut(tensors: resolved.indices, values, accumulate: accumulate)
    }

    /// - Throws: PyTorch's error for values of another type.
    func checkIndexPut(_ values: Tensor) throws {
        guard values.dtype == dtype else {
            throw TensorError.runtime("Index put requires the source and destination dtypes match, got \(dtype.scalarName) for the "
                + "destination and \(values.dtype.scalarName) for the source.")
        }
    }

    /// `self[…] = values` with index tensors, one for each dimension (nil: all of it); without history.
    public func assign(at tensors: [Tensor?], _ values: Tensor) throws {
        let converted = try values.to(dtype)
        let overlaps = try converted.computed() === computed()
        let source = overlaps ? try converted.copied(as: dtype) : converted
        try checkChange(recorded: false)
        try willChange()
        try writeElements(at: tensors, source, accumulate: false)
    }

    /// Writes into the memory of this tensor; without history or version change. `values` are converted and broadcast.
    func writeElements(at tensors: [Tensor?], _ values: Tensor, accumulate: Bool) throws {
        let target = detach()
        let plan = try IndexPlan(target, tensors)
        guard values.layout.strides(expandedTo: plan.shape) != nil else {
            throw TensorError.runtime("shape mismatch: value tensor of shape \(values.shape) cannot be broadcast to indexing result of "
                + "shape \(plan.shape)")
        }
        let spread = try values.detach().expand(plan.shape.array)
        try IndexWrite(target: target, plan: plan, values: spread, reduction: accumulate ? .sum : nil).apply()
    }
}
