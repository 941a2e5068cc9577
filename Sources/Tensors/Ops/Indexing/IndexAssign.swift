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
        guard values.layout.strides(expandedTo: shape) != nil else {
            throw TensorError.runtime(expandMessage(values.shape, shape))
        }
        try copyInPlace(values)
    }

    private func expandMessage(_ own: Dims, _ target: Dims) -> String {
        guard own.count <= target.count else {
            return "expand(torch.\(dtype.scalarName)Tensor{\(own)}, size=\(target)): the number of sizes provided (\(target.count)) must be greater or equal "
                + "to the number of dimensions in the tensor (\(own.count))"
        }
        for k in 1...Swift.max(own.count, 1) where k <= own.count {
            let (a, b, d) = (own[own.count - k], target[target.count - k], target.count - k)
            if a != b && a != 1 {
                return "The expanded size of the tensor (\(b)) must match the existing size (\(a)) at non-singleton dimension \(d).  Target "
                    + "sizes: \(target).  Tensor sizes: \(own)"
            }
        }
        return "shape mismatch: value tensor of shape \(own) cannot be broadcast to indexing result of shape \(target)"
    }
}
