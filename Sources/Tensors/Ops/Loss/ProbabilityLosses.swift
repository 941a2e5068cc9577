// Defines the losses of probabilities: binary cross entropy and Kullback-Leibler divergence.

extension Tensor {
    /// −(y · log x + (1 − y) · log(1 − x)) for probabilities x; logarithms are cut at −100.
    public func binaryCrossEntropy(_ target: Tensor, weight: Tensor? = nil, reduction: LossReduction = .mean) throws -> Tensor {
        guard shape == target.shape else {
            throw TensorError.value("Using a target size (\(target.sizeText)) that is different to the input size (\(sizeText)) is "
                + "deprecated. Please ensure they have the same size.")
        }
        guard dtype == target.dtype else {
            throw TensorError.runtime("Found dtype \(target.dtype.scalarName) but expected \(dtype.scalarName)")
        }
        for value in try elements(Double.self) where !(value >= 0 && value <= 1) {
            throw TensorError.runtime("all elements of input should be between 0 and 1")
        }
        let spread = try weight.map { try $0.expand(shape.array) }
        return try elementLoss("BinaryCrossEntropyBackward0", "binary_cross_entropy", target, reduction, value: { x, y in
            let rest = try Op.sub(1.0, .tensor(x))
            let hit = try y * Op.clampMin(Op.log(x), -100.0)
            let miss = try Op.sub(1.0, .tensor(y)) * Op.clampMin(Op.log(rest), -100.0)
            let loss = try Op.neg(hit + miss)
            return try spread.map { try loss * $0 } ?? loss
        }, slopes: { x, y in
            let rest = try Op.sub(1.0, .tensor(x))
            let slope = try (x - y) / Op.clampMin(x * rest, 1e-12)
            let other = try Op.log(rest) - Op.log(x)
            return (try spread.map { try slope * $0 } ?? slope, try spread.map { try other * $0 } ?? other)
        })
    }

    /// Binary cross entropy of sigmoid(x), computed without overflow; `posWeight` weighs the positive targets.
    public func binaryCrossEntropyWithLogits(
        _ target: Tensor, weight: Tensor? = nil, posWeight: Tensor? = nil, reduction: LossReduction = .mean
    ) throws -> Tensor {
        guard shape == target.shape else {
            throw TensorError.value("Target size (\(target.sizeText)) must be the same as input size (\(sizeText))")
        }
        guard target.dtype.isFloatingPoint else {
            throw TensorError.runtime("result type \(dtype.scalarName) can't be cast to the desired output type \(target.dtype.scalarName)")
        }
        let loss = "BinaryCrossEntropyWithLogitsBackward0"
        return try elementLoss(loss, "binary_cross_entropy_with_logits", target, reduction, value: { x, y in
            let tail = try Op.log1p(Op.exp(Op.neg(Op.abs(x)))) + Op.clampMin(Op.neg(x), 0.0)
            let factor = try posWeight.map { try Op.add(1.0, .tensor(($0 - 1) * y)) }
            let loss = try Op.sub(1.0, .tensor(y)) * x + (factor.map { try $0 * tail } ?? tail)
            return try weight.map { try loss * $0 } ?? loss
        }, slopes: { x, y in
            let probability = try Op.sigmoid(x)
            var slope = try probability - y
            var other = try Op.neg(x)
            if let posWeight {
                let positive = try posWeight * y
                slope = try (positive + Op.sub(1.0, .tensor(y))) * probability - positive
                other = try posWeight * (Op.logSigmoid(x) * -1) + Op.logSigmoid(Op.neg(x))
            }
            return (try weight.map { try slope * $0 } ?? slope, try weight.map { try other * $0 } ?? other)
        })
    }

    /// y · (log y − x) for log probabilities x. `batchMean` divides the sum by the size of the first dimension.
    public func klDiv(_ target: Tensor, reduction: LossReduction = .mean, batchMean: Bool = false, logTarget: Bool = false) throws -> Tensor {
        let losses = try logTarget
            ? Op.exp(target) * (target - self)
            : Op.xlogy(target, target) - target * self
        if batchMean { return try losses.sum() / Double(Swift.max(rank == 0 ? 1 : shape[0], 0)) }
        return try reduction.apply(losses)
    }

    /// `torch.Size([2, 3])`.
    var sizeText: String { "torch.Size(\(shape))" }
}
