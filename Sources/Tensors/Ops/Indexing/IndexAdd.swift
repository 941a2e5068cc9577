// Defines index_add, index_copy, index_fill: writing whole slices along a dimension.

extension Tensor {
    private func slicePlaces(_ name: String, _ dim: Int, _ index: Tensor) throws -> (Int, [Tensor?]) {
        let d = try Shapes.wrap(dim, rank: rank)
        guard index.rank <= 1 else { throw TensorError.index("\(name)(): Index is supposed to be a vector, but got dim: \(index.rank) with type: \(index.dtype.scalarName) and size: \(index.count)") }
        let values = try index.indexElements("\(name)(): Expected dtype int32/int64 for index")
        var indices = [Tensor?](repeating: nil, count: Swift.max(rank, 1))
        indices[d] = try Tensor.from(values)
        return (d, indices)
    }

    /// A copy with the slices of `source`, times `alpha`, added at the indices of a dimension.
    public func indexAdd(dim: Int, index: Tensor, source: Tensor, alpha: Number = 1) throws -> Tensor {
        let (d, places) = try slicePlaces("index_add", dim, index)
        guard source.dtype == dtype else {
            throw TensorError.runtime("index_add_(): self (\(dtype.scalarName)) and source (\(source.dtype.scalarName)) must have the same scalar type")
        }
        let length = source.rank == 0 ? 1 : source.shape[d]
        guard index.count == length else {
            throw TensorError.runtime("index_add_(): Number of indices (\(index.count)) should be equal to source.size(dim): (\(length)), for dim: \(d)")
        }
        let result = try copied(as: dtype)
        let scaled = try alpha.double == 1 ? source.detach() : Op.mul(.tensor(source.detach()), .number(alpha))
        try (rank == 0 ? result.reshape([1]) : result).writeElements(at: places, scaled, accumulate: true)
        return result.recorded("IndexAddBackward0", [self, source]) { grad, node in
            guard node.needs(1) else { return [grad, nil] }
            let part = try grad.indexSelect(dim: d, index: index)
            return [grad, try alpha.double == 1 ? part : Op.mul(.tensor(part), .number(alpha))]
        }
    }

    /// A copy with slices replaced by those of `source`.
    public func indexCopy(dim: Int, index: Tensor, source: Tensor) throws -> Tensor {
        let (d, places) = try slicePlaces("index_copy", dim, index)
        guard source.dtype == dtype else {
            throw TensorError.runtime("index_copy_(): self and source expected to have the same dtype, but got (self) "
                + "\(dtype.scalarName) and (source) \(source.dtype.scalarName)")
        }
        let length = source.rank == 0 ? 1 : source.shape[d]
        guard index.count == length else {
            throw TensorError.index("index_copy_(): Number of indices (\(index.count)) should be equal to source.size(dim) (\(length))")
        }
        let result = try copied(as: dtype)
        try (rank == 0 ? result.reshape([1]) : result).writeElements(at: places, source, accumulate: false)
        return result.recorded("IndexCopyBackward0", [self, source]) { grad, node in
            [node.needs(0) ? try grad.indexFill(dim: d, index: index, value: 0) : nil,
             node.needs(1) ? try grad.indexSelect(dim: d, index: index) : nil]
        }
    }

    /// A copy with slices filled with one number.
    public func indexFill(dim: Int, index: Tensor, value: Number) throws -> Tensor {
        let (d, places) = try slicePlaces("index_fill", dim, index)
        let result = try copied(as: dtype)
        try (rank == 0 ? result.reshape([1]) : result).writeElements(at: places, Tensor.scalar(value, dtype), accumulate: false)
        return result.recorded("IndexFillBackward0", [self]) { grad, _ in [try grad.indexFill(dim: d, index: index, value: 0)] }
    }
}
