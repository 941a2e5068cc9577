// Defines repeat, tile, repeat_interleave, flip, roll, rot90: results with elements in other places, copied.

extension Tensor {
    /// The tensor repeated along each dimension (more dimensions in front are allowed).
    public func `repeat`(_ repeats: [Int]) throws -> Tensor {
        guard repeats.count >= rank else {
            throw TensorError.runtime("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
        }
        let lead = repeats.count - rank
        var spread: [Int] = []
        var stretched: [Int] = []
        var target: [Int] = []
        for (i, times) in repeats.enumerated() {
            let size = i < lead ? 1 : shape[i - lead]
            if times != 1 {
                spread.append(1)
                stretched.append(times)
            }
            spread.append(size)
            stretched.append(size)
            let (length, overflow) = size.multipliedReportingOverflow(by: times)
            if overflow { throw TensorError.runtime("numel: integer multiplication overflow") }
            target.append(length)
        }
        if let negative = target.first(where: { $0 < 0 }) {
            throw TensorError.runtime("Trying to create tensor with negative dimension \(negative): \(target)")
        }
        let source = detach()
        let result = try Engine.current.withoutGrad { () throws -> Tensor in
            if spread.count <= Dims.capacity {
                return try source.reshape(spread).expand(stretched).copied(as: dtype).reshape(target).alias()
            }
            var tensor = try source.reshape(Array(repeating: 1, count: lead) + shape.array)
            for (i, times) in repeats.enumerated() where times != 1 {
                tensor = times == 0 ? try tensor.narrow(i, 0, 0).contiguous() : try Tensor.cat(Array(repeating: tensor, count: times), dim: i)
            }
            return try tensor.alias()
        }
        let own = shape
        return result.recorded("RepeatBackward0", [self]) { grad, _ in
            var total = grad
            for (i, times) in repeats.enumerated() where times != 1 {
                let size = i < lead ? 1 : own[i - lead]
                if times == 0 { return [try Tensor.zeros(own, grad.dtype)] }
                total = try total.unflatten(i, [times, size]).sum(dims: [i])
            }
            return [try total.reshape(own)]
        }
    }

    /// Each element (or each part along a dimension) repeated in place: a number of times, or as often as `repeats` says for each.
    public func repeatInterleave(_ repeats: Operand, _ dim: Int?) throws -> Tensor {
        let source = dim == nil ? try reshape([-1]) : self
        let d = try Shapes.wrap(dim ?? 0, rank: source.rank)
        let size = source.rank == 0 ? 1 : source.shape[d]
        let counts: [Int]
        switch repeats {
        case .number(let times): counts = Array(repeating: times.int, count: size)
        case .tensor(let tensor):
            if tensor.dtype != .int64 && tensor.dtype != .int32 {
                throw TensorError.runtime("repeats has to be Long or Int tensor")
            }
            let given = try tensor.elements(Int.self)
            guard given.count == size || given.count == 1 else {
                throw TensorError.runtime("repeats must have the same size as input along dim, but got repeats.size(0) = \(given.count) and "
                    + "input.size(0) = \(size)")
            }
            counts = given.count == size ? given : Array(repeating: given[0], count: size)
        }
        if counts.contains(where: { $0 < 0 }) { throw TensorError.runtime("repeats can not be negative") }
        try Shapes.checkCount(counts)
        var index: [Int] = []
        for (i, times) in counts.enumerated() { index += Array(repeating: i, count: times) }
        return try source.indexSelect(dim: d, index: Tensor.from(index))
    }

    /// The order of elements reversed along dimensions.
    public func flip(_ dims: [Int]) throws -> Tensor {
        let wrapped = try Shapes.wrap(dims, rank: rank)
        if rank == 0 { return try clone() }
        let result = try Tensor(empty: shape, dtype)
        var steps = strides
        var first = layout.offset
        for d in wrapped {
            steps[d] = -strides[d]
            first += (shape[d] - 1) * strides[d]
        }
        if count > 0 {
            try result.assign(Tensor(dtype, Layout(shape: shape, strides: steps, offset: first), computed()))
        }
        return result.recorded("FlipBackward0", [self]) { grad, _ in [try grad.flip(wrapped)] }
    }

    /// Elements moved along dimensions, those that leave at one end coming back at the other; no dims: over the flattened tensor.
    public func roll(_ shifts: [Int], _ dims: [Int]) throws -> Tensor {
        if dims.isEmpty {
            guard shifts.count == 1 else { throw TensorError.runtime("shifts and dimensions must align. shifts: \(shifts.count), dims:0") }
            let rolled = try Engine.current.withoutGrad { try detach().reshape([-1]).roll(shifts, [0]).reshape(shape).alias() }
            return rolled.recorded("RollBackward0", [self]) { grad, _ in [try grad.roll(shifts.map { 0 &- $0 }, [])] }
        }
        guard shifts.count == dims.count else {
            throw TensorError.runtime("shifts and dimensions must align. shifts: \(shifts.count), dims:\(dims.count)")
        }
        let source = detach()
        let result = try Engine.current.withoutGrad { () throws -> Tensor in
            var tensor = source
            for (shift, dim) in zip(shifts, dims) {
                let d = try Shapes.wrap(dim, rank: rank)
                let size = rank == 0 ? 1 : shape[d]
                if size == 0 || rank == 0 { continue }
                let cut = ((-shift % size) + size) % size
                tensor = try Tensor.cat([tensor.narrow(d, cut, size - cut), tensor.narrow(d, 0, cut)], dim: d)
            }
            return tensor === source ? try source.clone() : tensor
        }
        return result.recorded("RollBackward0", [self]) { grad, _ in [try grad.roll(shifts.map { 0 &- $0 }, dims)] }
    }

    /// Turned by `k` quarters in the plane of two dimensions.
    public func rot90(_ k: Int = 1, _ dims: [Int] = [0, 1]) throws -> Tensor {
        guard dims.count == 2 else {
            throw TensorError.runtime("expected total rotation dims == 2, but got dims = \(dims.count)")
        }
        let plane = try dims.map { try Shapes.wrap($0, rank: rank) }
        guard plane[0] != plane[1] else {
            throw TensorError.runtime("expected rotation dims to be different, but got dim0 = \(dims[0]) and dim1 = \(dims[1])")
        }
        switch ((k % 4) + 4) % 4 {
        case 1: return try flip([plane[1]]).transpose(plane[0], plane[1])
        case 2: return try flip(plane)
        case 3: return try flip([plane[0]]).transpose(plane[0], plane[1])
        default: return try clone()
        }
    }
}
