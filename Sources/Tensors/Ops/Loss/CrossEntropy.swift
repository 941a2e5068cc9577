// Defines nll_loss and cross_entropy: losses of classes.

extension Tensor {
    /// −log p of the target class, weighted; `self` has log probabilities with the classes in dimension 1 (0 if 1-d).
    public func nllLoss(
        _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: LossReduction = .mean
    ) throws -> Tensor {
        if rank == 0 { throw TensorError.value("Expected 1 or more dimensions (got 0)") }
        let classes = rank == 1 ? shape[0] : shape[1]
        if rank > 1, target.rank == 0 || target.shape[0] != shape[0] {
            throw TensorError.value("Expected input batch_size (\(shape[0])) to match target batch_size (\(target.rank == 0 ? 1 : target.shape[0])).")
        }
        guard rank > 2 || target.rank <= 1 else { throw TensorError.runtime("0D or 1D target tensor expected, multi-target not supported") }
        guard target.dtype == .int64 || target.dtype == .uint8 else {
            throw TensorError.runtime("expected target dtype to be Long or Byte, but got \(target.dtype.scalarName)")
        }
        if let weight, weight.shape != [classes] {
            throw TensorError.runtime("weight tensor should be defined either for all \(classes) classes or no classes but got weight tensor "
                + "of shape: \(weight.shape)")
        }
        let wanted = rank == 1 ? [] : [shape[0]] + Array(shape.dropFirst(2))
        guard target.shape.array == wanted || (rank == 1 && target.count == 1) else {
            if rank == 4 { throw TensorError.runtime("size mismatch (got input: \(shape) , target: \(target.shape)") }
            throw TensorError.runtime("Expected target size [\(wanted.map(String.init).joined(separator: ", "))], got \(target.shape)")
        }
        return try pickedLoss(target, weight, ignoreIndex, reduction)
    }

    private func pickedLoss(_ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: LossReduction) throws -> Tensor {
        if dtype.computeType != dtype {
            let wide = try to(dtype.computeType).pickedLoss(target, weight?.to(dtype.computeType), ignoreIndex, reduction)
            return try wide.to(dtype)
        }
        let classTargets = try target.elements(Int.self)
        let weights = try weight?.detach().elements(Double.self)
        let strip = Strip(shape, rank == 1 ? 0 : 1)
        for value in classTargets where value != ignoreIndex && !(0..<strip.length).contains(value) {
            throw TensorError.index("Target \(value) is out of bounds.")
        }
        if device != nil, dtype.isFloatingPoint, rank <= 7 {
            return try deviceLoss(target, classTargets, weight, weights, ignoreIndex, reduction)
        }
        let kernel = PickedLoss(
            source: detach(), targets: classTargets, weights: weights, ignored: ignoreIndex, reduction: reduction, strip: strip,
            shape: rank == 1 ? target.shape : try Dims(Array(shape[0..<1]) + Array(shape.dropFirst(2))))
        let (result, total) = try dtype.visitNative("nll_loss_out_frame", kernel)
        let original = shape
        return result.recorded(rank == 4 ? "NllLoss2DBackward0" : "NllLossBackward0", [self]) { grad, _ in
            let factors = kernel.slopes(total: total)
            if !Engine.current.gradEnabled {
                let backward = PickedGradient(grad: grad, targets: classTargets, factors: factors, strip: strip, shape: original)
                return [try grad.dtype.visitNative("nll_loss_backward", backward)]
            }
            let spread = try Tensor.from(factors, kernel.shape).to(grad.dtype)
            let indices = try Tensor.from(classTargets.map { $0 == ignoreIndex ? 0 : $0 }, kernel.shape)
            let dim = original.count == 1 ? 0 : 1
            let scaled = try spread * grad
            let zeros = try Tensor.zeros(original, grad.dtype)
            let places = original.count == 1 && indices.rank == 1 ? indices : try indices.unsqueeze(dim)
            let values = original.count == 1 && indices.rank == 1 ? scaled : try scaled.unsqueeze(dim)
            return [try zeros.scatterAdd(dim: dim, index: places, source: values)]
        }
    }

    /// Cross entropy of logits and target classes (integers) or class probabilities (floats of the same shape).
    public func crossEntropy(
        _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: LossReduction = .mean, labelSmoothing: Double = 0
    ) throws -> Tensor {
        guard labelSmoothing >= 0, labelSmoothing <= 1 else {
            throw TensorError.runtime("label_smoothing must be between 0.0 and 1.0. Got: \(shortNumber(labelSmoothing))")
        }
        if rank == 0, !target.dtype.isFloatingPoint {
            throw TensorError.runtime("Expected floating point type for target with class probabilities, got \(target.dtype.scalarName)")
        }
        let dim = rank == 1 ? 0 : 1
        if shape == target.shape, target.dtype.isFloatingPoint {
            return try probabilityLoss(target, weight, reduction, labelSmoothing, dim)
        }
        let logs = try logSoftmax(dim: dim)
        if labelSmoothing == 0 { return try logs.nllLoss(target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction) }
        return try logs.smoothedLoss(target, weight, ignoreIndex, reduction, labelSmoothing, dim)
    }

    private func probabilityLoss(
        _ target: Tensor, _ weight: Tensor?, _ reduction: LossReduction, _ smoothing: Double, _ dim: Int
    ) throws -> Tensor {
        let logs = try logSoftmax(dim: dim)
        let classes = shape[dim]
        let goal = smoothing > 0 ? try target * (1 - smoothing) + smoothing / Double(classes) : target
        var terms = try logs * goal
        if let weight { terms = try terms * weight.alongClasses(rank) }
        switch reduction {
        case .none: return try Op.neg(terms.sum(dims: [dim]))
        case .sum: return try Op.neg(terms.sum())
        case .mean:
            let samples = Double(Swift.max(count / Swift.max(classes, 1), 1))
            return try Op.div(.tensor(Op.neg(terms.sum())), .number(.float(samples)), name: "DivBackward1")
        }
    }

    /// `self` has log probabilities: (1 − s) · nll + s / C · Σ over classes.
    private func smoothedLoss(
        _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: LossReduction, _ smoothing: Double, _ dim: Int
    ) throws -> Tensor {
        let hard = try nllLoss(target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
        var terms = try Op.neg(self)
        if let weight { terms = try terms * weight.alongClasses(rank) }
        let isIgnored = try Op.eq(target, .number(.int(ignoreIndex)))
        let smooth = try terms.sum(dims: [dim]).maskedFill(isIgnored, 0.0)
        let total: Tensor
        switch reduction {
        case .none: total = smooth
        case .sum: total = try smooth.sum()
        case .mean:
            let counts: Tensor
            if let weight {
                let safe = try target.maskedFill(isIgnored, 0)
                counts = try weight.detach().take(safe).maskedFill(isIgnored, 0.0).sum()
            } else {
                counts = try Op.logicalNot(isIgnored).sum().to(dtype)
            }
            total = try smooth.sum() / counts
        }
        return try hard * (1 - smoothing) + total * (smoothing / Double(shape[dim]))
    }

    private func alongClasses(_ rank: Int) throws -> Tensor {
        rank == 1 ? self : try view([1, -1] + [Int](repeating: 1, count: rank - 2))
    }
}

/// Picks −w · x at the target class of each position.
private struct PickedLoss: NativeVisitor {
    let source: Tensor
    let targets: [Int]
    let weights: [Double]?
    let ignored: Int
    let reduction: LossReduction
    let strip: Strip
    /// Sizes of the unreduced loss.
    let shape: Dims

    private func weight(_ target: Int) -> Double { target == ignored ? 0 : weights?[target] ?? 1 }

    /// The result and the sum of the weights.
    func run<E: NativeFloat>(_: E.Type) throws -> (Tensor, Double) {
        let losses = try source.withElements(E.self) { x -> [E] in
            targets.enumerated().map { position, target in
                if target == ignored { return 0 }
                let (row, column) = (position / strip.inner, position % strip.inner)
                return -E(weight(target)) * x[(row * strip.length + target) * strip.inner + column]
            }
        }
        let total = targets.reduce(0) { $0 + weight($1) }
        if reduction == .none { return (try Tensor.from(losses, shape), total) }
        let sum = losses.withUnsafeBufferPointer { $0.count == 0 ? 0 : Rows.sum($0.baseAddress!, $0.count) }
        let value = reduction == .mean ? sum / E(total) : sum
        return (try Tensor.from([value], []), total)
    }

    /// The derivatives of the result by the picked elements.
    func slopes(total: Double) -> [Double] {
        targets.map { target in
            let weight = weight(target)
            return reduction == .mean ? -weight / total : -weight
        }
    }
}

/// Zeros with a factor times the gradient at the target class of each position.
private struct PickedGradient: NativeVisitor {
    /// One number, or one for each position.
    let grad: Tensor
    let targets: [Int]
    let factors: [Double]
    let strip: Strip
    let shape: Dims

    func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
        let result = try Tensor.zeros(shape, E.dtype)
        try grad.withElements(E.self) { g in
            let out = try result.base(E.self)
            for (position, target) in targets.enumerated() where factors[position] != 0 {
                let (row, column) = (position / strip.inner, position % strip.inner)
                out[(row * strip.length + target) * strip.inner + column] = E(factors[position]) * g[g.count == 1 ? 0 : position]
            }
        }
        return result
    }
}
