// Defines the loops of batch normalisation: statistics and scaling of each channel over samples and space.

/// A tensor seen as samples × channels × area.
private struct ChannelLayout: Sendable {
    let samples: Int
    let channels: Int
    let area: Int

    init(_ shape: Dims) {
        samples = shape[0]
        channels = shape[1]
        area = shape.dropFirst(2).reduce(1, *)
    }

    /// The first element of a channel of a sample.
    @inline(__always)
    func start(_ sample: Int, _ channel: Int) -> Int { (sample * channels + channel) * area }
}

/// Normalises channels. Results: the output; for each channel the mean, 1/√(variance + eps), and the biased variance.
struct ChannelNorm: NativeVisitor {
    let source: Tensor
    let weight: Tensor?
    let bias: Tensor?
    /// Statistics to use instead of the batch's own.
    let fixedMean: Tensor?
    let fixedVar: Tensor?
    let eps: Double

    func run<E: NativeFloat>(_: E.Type) throws -> (Tensor, Tensor, Tensor, Tensor) {
        let layout = ChannelLayout(source.shape)
        let channels = layout.channels
        let result = try Tensor(empty: source.shape, E.dtype)
        let means = try fixedMean?.detach().copied(as: E.dtype) ?? Tensor.zeros([channels], E.dtype)
        let variances = try fixedVar?.detach().copied(as: E.dtype) ?? Tensor.zeros([channels], E.dtype)
        let scales = try Tensor(empty: [channels], E.dtype)
        let gains = try weight?.elements(E.self) ?? [E](repeating: 1, count: channels)
        let shifts = try bias?.elements(E.self) ?? [E](repeating: 0, count: channels)
        try source.withElements(E.self) { input in
            nonisolated(unsafe) let (x, y) = (input.baseAddress!, try result.base(E.self))
            nonisolated(unsafe) let (m, v, s) = (try means.base(E.self), try variances.base(E.self), try scales.base(E.self))
            let (eps, isFixed) = (E(eps), fixedMean != nil)
            Parallel.stretches(channels, grain: max(1, 8192 / max(layout.samples * layout.area, 1))) { start, end in
                for channel in start..<end {
                    if !isFixed { (m[channel], v[channel]) = statistics(layout, x, channel) }
                    let scale = 1 / (v[channel] + eps).squareRoot()
                    s[channel] = scale
                    let gain = scale * gains[channel]
                    let shift = shifts[channel] - m[channel] * gain
                    for sample in 0..<layout.samples {
                        let at = layout.start(sample, channel)
                        for i in at..<at + layout.area { y[i] = x[i] * gain + shift }
                    }
                }
            }
        }
        return (result, means, scales, variances)
    }
}

/// Mean and biased variance of a channel, in two passes.
@inline(__always)
private func statistics<E: NativeFloat>(_ layout: ChannelLayout, _ x: UnsafePointer<E>, _ channel: Int) -> (E, E) {
    let count = E(layout.samples * layout.area)
    var sum: E = 0
    for sample in 0..<layout.samples { sum += Rows.sum(x + layout.start(sample, channel), layout.area) }
    let mean = sum / count
    var spread: E = 0
    for sample in 0..<layout.samples { spread += Rows.spread(x + layout.start(sample, channel), mean, layout.area) }
    return (mean, spread / count)
}

/// Gradients of `ChannelNorm`: of the input, of the weight, of the bias.
struct ChannelNormBackward: NativeVisitor {
    let source: Tensor
    let grad: Tensor
    let means: Tensor
    let scales: Tensor
    let weight: Tensor?
    let isTraining: Bool

    func run<E: NativeFloat>(_: E.Type) throws -> (Tensor, Tensor, Tensor) {
        let layout = ChannelLayout(source.shape)
        let own = try Tensor(empty: source.shape, E.dtype)
        let gainGrad = try Tensor(empty: [layout.channels], E.dtype)
        let shiftGrad = try Tensor(empty: [layout.channels], E.dtype)
        let gains = try weight?.detach().elements(E.self) ?? [E](repeating: 1, count: layout.channels)
        try source.withElements(E.self) { input in
            try grad.withElements(E.self) { grads in
                nonisolated(unsafe) let (x, g, t) = (input.baseAddress!, grads.baseAddress!, try own.base(E.self))
                nonisolated(unsafe) let (m, s) = (try means.base(E.self), try scales.base(E.self))
                nonisolated(unsafe) let (dw, db) = (try gainGrad.base(E.self), try shiftGrad.base(E.self))
                let isTraining = isTraining
                Parallel.stretches(layout.channels, grain: max(1, 8192 / max(layout.samples * layout.area, 1))) { start, end in
                    for channel in start..<end {
                        let (slope, total) = channelGradient(
                            layout, x, g, t, channel, mean: m[channel], scale: s[channel], gain: gains[channel], isTraining)
                        (dw[channel], db[channel]) = (slope, total)
                    }
                }
            }
        }
        return (own, gainGrad, shiftGrad)
    }
}

/// Writes the gradient of one channel's input; returns those of its weight and bias.
@inline(__always)
private func channelGradient<E: NativeFloat>(
    _ layout: ChannelLayout, _ x: UnsafePointer<E>, _ g: UnsafePointer<E>, _ t: UnsafeMutablePointer<E>, _ channel: Int, mean: E, scale: E,
    gain: E, _ isTraining: Bool
) -> (E, E) {
    var total: E = 0
    var product: E = 0
    for sample in 0..<layout.samples {
        let at = layout.start(sample, channel)
        total += Rows.sum(g + at, layout.area)
        product += Rows.product(g + at, x + at, mean, layout.area)
    }
    let count = E(layout.samples * layout.area)
    // dx = gain · scale · (g − mean(g) − (x − mean) · scale² · mean(g · (x − mean))), written as a·g + b·x + c.
    let a = gain * scale
    let b = isTraining ? -a * scale * scale * product / count : 0
    let c = isTraining ? -a * total / count - b * mean : 0
    for sample in 0..<layout.samples {
        let at = layout.start(sample, channel)
        for i in at..<at + layout.area { t[i] = a * g[i] + (b * x[i] + c) }
    }
    return (product * scale, total)
}

extension ChannelNorm {
    /// The same as an expression, which devices compute; without history.
    func expression() throws -> (Tensor, Tensor, Tensor, Tensor) {
        try Engine.current.withoutGrad {
            let others = [0] + Array(2..<source.rank)
            let sizes = [1, -1] + [Int](repeating: 1, count: source.rank - 2)
            let means = try fixedMean?.detach().copied(as: source.dtype) ?? source.mean(dims: others)
            let centered = try source - means.reshape(sizes)
            let variances = try fixedVar?.detach().copied(as: source.dtype) ?? Op.square(centered).mean(dims: others)
            let scales = try Op.rsqrt(variances + eps)
            let gain = try weight.map { try scales * $0.to(source.dtype) } ?? scales
            let scaled = try centered * gain.reshape(sizes)
            let result = try bias.map { try scaled + $0.to(source.dtype).reshape(sizes) } ?? scaled
            return (result, means, scales, variances)
        }
    }
}
