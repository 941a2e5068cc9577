// Defines matmul, which multiplies tensors of any ranks, and the products built on it.

extension Tensor {
    /// The `@` of Python: vectors, matrices and stacks of them, leading dimensions broadcast.
    public func matmul(_ other: Tensor) throws -> Tensor {
        switch (rank, other.rank) {
        case (0, _), (_, 0):
            throw TensorError.runtime("both arguments to matmul need to be at least 1D, but they are \(rank)D and \(other.rank)D")
        case (1, 1): return try dot(other)
        case (2, 1): return try mv(other)
        case (2, 2): return try mm(other)
        case (1, 2): return try unsqueeze(0).mm(other).squeezedInPlace()
        default: break
        }
        if rank >= 3 && other.rank <= 2 { return try foldedProduct(other) }
        return try stackedProduct(other)
    }

    /// A stack times one matrix or vector: all rows of the stack as one matrix.
    private func foldedProduct(_ other: Tensor) throws -> Tensor {
        let width = shape[rank - 1]
        let rows = try reshape([width == 0 ? shape.dropLast().reduce(1, *) : count / width, width])
        if other.rank == 1 { return try rows.mv(other).view(Array(shape.dropLast())) }
        let product = try rows.mm(other)
        let shape = Array(self.shape.dropLast()) + [other.shape[1]]
        return try product.unsafeView(shape)
    }

    /// A fresh row as a vector (`squeeze_(0)`).
    private func squeezedInPlace() throws -> Tensor {
        let row = shape
        let result = Tensor(dtype, try Layout(contiguous: [count]), try computed())
        return result.recorded("SqueezeBackward4", [self]) { grad, _ in [try grad.reshape(row)] }
    }

    /// The same elements with other sizes, as a result of its own (`_unsafe_view`).
    package func unsafeView(_ sizes: [Int]) throws -> Tensor {
        let target = try Dims(sizes)
        let result = Tensor(dtype, try Layout(contiguous: target), try contiguous().computed())
        let original = shape
        return result.recorded("UnsafeViewBackward0", [self]) { grad, _ in [try grad.reshape(original)] }
    }

    private func stackedProduct(_ other: Tensor) throws -> Tensor {
        let left = rank == 1 ? try unsqueeze(0) : self
        let right = other.rank == 1 ? try other.unsqueeze(1) : other
        let leadA = try Dims(left.shape.dropLast(2))
        let leadB = try Dims(right.shape.dropLast(2))
        let lead = try Shapes.broadcast(leadA, leadB)
        let (m, k, n) = (left.shape[left.rank - 2], left.shape[left.rank - 1], right.shape[right.rank - 1])
        let stack = lead.product ?? 0
        guard right.shape[right.rank - 2] == k else {
            throw TensorError.runtime("Expected size for first two dimensions of batch2 tensor to be: [\(stack), \(k)] but got: [\(stack), "
                + "\(right.shape[right.rank - 2])].")
        }
        let a = try left.expand(lead.array + [m, k]).reshape([stack, m, k])
        let b = try right.expand(lead.array + [k, n]).reshape([stack, k, n])
        let product = try a.bmm(b)
        var shape = lead.array
        if rank > 1 { shape.append(m) }
        if other.rank > 1 { shape.append(n) }
        return try product.unsafeView(shape)
    }

    /// All products of elements of two vectors.
    public func outer(_ other: Tensor) throws -> Tensor {
        guard rank == 1 else { throw TensorError.runtime("outer: Expected 1-D argument self, but got \(rank)-D") }
        guard other.rank == 1 else { throw TensorError.runtime("outer: Expected 1-D argument vec2, but got \(other.rank)-D") }
        return try reshape([count, 1]) * other
    }
}
