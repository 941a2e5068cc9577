// Defines var and std.

extension Tensor {
    /// The mean of squared distances from the mean, divided by `n - correction`.
    public func variance(_ dims: [Int]? = nil, correction: Double = 1, keepdim: Bool = false) throws -> Tensor {
        let (result, distance, freedom, mask) = try spread(dims, correction, keepdim)
        return try result.to(dtype).recorded("VarBackward0", [self]) { grad, _ in
            [try grad.restored(mask, keepdim: keepdim) * distance() * (2 / freedom)]
        }
    }

    /// The square root of the variance.
    public func std(_ dims: [Int]? = nil, correction: Double = 1, keepdim: Bool = false) throws -> Tensor {
        let (variance, distance, freedom, mask) = try spread(dims, correction, keepdim)
        let result = try Op.sqrt(variance).to(dtype)
        return result.recorded("StdBackward0", [self], saving: [result]) { grad, node in
            let deviation = try node.saved(0)
            let scaled = try Tensor.where(Op.eq(deviation, 0.0), 0.0, .tensor(grad / (deviation * freedom)))
            return [try scaled.restored(mask, keepdim: keepdim) * distance()]
        }
    }

    /// The variance without history (of half types in float32), and what its gradient needs: the distances from the mean (computed anew, so that they can be
    /// differentiated), the divisor and the reduced dimensions.
    private func spread(
        _ dims: [Int]?, _ correction: Double, _ keepdim: Bool
    ) throws -> (Tensor, () throws -> Tensor, Double, Dims) {
        guard dtype.isFloatingPoint else {
            throw TensorError.notImplemented("std and var only support floating point and complex dtypes")
        }
        let mask = try reducedMask(dims)
        let reducedDims = (0..<rank).filter { mask[$0] != 0 }
        var n = 1
        for d in reducedDims { n *= shape[d] }
        let freedom = Swift.max(0, Double(n) - correction)
        let distance = { [self] in
            rank == 0 ? try self - mean() : try self - mean(dims: reducedDims, keepdim: true)
        }
        let work = dtype.computeType
        let result = try Engine.current.withoutGrad {
            let center = rank == 0 ? try to(work).mean() : try to(work).mean(dims: reducedDims, keepdim: true)
            return try Op.square(to(work) - center).reduced(.sum, mask, keepdim: keepdim, work: work, dtype: work, divisor: freedom)
        }
        return (result, distance, freedom, mask)
    }
}
