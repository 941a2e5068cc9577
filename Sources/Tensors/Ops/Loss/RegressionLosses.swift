// Defines the losses of regression: squared, absolute, smooth and Huber errors, and those of counts and variances.

extension Tensor {
    /// (x − y)².
    public func mseLoss(_ target: Tensor, reduction: LossReduction = .mean) throws -> Tensor {
        try elementLoss("MseLossBackward0", "mse_cpu", target, reduction, value: { try Op.square($0 - $1) }, slopes: {
            let slope = try ($0 - $1) * 2
            return (slope, try Op.neg(slope))
        })
    }

    /// |x − y|.
    public func l1Loss(_ target: Tensor, reduction: LossReduction = .mean) throws -> Tensor {
        try reduction.apply(Op.abs(self - target))
    }

    /// Quadratic below `beta`, linear above.
    public func smoothL1Loss(_ target: Tensor, beta: Double = 1, reduction: LossReduction = .mean) throws -> Tensor {
        guard beta >= 0 else { throw TensorError.runtime("smooth_l1_loss does not support negative values for beta.") }
        if beta == 0 { return try l1Loss(target, reduction: reduction) }
        return try elementLoss("SmoothL1LossBackward0", "smooth_l1_cpu", target, reduction, value: {
            let distance = try Op.abs($0 - $1)
            let near = try Op.square(distance) * 0.5 / beta
            return try Op.where(.tensor(Op.lt(distance, .number(.float(beta)))), .tensor(near), .tensor(distance - 0.5 * beta))
        }, slopes: {
            let slope = try Op.clamp(.tensor(($0 - $1) / beta), -1.0, 1.0)
            return (slope, try Op.neg(slope))
        })
    }

    /// Quadratic up to `delta`, linear above.
    public func huberLoss(_ target: Tensor, delta: Double = 1, reduction: LossReduction = .mean) throws -> Tensor {
        guard delta > 0 else { throw TensorError.runtime("huber_loss does not support non-positive values for delta.") }
        return try elementLoss("HuberLossBackward0", "huber_cpu", target, reduction, value: {
            let distance = try Op.abs($0 - $1)
            let near = try Op.square(distance) * 0.5
            let far = try (distance - 0.5 * delta) * delta
            return try Op.where(.tensor(Op.le(distance, .number(.float(delta)))), .tensor(near), .tensor(far))
        }, slopes: {
            let slope = try Op.clamp(.tensor($0 - $1), .number(.float(-delta)), .number(.float(delta)))
            return (slope, try Op.neg(slope))
        })
    }

    /// Negative log likelihood of counts under Poisson distributions with these rates, or logarithms of rates.
    public func poissonNLLLoss(
        _ target: Tensor, logInput: Bool = true, full: Bool = false, eps: Double = 1e-8, reduction: LossReduction = .mean
    ) throws -> Tensor {
        var loss = try logInput ? Op.exp(self) - target * self : self - target * Op.log(self + eps)
        if full {
            // Stirling's approximation of log(y!), for counts above one.
            let stirling = try target * Op.log(target) - target + Op.log(target * (2 * Double.pi)) * 0.5
            loss = try loss + Op.where(.tensor(Op.le(target, 1.0)), 0.0, .tensor(stirling))
        }
        return try reduction.apply(loss)
    }

    /// Negative log likelihood under normal distributions with these means and the given variances.
    public func gaussianNLLLoss(
        _ target: Tensor, variance: Tensor, full: Bool = false, eps: Double = 1e-6, reduction: LossReduction = .mean
    ) throws -> Tensor {
        var variance = variance
        if variance.shape != shape {
            if variance.rank == rank - 1, variance.shape.array == Array(shape.dropLast()) {
                variance = try variance.unsqueeze(-1)
            } else if !(variance.rank == rank && variance.shape.dropLast().elementsEqual(shape.dropLast()) && variance.shape.last == 1)
                && variance.count != 1 {
                throw TensorError.value("var is of incorrect size")
            }
        }
        if try variance.elements(Double.self).contains(where: { $0 < 0 }) {
            throw TensorError.value("var has negative entry/entries")
        }
        let clamped = try Engine.current.withoutGrad { try Op.clampMin(variance, .number(.float(eps))) - variance }
        let safe = try variance + clamped
        var loss = try (Op.log(safe) + Op.square(self - target) / safe) * 0.5
        if full { loss = try loss + 0.9189385332046727 }
        return try reduction.apply(loss)
    }
}
