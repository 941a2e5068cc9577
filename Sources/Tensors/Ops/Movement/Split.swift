// Defines split, chunk, unbind: several views that together show a whole tensor.

extension Tensor {
    /// Parts of the given sizes along a dimension.
    public func split(_ sizes: [Int], dim: Int = 0) throws -> [Tensor] {
        try parts(sizes, dim, "SplitWithSizesBackward0") {
            "split_with_sizes expects split_sizes to sum exactly to \($0) (input tensor's size at dimension \($1)), "
                + "but got split_sizes=\(sizes)"
        }
    }

    /// Parts of `size` elements along a dimension; the last may be smaller.
    public func split(_ size: Int, dim: Int = 0) throws -> [Tensor] {
        if rank == 0 { throw TensorError.runtime("split expects at least a 1-dimensional tensor") }
        if size < 0 { throw TensorError.runtime("split expects split_size be non-negative, but got split_size=\(size)") }
        let length = shape[try Shapes.wrap(dim, rank: rank)]
        if size == 0 && length != 0 {
            throw TensorError.runtime("split_size can only be 0 if dimension size is 0, but got dimension size of \(length)")
        }
        var sizes: [Int] = []
        var rest = length
        repeat {
            sizes.append(Swift.min(size, rest))
            rest -= Swift.min(size, rest)
        } while rest > 0
        return try parts(sizes, dim, "SplitBackward0") { _, _ in "" }
    }

    /// At most `chunks` parts of equal size (the last may be smaller).
    public func chunk(_ chunks: Int, dim: Int = 0) throws -> [Tensor] {
        if rank == 0 { throw TensorError.runtime("chunk expects at least a 1-dimensional tensor") }
        if chunks <= 0 { throw TensorError.runtime("chunk expects `chunks` to be greater than 0, got: \(chunks)") }
        let length = shape[try Shapes.wrap(dim, rank: rank)]
        let size = length / chunks + (length % chunks == 0 ? 0 : 1)
        if size == 0 {
            try Shapes.checkParts(chunks)
            return try split([Int](repeating: 0, count: chunks), dim: dim)
        }
        return try split(size, dim: dim)
    }

    /// The parts at each index of a dimension.
    public func unbind(dim: Int = 0) throws -> [Tensor] {
        if rank == 0 { throw TensorError.index("Dimension specified as 0 but tensor has no dimensions") }
        let d = try Shapes.wrap(dim, rank: rank)
        var sizes = shape
        var steps = strides
        sizes.remove(at: d)
        steps.remove(at: d)
        let views = try (0..<shape[d]).map { i in
            try bareView(Layout(shape: sizes, strides: steps, offset: layout.offset + i * strides[d]), dtype, .multiple)
        }
        let form = sizes
        Autograd.record("UnbindBackward0", [self], outputs: views) { [dtype] grads, _ in
            [try Tensor.stack(try grads.map { try $0 ?? Tensor.zeros(form, dtype) }, dim: d)]
        }
        return views
    }

    private func parts(_ sizes: [Int], _ dim: Int, _ name: String, _ mismatch: (Int, Int) -> String) throws -> [Tensor] {
        if rank == 0 { throw TensorError.runtime("split expects at least a 1-dimensional tensor") }
        let d = try Shapes.wrap(dim, rank: rank)
        guard sizes.allSatisfy({ $0 >= 0 }), sizes.reduce(0, &+) == shape[d] else { throw TensorError.runtime(mismatch(shape[d], d)) }
        var start = 0
        var forms: [Dims] = []
        let views = try sizes.map { size in
            var part = shape
            part[d] = size
            forms.append(part)
            defer { start += size }
            return try bareView(Layout(shape: part, strides: strides, offset: layout.offset + start * strides[d]), dtype, .multiple)
        }
        Autograd.record(name, [self], outputs: views) { [dtype, forms] grads, _ in
            var filled: [Tensor] = []
            for (i, grad) in grads.enumerated() { filled.append(try grad ?? Tensor.zeros(forms[i], dtype)) }
            return [try Tensor.cat(filled, dim: d)]
        }
        return views
    }
}
