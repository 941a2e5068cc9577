// Defines tril, triu, their indices, diag, diag_embed, trace, block_diag: tensors built along diagonals.

extension Tensor {
    /// The lower triangle of (a stack of) matrices; elements above diagonal `k` are zero.
    public func tril(_ k: Int = 0) throws -> Tensor { try triangle(k, isLower: true) }

    /// The upper triangle of (a stack of) matrices; elements below diagonal `k` are zero.
    public func triu(_ k: Int = 0) throws -> Tensor { try triangle(k, isLower: false) }

    private func triangle(_ k: Int, isLower: Bool) throws -> Tensor {
        guard rank >= 2 else {
            throw TensorError.runtime("\(isLower ? "tril" : "triu"): input tensor must have at least 2 dimensions")
        }
        // Diagonals far outside are all alike.
        let k = Swift.min(Swift.max(k, -(1 << 40)), 1 << 40)
        let result = try dtype.visit(TriangleKernel(source: detach(), diagonal: k, isLower: isLower))
        return result.recorded(isLower ? "TrilBackward0" : "TriuBackward0", [self]) { grad, _ in
            [try grad.triangle(k, isLower: isLower)]
        }
    }

    /// Row and column numbers of the lower (or upper) triangle, as a 2 × n tensor.
    public static func triangleIndices(_ rows: Int, _ columns: Int, _ k: Int = 0, isLower: Bool, _ dtype: DType = .int64) throws -> Tensor {
        guard rows >= 0, columns >= 0 else {
            throw TensorError.runtime(rows < 0 ? "row must be non-negative, got\(rows)" : "col must be non-negative, got\(columns)")
        }
        return try Tensor.ones([rows, columns], .bool).triangle(k, isLower: isLower).nonzero().t().contiguous().to(dtype)
    }

    /// A vector as the diagonal of a square matrix, or the diagonal of a matrix as a vector.
    public func diag(_ k: Int = 0) throws -> Tensor {
        switch rank {
        case 1: return try diagEmbed(k)
        case 2:
            let part = try detach().diagonal(k).copied(as: dtype)
            let original = shape
            return part.recorded("DiagonalBackward0_copy", [self]) { grad, _ in
                [try grad.embedded(in: original, "DiagonalBackwardBackward0") { try $0.diagonal(k) }]
            }
        default: throw TensorError.runtime("diag(): Supports 1D or 2D tensors. Got \(rank)D")
        }
    }

    /// The elements in a row as the diagonal of a square matrix.
    public func diagflat(_ k: Int = 0) throws -> Tensor { try reshape([-1]).diagEmbed(k) }

    /// The last dimension as the diagonal of two dimensions.
    public func diagEmbed(_ k: Int = 0, _ first: Int = -2, _ second: Int = -1) throws -> Tensor {
        guard rank > 0 else { throw TensorError.index("Dimension out of range (expected to be in range of [-1, 0], but got -1)") }
        guard k.magnitude < 1 << 40 else { throw TensorError.runtime("Storage size calculation overflowed") }
        let size = shape[rank - 1] + Int(k.magnitude)
        let a = try Shapes.wrap(first, rank: rank + 1)
        let b = try Shapes.wrap(second, rank: rank + 1)
        guard a != b else { throw TensorError.runtime("diagonal dimensions cannot be identical \(first), \(second)") }
        var sizes = Array(shape.dropLast())
        sizes.insert(size, at: Swift.min(a, b))
        sizes.insert(size, at: Swift.max(a, b))
        let result = try Tensor.zeros(Dims(sizes), dtype)
        let place = try Engine.current.withoutGrad { try result.diagonal(k, a, b) }
        try place.assign(self)
        return result.recorded("DiagEmbedBackward0", [self]) { grad, _ in [try grad.diagonal(k, a, b)] }
    }

    /// The sum of the diagonal of a matrix.
    public func trace() throws -> Tensor {
        guard rank == 2 else { throw TensorError.runtime("trace: expected a matrix, but got tensor with dim \(rank)") }
        let result = try detach().diagonal().sum()
        let original = shape
        return result.recorded("TraceBackward0", [self]) { grad, _ in
            let length = Swift.min(original[0], original[1])
            return [try grad.expand([length]).embedded(in: original, "DiagonalBackwardBackward0") { try $0.diagonal() }]
        }
    }

    /// Matrices placed along the diagonal of a matrix of zeros.
    public static func blockDiag(_ tensors: [Tensor]) throws -> Tensor {
        let blocks = try tensors.map { tensor -> Tensor in
            guard tensor.rank <= 2 else {
                throw TensorError.runtime("torch.block_diag: Input tensors must have 2 or fewer dimensions. Input 0 has \(tensor.rank) dimensions")
            }
            return try tensor.rank == 2 ? tensor : tensor.reshape([1, -1])
        }
        let columns = blocks.reduce(0) { $0 + $1.shape[1] }
        var dtype = blocks.first?.dtype ?? Engine.current.defaultDType
        for block in blocks { dtype = DType.promote(dtype, block.dtype) }
        return try composed("BlockDiagBackward0", blocks) { blocks in
            if blocks.isEmpty { return try Tensor.zeros([1, 0], dtype) }
            var start = 0
            let rows = try blocks.map { block -> Tensor in
                defer { start += block.shape[1] }
                return try block.to(dtype).pad([start, columns - start - block.shape[1]])
            }
            return try Tensor.cat(rows)
        }
    }
}

/// Copies one side of a diagonal; the rest is zero.
private struct TriangleKernel: ElementVisitor {
    let source: Tensor
    let diagonal: Int
    let isLower: Bool

    func run<E: Element>(_: E.Type) throws -> Tensor {
        let (rows, columns) = (source.shape[source.rank - 2], source.shape[source.rank - 1])
        let zero = E(Number.int(0))
        return try source.withElements(E.self) { x in
            try Tensor.make(source.shape, E.self) { y in
                for line in 0..<(columns == 0 ? 0 : x.count / columns) {
                    let i = line % rows
                    // Elements of this row that belong to the lower side: 0 ..< split.
                    let end = isLower ? i.addingReportingOverflow(diagonal).partialValue + 1 : i.addingReportingOverflow(diagonal).partialValue
                    let split = min(max(end, 0), columns)
                    for j in 0..<columns {
                        let at = line * columns + j
                        y[at] = (j < split) == isLower ? x[at] : zero
                    }
                }
            }
        }
    }
}
