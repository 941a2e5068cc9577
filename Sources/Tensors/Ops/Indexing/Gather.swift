// Defines gather, take_along_dim, take and index_select: new tensors of chosen elements.

extension Tensor {
    /// Storage positions (relative to the first element) that `index` names along `dim`, for gather and scatter.
    func positions(along dim: Int, _ index: Tensor, _ name: String) throws -> [Int] {
        guard index.dtype == .int64 || index.dtype == .int32 else {
            throw TensorError.runtime("\(name)(): Expected dtype int32/int64 for index")
        }
        let steps = rank == 0 ? Dims(repeating: 1, count: index.rank) : strides
        var others = steps
        if index.rank > 0 { others[dim] = 0 }
        let step = index.rank > 0 ? steps[dim] : 1
        let size = rank == 0 ? 1 : shape[dim]
        var result = index.rank == 0 ? [0] : Positions.list(index.shape, others)
        let values = try index.elements(Int.self)
        for k in 0..<result.count {
            guard values[k] >= 0, values[k] < size else {
                throw TensorError.runtime("index \(values[k]) is out of bounds for dimension \(dim) with size \(size)")
            }
            result[k] &+= values[k] &* step
        }
        return result
    }

    /// The index may be smaller than the tensor in all dimensions but `dim`.
    func checkIndexSizes(_ dim: Int, _ index: Tensor) throws {
        if index.count == 0 { return }
        guard Swift.max(index.rank, 1) == Swift.max(rank, 1) else {
            throw TensorError.runtime("Index tensor must have the same number of dimensions as input tensor")
        }
        for d in 0..<Swift.min(rank, index.rank) where d != dim && index.shape[d] > shape[d] {
            throw TensorError.runtime("Size does not match at dimension \(d) expected index \(index.shape) to be no larger than self "
                + "\(shape) apart from dimension \(dim)")
        }
    }

    /// Elements `self[…, index[…], …]` along a dimension; the result has the sizes of `index`.
    public func gather(dim: Int, index: Tensor) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        try checkIndexSizes(d, index)
        let places = index.count == 0 ? [] : try positions(along: d, index, "gather")
        let result = try IndexRead(source: detach(), plan: IndexPlan(positions: places, shape: index.shape)).result()
        let original = shape
        return result.recorded("GatherBackward0", [self]) { grad, _ in
            [try Tensor.zeros(original, grad.dtype).scatterAdd(dim: d, index: index, source: grad)]
        }
    }

    /// As gather, with both tensors broadcast in the other dimensions; without a dimension both are flattened.
    public func takeAlongDim(_ indices: Tensor, dim: Int?) throws -> Tensor {
        guard let dim else { return try reshape([-1]).gather(dim: 0, index: try indices.reshape([-1])) }
        guard rank == indices.rank else {
            throw TensorError.runtime("torch.take_along_dim(): input and indices should have the same number of dimensions, but got "
                + "\(rank) dimensions for input, and \(indices.rank) dimensions for indices")
        }
        let d = try Shapes.wrap(dim, rank: rank)
        var own = shape
        var theirs = indices.shape
        own[d] = 1
        theirs[d] = 1
        let common = try Shapes.broadcast(own, theirs)
        var wide = common
        wide[d] = shape[d]
        var wideIndex = common
        wideIndex[d] = indices.shape[d]
        let wrapped = try indices.wrappedIndices(size: shape[d])
        return try expand(wide.array).gather(dim: d, index: try wrapped.expand(wideIndex.array))
    }

    private func wrappedIndices(size: Int) throws -> Tensor {
        let values = try indexElements("torch.take_along_dim(): dtype of indices should be Long but got \(dtype.scalarName)")
        return try Tensor.from(values.map { $0 < 0 ? $0 + size : $0 }, shape)
    }

    /// Elements of the flattened tensor; the result has the sizes of `index`.
    public func take(_ index: Tensor) throws -> Tensor {
        guard index.dtype == .int64 else {
            throw TensorError.index("take(): Expected a long tensor for index, but got \(index.dtype.scalarName)")
        }
        let flat = try reshape([-1])
        if flat.count == 0, index.count > 0 { throw TensorError.index("take(): tried to take from an empty tensor") }
        try index.checkPositions(of: flat.count)
        return try named("TakeBackward0") {
            try $0.reshape([-1]).index(tensors: [index.reshape([-1])]).reshape(index.shape.array)
        }
    }

    /// - Throws: PyTorch's error where a number is no position, from the front or the back, in a tensor with `count` elements.
    public func checkPositions(of count: Int) throws {
        for value in try elements(Int.self) where Positions.wrap(value, count) == nil {
            throw TensorError.index("out of range: tried to access index \(value) on a tensor of \(count) elements.")
        }
    }

    /// Whole slices along a dimension, in the order of a 1-d index.
    public func indexSelect(dim: Int, index: Tensor) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        guard index.rank <= 1 else { throw TensorError.index("index_select(): Index is supposed to be a vector") }
        if index.dtype.isFloatingPoint { throw TensorError.runtime("index_select(): Expected dtype int32 or int64 for index") }
        let chosen = try index.indexElements("index_select(): Expected dtype int32 or int64 for index").map { value -> Int in
            let size = rank == 0 ? 1 : shape[d]
            guard value >= 0, value < size else {
                if d == 0 { throw TensorError.index("index out of range in self") }
                throw TensorError.runtime("INDICES element is out of DATA bounds, id=\(value) axis_dim=\(size)")
            }
            return value
        }
        if rank == 0 { return try index.rank == 0 ? clone() : reshape([1]).indexSelect(dim: 0, index: index) }
        var indices = [Tensor?](repeating: nil, count: rank)
        indices[d] = try Tensor.from(chosen)
        let source = detach()
        let result = try IndexRead(source: source, plan: IndexPlan(source, indices)).result()
        let original = shape
        return result.recorded("IndexSelectBackward0", [self]) { grad, _ in
            [try Tensor.zeros(original, grad.dtype).indexAdd(dim: d, index: index, source: grad)]
        }
    }
}
