// Defines prod, cumsum and cumprod.

extension Tensor {
    /// The product of all elements; integers and bools multiply in int64.
    public func prod(dtype: DType? = nil) throws -> Tensor {
        let type = dtype ?? (self.dtype.isFloatingPoint ? self.dtype : .int64)
        let result = try reduced(.product, reducedMask(nil), keepdim: false, work: type == .bool ? .int64 : type, dtype: type)
        return result.recorded("ProdBackward0", [self], saving: [self]) { grad, node in
            let x = try node.saved(0)
            return [try (grad * x.reshape([-1]).productsOfOthers(0)).reshape(x.shape)]
        }
    }

    /// The product along a dimension.
    public func prod(_ dim: Int, keepdim: Bool = false, dtype: DType? = nil) throws -> Tensor {
        let type = dtype ?? (self.dtype.isFloatingPoint ? self.dtype : .int64)
        let d = try Shapes.wrap(dim, rank: rank)
        let mask = try reducedMask([d])
        let result = try reduced(.product, mask, keepdim: keepdim, work: type == .bool ? .int64 : type, dtype: type)
        return result.recorded("ProdBackward1", [self], saving: [self]) { grad, node in
            let x = try node.saved(0)
            return [try grad.restored(mask, keepdim: keepdim) * x.productsOfOthers(d)]
        }
    }

    /// For each element the product of all others along a dimension: those before times those behind. Exact for zeros.
    private func productsOfOthers(_ dim: Int) throws -> Tensor {
        if rank == 0 { return try Tensor.ones([], dtype) }
        let size = shape[dim]
        if size == 0 { return self }
        var edge = shape
        edge[dim] = 1
        let one = try Tensor.ones(edge, dtype)
        let before = try Tensor.cat([one, narrow(dim, 0, size - 1)], dim: dim).cumprod(dim)
        let behind = try Tensor.cat([one, narrow(dim, 1, size - 1).flip([dim])], dim: dim).cumprod(dim).flip([dim])
        return try before * behind
    }

    /// Running sums along a dimension.
    public func cumsum(_ dim: Int, dtype: DType? = nil) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        let result = try running(d, dtype, float: { $0 + $1 }, whole: { $0 &+ $1 })
        return result.recorded("CumsumBackward0", [self]) { grad, _ in
            [grad.rank == 0 ? grad : try grad.flip([d]).cumsum(d).flip([d])]
        }
    }

    /// Running products along a dimension.
    public func cumprod(_ dim: Int, dtype: DType? = nil) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        let result = try running(d, dtype, float: { $0 * $1 }, whole: { $0 &* $1 })
        return result.recorded("CumprodBackward0", [self], saving: [self, result]) { grad, node in
            let (x, y) = (try node.saved(0), try node.saved(1))
            if x.rank == 0 { return [grad] }
            if try !Op.eq(x, 0.0).any().item().isTrue {
                return [try (grad * y).flip([d]).cumsum(d).flip([d]) / x]
            }
            return [try x.cumprodSlope(grad, d)]
        }
    }

    /// The gradient of `cumprod` where elements are zero: for each element the products that contain it, without it.
    private func cumprodSlope(_ grad: Tensor, _ d: Int) throws -> Tensor {
        let size = shape[d]
        var edge = shape
        edge[d] = 1
        let one = try Tensor.ones(edge, dtype)
        var parts: [Tensor] = []
        for k in 0..<size {
            let before = k == 0 ? one : try narrow(d, 0, k).prod(d, keepdim: true)
            let behind = try Tensor.cat([one, narrow(d, k + 1, size - k - 1)], dim: d).cumprod(d)
            parts.append(try before * (grad.narrow(d, k, size - k) * behind).sum(dims: [d], keepdim: true))
        }
        return try Tensor.cat(parts, dim: d)
    }

    /// Running results along a dimension, without history; floats are accumulated in Double.
    private func running(
        _ dim: Int, _ dtype: DType?, float: (Double, Double) -> Double, whole: (Int, Int) -> Int
    ) throws -> Tensor {
        let type = dtype ?? (self.dtype.isFloatingPoint ? self.dtype : .int64)
        return try Engine.current.withoutGrad {
            let source = detach()
            if rank == 0 { return try source.copied(as: type) }
            let rows = try source.movedim([dim], [-1])
            let size = shape[dim]
            let result: Tensor
            if type.isFloatingPoint {
                result = type.lane == .double
                    ? try Tensor.scanned(rows, size, Double.self, float) : try Tensor.scanned(rows, size, Float.self, float)
            } else {
                result = try Tensor.scannedWhole(rows, size, whole)
            }
            return try result.movedim([-1], [dim]).contiguous().to(type).alias()
        }
    }

    private static func scanned<E: Element & BinaryFloatingPoint>(
        _ rows: Tensor, _ size: Int, _: E.Type, _ combine: (Double, Double) -> Double
    ) throws -> Tensor {
        try rows.withElements(E.self) { values in
            try make(rows.shape, E.self) { out in
                for row in 0..<(size == 0 ? 0 : values.count / size) {
                    var total = Double(values[row * size])
                    out[row * size] = values[row * size]
                    for i in (row * size + 1)..<Swift.max((row + 1) * size, row * size + 1) {
                        total = combine(total, Double(values[i]))
                        out[i] = E(total)
                    }
                }
            }
        }
    }

    private static func scannedWhole(_ rows: Tensor, _ size: Int, _ combine: (Int, Int) -> Int) throws -> Tensor {
        try rows.withElements(Int.self) { values in
            try make(rows.shape, Int.self) { out in
                for i in 0..<values.count { out[i] = i % size == 0 ? values[i] : combine(out[i - 1], values[i]) }
            }
        }
    }
}
