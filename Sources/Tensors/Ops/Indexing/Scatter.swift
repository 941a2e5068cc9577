// Defines scatter, scatter_add and scatter_reduce: writing elements to places along a dimension.

extension Tensor {
    /// The part of `source` that an index of smaller sizes uses.
    private func part(like index: Tensor) throws -> Tensor {
        if rank == 0 || index.rank == 0 { return self }
        var result = self
        for d in 0..<rank where index.shape[d] != shape[d] { result = try result.slice(d, 0, index.shape[d]) }
        return result
    }

    private func checkScatter(_ name: String, _ d: Int, _ index: Tensor, _ source: Tensor) throws {
        guard source.dtype == dtype else {
            throw TensorError.runtime("scatter(): Expected self.dtype to be equal to src.dtype")
        }
        if index.count == 0 { return }
        guard Swift.max(index.rank, 1) == Swift.max(rank, 1), Swift.max(index.rank, 1) == Swift.max(source.rank, 1) else {
            throw TensorError.runtime("Index tensor must have the same number of dimensions as \(index.rank == rank ? "src" : "self") tensor")
        }
        for k in 0..<Swift.min(rank, index.rank) {
            if (k != d && index.shape[k] > shape[k]) || index.shape[k] > source.shape[k] {
                throw TensorError.runtime("Expected index \(index.shape) to be no larger than self \(shape) apart from dimension \(d) "
                    + "and to be no larger size than src \(source.shape)")
            }
        }
    }

    /// A contiguous copy with `source` written or combined at the places of `index`; without history.
    private func scattered(_ name: String, _ d: Int, _ index: Tensor, _ source: Tensor, _ reduction: ScatterReduction?) throws -> Tensor {
        try checkScatter(name, d, index, source)
        let result = try copied(as: dtype)
        if index.count == 0 { return result }
        let places = try result.positions(along: d, index, name)
        let values = try Engine.current.withoutGrad { try source.part(like: index) }
        try IndexWrite(target: result, plan: IndexPlan(positions: places, shape: index.shape), values: values, reduction: reduction).apply()
        return result
    }

    /// A copy with the elements of `source` written to the places of `index` along a dimension.
    public func scatter(dim: Int, index: Tensor, source: Tensor) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        let result = try scattered("scatter", d, index, source, nil)
        let size = source.shape
        return result.recorded("ScatterBackward0", [self, source]) { grad, node in
            let own = node.needs(0) ? try grad.scatter(dim: d, index: index, value: 0) : nil
            return [own, node.needs(1) ? try grad.gather(dim: d, index: index).padded(to: size) : nil]
        }
    }

    /// A copy with one number written to the places of `index` along a dimension.
    public func scatter(dim: Int, index: Tensor, value: Number) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        let source = try Tensor.full(index.shape, value, dtype)
        let result = try scattered("scatter", d, index, source, nil)
        return result.recorded("ScatterBackward1", [self]) { grad, _ in [try grad.scatter(dim: d, index: index, value: 0)] }
    }

    /// A copy with the elements of `source` added at the places of `index` along a dimension.
    public func scatterAdd(dim: Int, index: Tensor, source: Tensor) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        let result = try scattered("scatter_add", d, index, source, .sum)
        let size = source.shape
        return result.recorded("ScatterAddBackward0", [self, source]) { grad, node in
            [grad, node.needs(1) ? try grad.gather(dim: d, index: index).padded(to: size) : nil]
        }
    }

    /// A copy with the elements of `source` combined at the places of `index`; `includeSelf` counts the present elements in.
    public func scatterReduce(
        dim: Int, index: Tensor, source: Tensor, reduction: ScatterReduction, includeSelf: Bool = true
    ) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        try checkScatter("scatter_reduce", d, index, source)
        let start = try includeSelf ? self : detach().scatter(dim: d, index: index, value: reduction.identity(dtype))
        var result = try start.detach().scattered("scatter_reduce", d, index, source, reduction)
        if reduction == .mean {
            let counts = try countsOfPlaces(d, index, includeSelf)
            result = try dtype.isFloatingPoint ? Op.div(result, counts) : Op.floorDivide(result, counts)
        }
        return try result.recordedReduction(self, d, index, source, reduction, includeSelf)
    }

    /// How many values meet at each place, at least one.
    private func countsOfPlaces(_ d: Int, _ index: Tensor, _ includeSelf: Bool) throws -> Tensor {
        let start = try Tensor.full(shape, includeSelf ? 1 : 0, dtype)
        let counts = try start.scatterAdd(dim: d, index: index, source: Tensor.full(index.shape, 1, dtype))
        return try Op.maximum(counts, Tensor.full([], 1, dtype))
    }

    private func recordedReduction(
        _ input: Tensor, _ d: Int, _ index: Tensor, _ source: Tensor, _ reduction: ScatterReduction, _ includeSelf: Bool
    ) throws -> Tensor {
        let size = source.shape
        return recorded("ScatterReduceBackward0", [input, source], saving: [input, source, self]) { grad, node in
            let (input, source, result) = (try node.saved(0), try node.saved(1), try node.saved(2))
            var own: Tensor
            var theirs: Tensor
            switch reduction {
            case .sum: (own, theirs) = (grad, try grad.gather(dim: d, index: index))
            case .mean:
                own = try grad / input.countsOfPlaces(d, index, includeSelf)
                theirs = try own.gather(dim: d, index: index)
            case .prod:
                let part = try grad * result
                own = try part / input
                theirs = try part.gather(dim: d, index: index) / source.part(like: index)
            case .amax, .amin:
                let isOwn = try Op.eq(input, result).to(grad.dtype)
                let isTheirs = try Op.eq(source.part(like: index), result.gather(dim: d, index: index)).to(grad.dtype)
                let start = try includeSelf ? isOwn : Tensor.zeros(input.shape, grad.dtype)
                let ties = try start.scatterAdd(dim: d, index: index, source: isTheirs)
                let share = try grad / Op.maximum(ties, Tensor.full([], 1, grad.dtype))
                own = try share * isOwn
                theirs = try share.gather(dim: d, index: index) * isTheirs
            }
            if !includeSelf { own = try own.scatter(dim: d, index: index, value: 0) }
            return [own, try theirs.padded(to: size)]
        }
    }

    /// Zeros behind the end of every dimension up to larger sizes.
    private func padded(to target: Dims) throws -> Tensor {
        if shape == target { return self }
        let original = shape
        let corner: (Tensor) throws -> Tensor = { whole in
            var part = whole
            for d in 0..<original.count { part = try part.slice(d, 0, original[d]) }
            return part
        }
        return try embedded(in: target, "ConstantPadNdBackward0", corner)
    }
}

extension ScatterReduction {
    /// The number that changes nothing.
    func identity(_ dtype: DType) -> Number {
        switch self {
        case .sum, .mean: .int(0)
        case .prod: .int(1)
        case .amax: dtype.isFloatingPoint ? .float(-.infinity) : .int(dtype == .bool ? 0 : Int(dtype.exactIntegers.lowerBound))
        case .amin: dtype.isFloatingPoint ? .float(.infinity) : .int(dtype == .bool ? 1 : Int(dtype.exactIntegers.upperBound))
        }
    }
}
