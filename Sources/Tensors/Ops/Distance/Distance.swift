// Defines distances and similarities of vectors: pairwise_distance, cdist, pdist, cosine_similarity, normalize.

extension Tensor {
    /// Distance of vectors along the last dimension: ‖x − y + eps‖ₚ.
    public func pairwiseDistance(_ other: Tensor, p: Double = 2, eps: Double = 1e-6, keepdim: Bool = false) throws -> Tensor {
        let difference = try Op.add(.tensor(Op.sub(.tensor(self), .tensor(other))), .number(.float(eps)))
        return try difference.vectorNorm(p, dims: [Swift.max(difference.rank - 1, 0)], keepdim: keepdim, name: "NormBackward1")
    }

    /// Cosine of the angle between vectors along a dimension; lengths below `eps` count as `eps`.
    public func cosineSimilarity(_ other: Tensor, dim: Int = 1, eps: Double = 1e-8) throws -> Tensor {
        var promotion = Promotion()
        promotion.add(self)
        promotion.add(other)
        guard promotion.result.isFloatingPoint else {
            throw TensorError.runtime("expected common dtype to be floating point, yet common dtype is \(promotion.result.scalarName)")
        }
        let shape = try Shapes.broadcast(self.shape, other.shape)
        let d = try Shapes.wrap(dim, rank: shape.count)
        func unit(_ x: Tensor) throws -> Tensor {
            let wide = try x.to(promotion.result).expand(shape.array)
            let length = try wide.vectorNorm(2, dims: [d], keepdim: true)
            let safe = try Engine.current.withoutGrad { try Op.clampMin(length, .number(.float(eps))) - length }
            return try wide / (length + safe)
        }
        return try (unit(self) * unit(other)).sum(dims: [d])
    }

    /// Distances between all pairs of rows of two (stacks of) matrices.
    public func cdist(_ other: Tensor, p: Double = 2) throws -> Tensor {
        guard rank >= 2 else { throw TensorError.runtime("cdist only supports at least 2D tensors, X1 got: \(rank)D") }
        guard other.rank >= 2 else { throw TensorError.runtime("cdist only supports at least 2D tensors, X2 got: \(other.rank)D") }
        guard shape[rank - 1] == other.shape[other.rank - 1] else {
            throw TensorError.runtime("X1 and X2 must have the same number of columns. X1: \(shape[rank - 1]) X2: \(other.shape[other.rank - 1])")
        }
        guard p >= 0 else { throw TensorError.runtime("cdist only supports non-negative p values") }
        return try Tensor.composed("CdistBackward0", [self, other]) { parts in
            let differences = try parts[0].unsqueeze(-2) - parts[1].unsqueeze(-3)
            return try differences.vectorNorm(p, dims: [differences.rank - 1])
        }
    }

    /// Distances between all pairs of different rows, upper triangle row by row.
    public func pdist(p: Double = 2) throws -> Tensor {
        guard rank == 2 else { throw TensorError.runtime("pdist only supports 2D tensors, got: \(rank)D") }
        guard p >= 0 else { throw TensorError.runtime("pdist only supports non-negative p values") }
        guard dtype.isFloatingPoint else { throw TensorError.runtime("pdist only supports floating-point dtypes") }
        guard dtype == dtype.computeType else { throw TensorError.unsupported("pdist", dtype) }
        var (first, second): ([Int], [Int]) = ([], [])
        for i in 0..<shape[0] {
            for j in i + 1..<Swift.max(shape[0], i + 1) {
                first.append(i)
                second.append(j)
            }
        }
        let (left, right) = (try Tensor.from(first), try Tensor.from(second))
        return try named("PdistBackward0") { x in
            try (x.indexSelect(dim: 0, index: left) - x.indexSelect(dim: 0, index: right)).vectorNorm(p, dims: [1])
        }
    }

    /// Vectors along a dimension divided by their length, which is at least `eps`.
    public func normalized(p: Double = 2, dim: Int = 1, eps: Double = 1e-12) throws -> Tensor {
        let length = try vectorNorm(p, dims: [dim], keepdim: true)
        return try self / Op.clampMin(length, .number(.float(eps))).expand(shape.array)
    }
}
