// Defines cat and stack: several tensors written one after the other.

extension Tensor {
    /// Tensors joined along a dimension. Their types are promoted; 1-d empty tensors are skipped, as in PyTorch.
    public static func cat(_ tensors: [Tensor], dim: Int = 0) throws -> Tensor {
        if tensors.isEmpty { throw TensorError.value("torch.cat(): expected a non-empty list of Tensors") }
        for (i, tensor) in tensors.enumerated() where tensor.rank == 0 {
            throw TensorError.runtime("zero-dimensional tensor (at position \(i)) cannot be concatenated")
        }
        let parts = tensors.filter { $0.shape != [0] }
        let first = parts.first ?? tensors[0]
        let d = try Shapes.wrap(dim, rank: first.rank)
        var shape = first.shape
        shape[d] = 0
        var promotion = tensors[0].dtype
        for tensor in tensors { promotion = DType.promote(promotion, tensor.dtype) }
        for (i, part) in parts.enumerated() {
            try checkJoin(first, part, d, i)
            shape[d] += part.shape[d]
        }
        let result = try Tensor(empty: shape, promotion)
        try result.fillParts(parts, d)
        let sizes = tensors.map { $0.shape == [0] ? 0 : $0.shape[d] }
        return result.recorded("CatBackward0", tensors) { grad, node in
            var start = 0
            return try sizes.enumerated().map { i, size in
                defer { start += size }
                return node.needs(i) ? size == 0 ? try Tensor.zeros(tensors[i].shape, grad.dtype) : try grad.slice(d, start, start + size) : nil
            }
        }
    }

    private static func checkJoin(_ first: Tensor, _ part: Tensor, _ d: Int, _ index: Int) throws {
        guard part.rank == first.rank else {
            throw TensorError.runtime("Tensors must have same number of dimensions: got \(first.rank) and \(part.rank)")
        }
        for k in 0..<first.rank where k != d && part.shape[k] != first.shape[k] {
            throw TensorError.runtime("Sizes of tensors must match except in dimension \(d). Expected size \(first.shape[k]) but got "
                + "size \(part.shape[k]) for tensor number \(index) in the list.")
        }
    }

    /// Copies parts side by side into this fresh tensor.
    private func fillParts(_ parts: [Tensor], _ d: Int) throws {
        var start = 0
        for part in parts {
            let place = Layout(shape: part.shape, strides: strides, offset: start * strides[d])
            try Tensor(dtype, place, computed()).assign(part, apart: true)
            start += part.shape[d]
        }
    }

    /// Tensors of equal sizes joined along a new dimension.
    public static func stack(_ tensors: [Tensor], dim: Int = 0) throws -> Tensor {
        guard let first = tensors.first else { throw TensorError.runtime("stack expects a non-empty TensorList") }
        for (i, tensor) in tensors.enumerated() where tensor.shape != first.shape {
            throw TensorError.runtime("stack expects each tensor to be equal size, but got \(first.shape) at entry 0 and "
                + "\(tensor.shape) at entry \(i)")
        }
        let d = try Shapes.wrap(dim, rank: first.rank + 1)
        var shape = first.shape
        try shape.insert(tensors.count, at: d)
        var promotion = first.dtype
        for tensor in tensors { promotion = DType.promote(promotion, tensor.dtype) }
        let result = try Tensor(empty: shape, promotion)
        try result.fillParts(try Engine.current.withoutGrad { try tensors.map { try $0.unsqueeze(d) } }, d)
        return result.recorded("StackBackward0", tensors) { grad, node in
            try (0..<tensors.count).map { node.needs($0) ? try grad.select(d, $0) : nil }
        }
    }
}
