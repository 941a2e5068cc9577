// Defines the dropout family: masks drawn from the generator, kept elements scaled up.

/// Which elements a dropout drops together.
public enum DropoutUnit: Sendable {
    /// Each element by itself.
    case element
    /// Whole channels of a sample (dimension 1).
    case channel
}

extension Tensor {
    /// Zeros elements with probability p and divides the others by 1 − p; nothing happens outside training.
    public func dropout(_ p: Double = 0.5, training: Bool = true, unit: DropoutUnit = .element) throws -> Tensor {
        try Tensor.checkDropout(p)
        if p == 0 || !training || count == 0 { return self }
        if p == 1 { return try Op.mul(self, Tensor.zeros([], dtype)) }
        let mask = try dropoutMask(p, unit)
        return try self * Op.div(mask, .number(.float(1 - p)))
    }

    private static func checkDropout(_ p: Double) throws {
        guard p >= 0, p <= 1 else {
            throw TensorError.value("dropout probability has to be between 0 and 1, but got \(ScalarText.str(p, .double))")
        }
    }

    /// Ones with probability 1 − p, drawn in memory order; the strides of the tensor are kept.
    private func dropoutMask(_ p: Double, _ unit: DropoutUnit) throws -> Tensor {
        switch unit {
        case .element:
            let mask = try Tensor.emptyLike(self)
            try mask.fillElements(.bernoulli(1 - p))
            return mask
        case .channel:
            guard rank >= 2 else {
                throw TensorError.runtime("Feature dropout requires at least 2 dimensions in the input")
            }
            let sizes = [shape[0], shape[1]] + [Int](repeating: 1, count: rank - 2)
            return try Tensor.random(Dims(sizes), .bernoulli(1 - p), dtype)
        }
    }

    /// New memory with the sizes and, if it is dense, the order of dimensions of another tensor.
    static func emptyLike(_ other: Tensor, _ type: DType? = nil) throws -> Tensor {
        let dtype = type ?? other.dtype
        if other.isContiguous { return try Tensor(empty: other.shape, dtype) }
        let order = (0..<other.rank).sorted { (-other.strides[$0], $0) < (-other.strides[$1], $1) }
        var strides = other.strides
        var step = 1
        for d in order.reversed() {
            if other.strides[d] != step && other.shape[d] != 1 { return try Tensor(empty: other.shape, dtype) }
            strides[d] = step
            step *= other.shape[d]
        }
        let storage = try Storage(byteCount: other.count * dtype.itemSize)
        return Tensor(dtype, Layout(shape: other.shape, strides: strides, offset: 0), storage)
    }

    /// Dropout that keeps mean and variance of SELU networks: dropped elements become −α'.
    public func alphaDropout(_ p: Double = 0.5, training: Bool = true, unit: DropoutUnit = .element) throws -> Tensor {
        try Tensor.checkDropout(p)
        if p == 0 || !training || count == 0 { return self }
        if p == 1 { return try Op.mul(self, Tensor.zeros([], dtype)) }
        let alpha = 1.7580993408473766
        let scale = 1 / ((alpha * alpha * p + 1) * (1 - p)).squareRoot()
        let mask = try dropoutMask(p, unit)
        let shift = try (mask - 1) * (alpha * scale) + alpha * scale * p
        return try self * (mask * scale) + shift
    }

    /// Leaky relu whose slopes are drawn from [lower, upper) in training; their mean otherwise.
    public func rrelu(lower: Double = 1.0 / 8, upper: Double = 1.0 / 3, training: Bool = false) throws -> Tensor {
        guard lower <= upper else {
            throw TensorError.runtime("Lower bound should be less than or equal to the upper bound")
        }
        if !training { return try Op.leakyRelu(self, .number(.float((lower + upper) / 2))) }
        let source = Engine.current.generator
        let slopes = try elements(Double.self).map { $0 <= 0 ? source.slope(lower: lower, upper: upper) : 1 }
        let factor = try Tensor.from(slopes, shape).to(dtype)
        return try named("RreluWithNoiseBackward0") { try $0 * factor }
    }

    /// Samples of the concrete distribution: softmax((x + Gumbel noise) / τ); `hard` gives one-hot vectors with soft gradients.
    public func gumbelSoftmax(tau: Double = 1, hard: Bool = false, dim: Int = -1) throws -> Tensor {
        let exponentials = try Tensor.emptyLike(self)
        try exponentials.fillElements(.exponential(rate: 1))
        let noise = try Op.neg(Op.log(exponentials))
        let soft = try ((self + noise) / tau).softmax(dim: dim)
        guard hard else { return soft }
        let index = try soft.detach().argmax(dim, keepdim: true)
        let oneHot = try Tensor.zeros(shape, dtype).scatter(dim: dim, index: index, value: 1)
        return try oneHot - soft.detach() + soft
    }
}
