// Defines max, min, amax, amin, argmax, argmin.

extension Tensor {
    /// The largest element.
    public func max() throws -> Tensor { try extreme("max", .maximum, "MaxBackward1") }
    /// The smallest element.
    public func min() throws -> Tensor { try extreme("min", .minimum, "MinBackward1") }

    private func extreme(_ name: String, _ kind: Reduction.Kind, _ record: String) throws -> Tensor {
        if count == 0 {
            throw TensorError.runtime("\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim "
                + "with the 'dim' argument.")
        }
        return try extremes(kind, nil, false, record)
    }

    /// The largest elements over dimensions; ties share the gradient.
    public func amax(_ dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        try checkExtreme("amax", dims)
        return try extremes(.maximum, dims, keepdim, "AmaxBackward0")
    }

    /// The smallest elements over dimensions; ties share the gradient.
    public func amin(_ dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        try checkExtreme("amin", dims)
        return try extremes(.minimum, dims, keepdim, "AminBackward0")
    }

    private func checkExtreme(_ name: String, _ dims: [Int]?) throws {
        if dims == nil || dims == [] {
            guard count == 0 else { return }
            throw TensorError.runtime("\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim "
                + "with the 'dim' argument.")
        }
        for d in try Shapes.wrap(dims ?? [], rank: rank) where rank > 0 && shape[d] == 0 {
            throw TensorError.index("\(name)(): Expected reduction dim \(d) to have non-zero size.")
        }
    }

    private func extremes(_ kind: Reduction.Kind, _ dims: [Int]?, _ keepdim: Bool, _ record: String) throws -> Tensor {
        let mask = try reducedMask(dims)
        let result = try reduced(kind, mask, keepdim: keepdim, work: dtype == .bool ? .int64 : nil, dtype: dtype)
        return result.recorded(record, [self], saving: [self, result]) { grad, node in
            let (x, y) = (try node.saved(0), try node.saved(1).restored(mask, keepdim: keepdim))
            let ties = try Op.eq(x, y).to(grad.dtype)
            let reducedDims = (0..<mask.count).filter { mask[$0] != 0 }
            let share = try ties / (mask.count == 0 ? ties : ties.sum(dims: reducedDims, keepdim: true))
            return [try share * grad.restored(mask, keepdim: keepdim)]
        }
    }

    /// The largest elements along a dimension and where they are (the first of equals).
    public func max(_ dim: Int, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        try located("max", dim, keepdim, "MaxBackward0", largest: true)
    }

    /// The smallest elements along a dimension and where they are.
    public func min(_ dim: Int, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        try located("min", dim, keepdim, "MinBackward0", largest: false)
    }

    private func located(
        _ name: String, _ dim: Int, _ keepdim: Bool, _ record: String, largest: Bool
    ) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        if rank > 0 && shape[d] == 0 {
            throw TensorError.index("\(name)(): Expected reduction dim \(d) to have non-zero size.")
        }
        let (values, indices) = try ExtremeScan.run(self, d, largest: largest, keepdim: keepdim)
        let size = rank == 0 ? 1 : shape[d]
        let original = shape
        Autograd.record(record, [self], outputs: [values]) { grads, _ in
            guard let grad = grads[0] else { return [] }
            if original.count == 0 { return [grad] }
            let places = keepdim ? indices : try indices.unsqueeze(d)
            var line = Dims(repeating: 1, count: original.count)
            line[d] = size
            let mask = try Op.eq(places, Tensor.arange(0, .int(size)).reshape(line))
            return [try Tensor.where(mask, .tensor(keepdim ? grad : grad.unsqueeze(d)), 0.0)]
        }
        return (values, indices)
    }

    /// Where the largest element is: in the flattened tensor, or along a dimension.
    public func argmax(_ dim: Int? = nil, keepdim: Bool = false) throws -> Tensor {
        try place("argmax", dim, keepdim, largest: true)
    }

    /// Where the smallest element is: in the flattened tensor, or along a dimension.
    public func argmin(_ dim: Int? = nil, keepdim: Bool = false) throws -> Tensor {
        try place("argmin", dim, keepdim, largest: false)
    }

    private func place(_ name: String, _ dim: Int?, _ keepdim: Bool, largest: Bool) throws -> Tensor {
        if dtype == .bool { throw TensorError.notImplemented("\(name)(): does not support bool input") }
        return try Engine.current.withoutGrad {
            guard let dim else {
                if count == 0 {
                    throw TensorError.index("\(name)(): Expected reduction dim to be specified for input.numel() == 0.")
                }
                let flat = try ExtremeScan.run(reshape([-1]), 0, largest: largest, keepdim: false).indices
                return keepdim ? try flat.reshape(Dims(repeating: 1, count: rank)) : flat
            }
            let d = try Shapes.wrap(dim, rank: rank)
            if rank > 0 && shape[d] == 0 {
                throw TensorError.index("\(name)(): Expected reduction dim \(d) to have non-zero size.")
            }
            return try ExtremeScan.run(self, d, largest: largest, keepdim: keepdim).indices
        }
    }
}

/// The search for the largest or smallest elements of rows; nan wins.
enum ExtremeScan {
    /// Values and positions along a dimension, without history.
    static func run(_ x: Tensor, _ dim: Int, largest: Bool, keepdim: Bool) throws -> (values: Tensor, indices: Tensor) {
        try Engine.current.withoutGrad {
            let plain = x.detach()
            let rows = x.rank == 0 ? try plain.reshape([1]) : try plain.movedim([dim], [-1])
            var shape = x.shape
            if x.rank > 0 { if keepdim { shape[dim] = 1 } else { shape.remove(at: dim) } }
            let work: DType = x.dtype.isFloatingPoint ? x.dtype.computeType : .int64
            let size = x.rank == 0 ? 1 : x.shape[dim]
            let values = try Tensor(empty: shape, work)
            let indices = try Tensor.make(shape, Int.self) { out in
                switch work.lane {
                case .float: try scan(rows, Float.self, size, largest, values, out)
                case .double: try scan(rows, Double.self, size, largest, values, out)
                case .int, .bool: try scan(rows, Int.self, size, largest, values, out)
                }
            }
            return (try values.to(x.dtype), indices)
        }
    }

    private static func scan<E: Element & Comparable>(
        _ rows: Tensor, _: E.Type, _ size: Int, _ largest: Bool, _ values: Tensor, _ indices: UnsafeMutableBufferPointer<Int>
    ) throws {
        try rows.withElements(E.self) { all in
            try values.withPointer(E.self) { out in
                for row in 0..<indices.count {
                    var best = all[row * size]
                    var at = 0
                    for i in 1..<Swift.max(size, 1) where i < size {
                        if best != best { break }
                        let value = all[row * size + i]
                        if value != value || (largest ? value > best : value < best) {
                            best = value
                            at = i
                        }
                    }
                    out[row] = best
                    indices[row] = at
                }
            }
        }
    }
}
