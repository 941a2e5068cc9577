// Defines the losses of margins: hinge, ranking, triplet, cosine, multi-margin and soft margin.

extension Tensor {
    /// x where the target is 1, max(0, margin − x) where it is −1.
    public func hingeEmbeddingLoss(_ target: Tensor, margin: Double = 1, reduction: LossReduction = .mean) throws -> Tensor {
        let below = try Op.clampMin(Op.sub(.number(.float(margin)), .tensor(self)), 0.0)
        let negative = try Op.where(.tensor(Op.ne(target, 1.0)), .tensor(below), 0.0)
        let positive = try Op.where(.tensor(Op.ne(target, -1.0)), .tensor(self), 0.0)
        return try reduction.apply(negative + positive)
    }

    /// max(0, −y · (x1 − x2) + margin).
    public func marginRankingLoss(_ other: Tensor, _ target: Tensor, margin: Double = 0, reduction: LossReduction = .mean) throws -> Tensor {
        guard rank == other.rank, rank == target.rank else {
            throw TensorError.runtime("margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: "
                + "\(sizeText), input2: \(other.sizeText), target: \(target.sizeText) ")
        }
        return try reduction.apply(Op.clampMin(Op.neg(target) * (self - other) + margin, 0.0))
    }

    /// max(0, d(anchor, positive) − d(anchor, negative) + margin); `self` is the anchor.
    public func tripletMarginLoss(
        _ positive: Tensor, _ negative: Tensor, margin: Double = 1, p: Double = 2, eps: Double = 1e-6, swap: Bool = false,
        reduction: LossReduction = .mean
    ) throws -> Tensor {
        guard rank == positive.rank, rank == negative.rank else {
            throw TensorError.runtime("The anchor, positive, and negative tensors are expected to have the same number of dimensions, but "
                + "got: anchor \(rank)D, positive \(positive.rank)D, and negative \(negative.rank)D inputs")
        }
        let near = try pairwiseDistance(positive, p: p, eps: eps)
        var far = try pairwiseDistance(negative, p: p, eps: eps)
        if swap { far = try Op.minimum(far, positive.pairwiseDistance(negative, p: p, eps: eps)) }
        return try reduction.apply(Op.clampMin(Op.add(.number(.float(margin)), .tensor(near)) - far, 0.0))
    }

    /// 1 − cos where the target is 1, max(0, cos − margin) where it is −1.
    public func cosineEmbeddingLoss(_ other: Tensor, _ target: Tensor, margin: Double = 0, reduction: LossReduction = .mean) throws -> Tensor {
        guard target.rank <= 1 else { throw TensorError.runtime("0D or 1D target tensor expected, multi-target not supported") }
        guard rank == target.rank + 1, other.rank == target.rank + 1 else {
            throw TensorError.runtime("\(target.rank)D target tensor expects \(target.rank + 1)D input tensors, but found inputs with "
                + "sizes \(shape) and \(other.shape).")
        }
        let dim = target.rank
        let tiny = 1e-12
        let product = try (self * other).sum(dims: [dim])
        let first = try (self * self).sum(dims: [dim]) + tiny
        let second = try (other * other).sum(dims: [dim]) + tiny
        let cosine = try product / Op.sqrt(first * second)
        let positive = try Op.sub(1.0, .tensor(cosine))
        let negative = try Op.clampMin(cosine - margin, 0.0)
        let hit = try Op.where(.tensor(Op.eq(target, 1.0)), .tensor(positive), 0.0)
        let miss = try Op.where(.tensor(Op.eq(target, -1.0)), .tensor(negative), 0.0)
        return try reduction.apply(hit + miss)
    }

    /// log(1 + exp(−y · x)).
    public func softMarginLoss(_ target: Tensor, reduction: LossReduction = .mean) throws -> Tensor {
        try elementLoss("SoftMarginLossBackward0", "soft_margin_loss", target, reduction, value: {
            try Op.log1p(Op.exp(Op.neg($1) * $0))
        }, slopes: {
            let weight = try Op.neg(Op.sigmoid(Op.neg($1) * $0))
            return (try $1 * weight, try $0 * weight)
        })
    }

    /// Mean over the classes of the binary cross entropies of logits.
    public func multilabelSoftMarginLoss(_ target: Tensor, weight: Tensor? = nil, reduction: LossReduction = .mean) throws -> Tensor {
        let hit = try target * Op.logSigmoid(self)
        let miss = try Op.sub(1.0, .tensor(target)) * Op.logSigmoid(Op.neg(self))
        var loss = try Op.neg(hit + miss)
        if let weight { loss = try loss * weight }
        return try reduction.apply(loss.sum(dims: [-1]) / Double(shape.last ?? 1))
    }

    /// Mean over the wrong classes of max(0, margin − x[target] + x)^p, for p 1 or 2.
    public func multiMarginLoss(
        _ target: Tensor, p: Int = 1, margin: Double = 1, weight: Tensor? = nil, reduction: LossReduction = .mean
    ) throws -> Tensor {
        guard p == 1 || p == 2 else { throw TensorError.value("only p == 1 and p == 2 supported") }
        let rows = rank == 1 ? try unsqueeze(0) : self
        let goals = target.rank == 0 ? try target.unsqueeze(0) : target
        guard goals.shape == [rows.shape[0]] else {
            throw TensorError.runtime("multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch "
                + "size). Expected target size [\(rows.shape[0])], but got \(goals.shape). Input has shape \(shape).")
        }
        let classes = rows.shape[1]
        for value in try goals.elements(Int.self) where !(0..<classes).contains(value) { throw TensorError.runtime("target out of range") }
        let index = try goals.unsqueeze(1)
        return try named("MultiMarginLossBackward0") { input in
            let rows = input.rank == 1 ? try input.unsqueeze(0) : input
            let own = try rows.gather(dim: 1, index: index)
            var terms = try Op.clampMin(rows - own + margin, 0.0)
            if p == 2 { terms = try Op.square(terms) }
            terms = try terms.scatter(dim: 1, index: index, value: 0)
            if let weight { terms = try terms * weight.indexSelect(dim: 0, index: goals).unsqueeze(1) }
            let losses = try terms.sum(dims: [1]) / Double(classes)
            return try reduction.apply(input.rank == 1 ? losses.squeeze([0]) : losses)
        }
    }

    /// For each wrong class and each target class (the list ends at −1): max(0, 1 − x[target] + x), over the number of classes.
    public func multilabelMarginLoss(_ target: Tensor, reduction: LossReduction = .mean) throws -> Tensor {
        let isVector = rank <= 1
        let goals = try target.reshape(isVector ? [1, -1] : target.shape.array)
        let classes = goals.shape[1]
        let rows = goals.shape[0]
        let lists = try goals.elements(Int.self)
        var mask = [Double](repeating: 0, count: rows * classes)
        for row in 0..<rows {
            for value in lists[row * classes..<(row + 1) * classes] {
                if value < 0 { break }
                guard value < classes else { throw TensorError.runtime("argument #2 target is out of range") }
                mask[row * classes + value] = 1
            }
        }
        let isTarget = try Tensor.from(mask, [rows, classes]).to(dtype)
        return try named("MultilabelMarginLossBackward0") { input in
            let x = try input.reshape([rows, classes])
            let gaps = try Op.clampMin(Op.sub(1.0, .tensor(x.unsqueeze(2))) + x.unsqueeze(1), 0.0)
            let pairs = try isTarget.unsqueeze(2) * Op.sub(1.0, .tensor(isTarget.unsqueeze(1)))
            let losses = try (gaps * pairs).sum(dims: [1, 2]) / Double(classes)
            return try reduction.apply(isVector ? losses.squeeze([0]) : losses)
        }
    }
}
