// Defines assignment by an index expression: `x[…] = v`.

extension Tensor {
    /// `self[entries] = value`: the value is converted to this dtype and broadcast to the selection.
    public func indexAssign(_ entries: [Index], _ value: Operand) throws {
        let resolved = try ResolvedIndex(self, entries)
        let source: Tensor
        switch value {
        case .tensor(let tensor): source = try tensor.to(dtype)
        case .number(let number): source = try Tensor.scalar(number, dtype)
        }
        if resolved.isView { return try resolved.view.assignAll(source) }
        let view = resolved.view
        guard Engine.current.gradEnabled, view.requiresGrad || requiresGrad || source.requiresGrad else {
            if source.rank == 0, case .tensor(let mask)? = entries.first, mask.dtype == .bool, mask.shape == shape, rank > 0,
               try fill(where: mask, source) { return }
            return try view.assign(at: resolved.indices, source)
        }
        try view.inPlace(with: [source]) { try $0.indexPut(tensors: resolved.indices, source, accumulate: false) }
    }

    /// Overwrites this (view of a) tensor. Leading dimensions of size one of the source do not count.
    private func assignAll(_ source: Tensor) throws {
        var values = source
        while values.rank > rank, values.shape[0] == 1 { values = try values.squeeze([0]) }
        guard Shapes.isExpandable(values.shape, to: shape) else { throw TensorError.expansion(of: values.shape, dtype, to: shape) }
        try copyInPlace(values)
    }
}
