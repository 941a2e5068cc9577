// Defines softmax, log_softmax and logsumexp along a dimension.

extension Tensor {
    /// Exponentials divided by their sum along a dimension.
    public func softmax(dim: Int, dtype: DType? = nil) throws -> Tensor {
        try normalised(dim, dtype, isLog: false)
    }

    /// Logarithms of `softmax`.
    public func logSoftmax(dim: Int, dtype: DType? = nil) throws -> Tensor {
        try normalised(dim, dtype, isLog: true)
    }

    private func normalised(_ dim: Int, _ type: DType?, isLog: Bool) throws -> Tensor {
        if let type, type != dtype { return try to(type).normalised(dim, nil, isLog: isLog) }
        let d = try Shapes.wrap(dim, rank: rank)
        let kernel = (isLog ? "log_softmax" : "softmax") + (d == Swift.max(rank, 1) - 1 ? "_lastdim_kernel_impl" : "_kernel_impl")
        let source = dtype.isFloatingPoint ? try detach().to(dtype.computeType) : detach()
        let forward = SoftmaxForward(source: source, strip: Strip(shape, d), isLog: isLog)
        let result = try source.device != nil && dtype.isFloatingPoint
            ? source.softmaxExpression(d, isLog: isLog).to(dtype) : source.dtype.visitNative(kernel, forward).to(dtype)
        return result.recorded(isLog ? "LogSoftmaxBackward0" : "SoftmaxBackward0", [self], saving: [result]) { grad, node in
            [try node.saved(0).softmaxGradient(grad, d, isLog: isLog)]
        }
    }

    /// The same as an expression, which devices compute as three kernels; without history.
    private func softmaxExpression(_ d: Int, isLog: Bool) throws -> Tensor {
        if count == 0 { return try clone() }
        let mask = try reducedMask([d])
        return try Engine.current.withoutGrad {
            let shifted = try self - reduced(.maximum, mask, keepdim: true, work: nil, dtype: dtype)
            let powers = try Op.exp(shifted)
            let total = try powers.sum(dims: [d], keepdim: true)
            return isLog ? try shifted - Op.log(total) : try powers / total
        }
    }

    /// The gradient of the input from this result and its gradient.
    func softmaxGradient(_ grad: Tensor, _ d: Int, isLog: Bool) throws -> Tensor {
        if Engine.current.gradEnabled || dtype.computeType != dtype || device != nil {
            if isLog { return try grad - Op.exp(self) * grad.sum(dims: [d], keepdim: true) }
            let part = try grad * self
            return try part - self * part.sum(dims: [d], keepdim: true)
        }
        return try dtype.visitNative("softmax", SoftmaxBackward(result: self, grad: grad, strip: Strip(shape, d), isLog: isLog))
    }

    /// Logarithm of the sum of exponentials over dimensions, safe for large numbers.
    public func logsumexp(dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        let source = dtype.isFloatingPoint ? self : try to(Engine.current.defaultDType)
        let all = Array(0..<rank)
        let wrapped = try dims.map { try Shapes.wrap($0, rank: rank) } ?? all
        let result = try Engine.current.withoutGrad { () -> Tensor in
            let mask = try source.reducedMask(wrapped)
            let top = try source.reduced(.maximum, mask, keepdim: true, work: nil, dtype: source.dtype)
            let finite = try Op.where(.tensor(Op.isfinite(top)), .tensor(top), .tensor(Tensor.zeros([], top.dtype)))
            let sum = try Op.exp(source - finite).sum(dims: wrapped, keepdim: true)
            let total = try Op.log(sum) + finite
            return keepdim ? total : try total.reshape(source.reducedShape(mask, keepdim: false).array)
        }
        return result.recorded("LogsumexpBackward0", [source], saving: [source, result]) { grad, node in
            let source = try node.saved(0)
            let mask = try source.reducedMask(wrapped)
            let total = try node.saved(1).restored(mask, keepdim: keepdim)
            return [try grad.restored(mask, keepdim: keepdim) * Op.exp(source - total)]
        }
    }
}

/// The rows of the last dimension one after the other, or all columns of an inner block together.
private struct SoftmaxForward: NativeVisitor {
    let source: Tensor
    let strip: Strip
    let isLog: Bool

    func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
        try source.withElements(E.self) { input in
            try Tensor.make(source.shape, E.self) { output in
                guard input.count > 0, let from = input.baseAddress, let to = output.baseAddress else { return }
                nonisolated(unsafe) let (from_, to_) = (from, to)
                let (length, inner, isLog) = (strip.length, strip.inner, isLog)
                Parallel.stretches(strip.outer, grain: max(1, 16_384 / (length * inner))) { start, end in
                    for row in start..<end {
                        let (x, y) = (from_ + row * length * inner, to_ + row * length * inner)
                        if inner == 1 { Softmax.row(x, y, length, isLog) } else { Softmax.columns(x, y, length, inner, isLog) }
                    }
                }
            }
        }
    }
}

private struct SoftmaxBackward: NativeVisitor {
    let result: Tensor
    let grad: Tensor
    let strip: Strip
    let isLog: Bool

    func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
        try result.withElements(E.self) { output in
            try grad.withElements(E.self) { grad in
                try Tensor.make(result.shape, E.self) { target in
                    guard output.count > 0, let y = output.baseAddress, let g = grad.baseAddress, let t = target.baseAddress else { return }
                    nonisolated(unsafe) let (y_, g_, t_) = (y, g, t)
                    let (length, inner, isLog) = (strip.length, strip.inner, isLog)
                    Parallel.stretches(strip.outer, grain: max(1, 16_384 / (length * inner))) { start, end in
                        for row in start..<end {
                            let at = row * length * inner
                            if inner == 1 {
                                Softmax.rowGradient(y_ + at, g_ + at, t_ + at, length, isLog)
                            } else {
                                Softmax.columnsGradient(y_ + at, g_ + at, t_ + at, length, inner, isLog)
                            }
                        }
                    }
                }
            }
        }
    }
}
