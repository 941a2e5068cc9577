// Defines masked_fill, masked_select and masked_scatter: elements chosen by a tensor of bools.

/// Sets the elements of contiguous memory where a mask is true to one value.
private struct MaskFill: ElementVisitor {
    let target: Tensor
    let mask: Tensor
    let value: Tensor

    func run<E: Element>(_: E.Type) throws {
        try target.withPointer(E.self) { elements in
            try mask.withPointer(Bool.self) { truths in
                try value.withPointer(E.self) { value in
                    let value = value.pointee
                    for k in 0..<target.count { elements[k] = truths[k] ? value : elements[k] }
                }
            }
        }
    }
}

extension Tensor {
    /// `self[mask] = value` for a mask of the same sizes and a 0-d value, in one pass and without history;
    /// false, and nothing done, where the memory does not lie in order.
    public func fill(where mask: Tensor, _ value: Tensor) throws -> Bool {
        guard isContiguous, mask.isContiguous, mask.shape == shape, mask.dtype == .bool else { return false }
        let filler = try value.detach().to(dtype)
        let aliased = try [mask.computed() === computed(), filler.computed() === computed()].contains(true)
        if aliased { return false }
        try checkChange(recorded: false)
        try willChange()
        try dtype.visit(MaskFill(target: self, mask: mask, value: filler))
        return true
    }

    /// The 0-d tensor or number where the mask is true, this tensor's elements elsewhere.
    public func maskedFill(_ mask: Tensor, _ value: Operand) throws -> Tensor {
        guard mask.dtype == .bool else {
            throw TensorError.runtime("masked_fill_ only supports boolean masks, but got mask with dtype \(mask.dtype.cName)")
        }
        let filler: Tensor
        switch value {
        case .tensor(let tensor):
            guard tensor.rank == 0 else {
                throw TensorError.runtime("masked_fill only supports a 0-dimensional value tensor, but got tensor with \(tensor.rank) dimension(s).")
            }
            filler = tensor
        case .number(let number):
            if number.category == .floating, !dtype.isFloatingPoint {
                throw TensorError.runtime("value cannot be converted to type \(dtype.fixedWidthName) without overflow")
            }
            filler = try Tensor.scalar(number, dtype)
        }
        let result = try Engine.current.withoutGrad { try Op.where(.tensor(mask), .tensor(filler.to(dtype)), .tensor(self)) }
        let original = shape
        return result.recorded("MaskedFillBackward0", [self, filler]) { grad, node in
            let own = node.needs(0) ? try grad.maskedFill(mask, 0).summed(to: original) : nil
            let zero = try Tensor.zeros([], grad.dtype)
            return [own, node.needs(1) ? try Op.where(.tensor(mask), .tensor(grad), .tensor(zero)).sum() : nil]
        }
    }

    /// The elements where the mask is true, as a 1-d tensor.
    public func maskedSelect(_ mask: Tensor) throws -> Tensor {
        guard mask.dtype == .bool else {
            throw TensorError.runtime("masked_select: expected BoolTensor for mask")
        }
        let shape = try Shapes.broadcast(self.shape, mask.shape)
        let wide = try expand(shape.array)
        let columns = try mask.expand(shape.array).nonzeroColumns()
        let source = try Engine.current.withoutGrad { try wide.rank == 0 ? wide.reshape([1]) : wide }
        let result = try source.detach().index(tensors: columns)
        let original = self.shape
        return result.recorded("MaskedSelectBackward0", [self]) { grad, _ in
            let zeros = try Tensor.zeros(source.shape, grad.dtype)
            return [try zeros.indexPut(tensors: columns, grad, accumulate: true).reshape(shape.array).summed(to: original)]
        }
    }

    /// A copy in which the elements where the mask is true are replaced by those of `source`, in order.
    public func maskedScatter(_ mask: Tensor, _ source: Tensor) throws -> Tensor {
        guard mask.dtype == .bool else { throw TensorError.runtime("masked_scatter_ only supports boolean masks, but got mask with dtype \(mask.dtype.cName)") }
        guard source.dtype == dtype else {
            throw TensorError.runtime("masked_scatter: expected self and source to have same dtypes but got \(dtype.scalarName) and \(source.dtype.scalarName)")
        }
        let columns = try mask.expand(shape.array).nonzeroColumns()
        let needed = columns[0].count
        guard source.count >= needed else {
            throw TensorError.runtime("masked_scatter: expected number of elements in mask to be <= number of elements in source, got \(needed) and \(source.count)")
        }
        let values = try source.reshape([-1]).slice(0, 0, needed)
        let result = try copied(as: dtype)
        try (rank == 0 ? result.reshape([1]) : result).writeElements(at: columns, values, accumulate: false)
        let size = source.shape
        return result.recorded("MaskedScatterBackward0", [self, source]) { grad, node in
            let own = node.needs(0) ? try grad.maskedFill(mask, 0) : nil
            guard node.needs(1) else { return [own, nil] }
            let taken = try grad.maskedSelect(mask.expand(grad.shape.array))
            let rest = try Tensor.zeros([(size.product ?? 0) - needed], grad.dtype)
            return [own, try Tensor.cat([taken, rest]).reshape(size.array)]
        }
    }
}
