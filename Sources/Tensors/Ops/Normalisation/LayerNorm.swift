// Defines layer_norm, rms_norm and the row kernel of the norms that scale one row at a time.

extension Tensor {
    /// Each row of the last dimensions brought to mean 0 and variance 1, then scaled and shifted.
    public func layerNorm(_ normalized: [Int], weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5) throws -> Tensor {
        try checkNormalized(normalized, weight, bias)
        if dtype.computeType != dtype {
            let wide = dtype.computeType
            return try to(wide).layerNorm(normalized, weight: weight?.to(wide), bias: bias?.to(wide), eps: eps).to(dtype)
        }
        let width = normalized.reduce(1, *)
        if device != nil && dtype.isFloatingPoint && count > 0 { return try layerNormOnDevice(normalized, weight, bias, eps) }
        let kernel = RowNorm(source: detach(), width: width, weight: weight?.detach(), bias: bias?.detach(), eps: eps)
        let (result, means, scales) = try dtype.visitNative("LayerNormKernelImpl", kernel)
        let inputs = [self] + [weight, bias].compactMap { $0 }
        let (hasWeight, hasBias) = (weight != nil, bias != nil)
        return result.recorded("NativeLayerNormBackward0", inputs, saving: [self, means, scales] + (weight.map { [$0] } ?? [])) { grad, node in
            let x = try node.saved(0)
            let weight = hasWeight ? try node.saved(3) : nil
            if Engine.current.gradEnabled { return try x.layerNormExpression(grad, normalized, weight, hasBias, eps) }
            let backward = RowNormBackward(
                source: x, grad: grad, width: width, means: try node.saved(1), scales: try node.saved(2), weight: weight)
            let (own, scale, shift) = try x.dtype.visitNative("layer_norm_backward", backward)
            return [own] + (hasWeight ? [scale] : []) + (hasBias ? [shift] : [])
        }
    }

    /// The norm as an expression, which devices compute as three kernels.
    private func layerNormOnDevice(_ normalized: [Int], _ weight: Tensor?, _ bias: Tensor?, _ eps: Double) throws -> Tensor {
        let result = try Engine.current.withoutGrad {
            let dims = Array(rank - normalized.count..<rank)
            let centered = try self - mean(dims: dims, keepdim: true)
            let scale = try Op.rsqrt((centered * centered).mean(dims: dims, keepdim: true) + eps)
            let unit = try centered * scale
            let scaled = try weight.map { try unit * $0 } ?? unit
            return try bias.map { try scaled + $0 } ?? scaled
        }
        let inputs = [self] + [weight, bias].compactMap { $0 }
        let hasBias = bias != nil
        return result.recorded("NativeLayerNormBackward0", inputs, saving: [self] + (weight.map { [$0] } ?? [])) { grad, node in
            let weight = node.edges.count - (hasBias ? 1 : 0) > 1 ? try node.saved(1) : nil
            return try node.saved(0).layerNormExpression(grad, normalized, weight, hasBias, eps)
        }
    }

    /// The same gradients as tensor expressions, which can be differentiated again.
    private func layerNormExpression(_ grad: Tensor, _ normalized: [Int], _ weight: Tensor?, _ hasBias: Bool, _ eps: Double) throws -> [Tensor?] {
        let width = normalized.reduce(1, *)
        let rows = try reshape([-1, width])
        let g = try grad.reshape([-1, width])
        let centered = try rows - rows.mean(dims: [1], keepdim: true)
        let variance = try (centered * centered).mean(dims: [1], keepdim: true)
        let scale = try Op.rsqrt(variance + eps)
        let unit = try centered * scale
        let scaled = try weight.map { try g * $0.reshape([-1]) } ?? g
        let inner = try scaled - scaled.mean(dims: [1], keepdim: true)
        let own = try (inner - unit * (scaled * unit).mean(dims: [1], keepdim: true)) * scale
        var results: [Tensor?] = [try own.reshape(shape.array)]
        if weight != nil { results.append(try (g * unit).sum(dims: [0]).reshape(normalized)) }
        if hasBias { results.append(try g.sum(dims: [0]).reshape(normalized)) }
        return results
    }

    /// - Throws: PyTorch's errors for parameters or an input that do not have the normalised sizes.
    func checkNormalized(_ normalized: [Int], _ weight: Tensor?, _ bias: Tensor?) throws {
        guard !normalized.isEmpty else {
            throw TensorError.runtime("Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, "
                + "but got normalized_shape = []")
        }
        let text = "[" + normalized.map(String.init).joined(separator: ", ") + "]"
        for (name, parameter) in [("weight", weight), ("bias", bias)] {
            guard let parameter, parameter.shape.array != normalized else { continue }
            throw TensorError.runtime("Expected \(name) to be of same shape as normalized_shape, but got \(name) of shape "
                + "\(parameter.shape) and normalized_shape = \(text)")
        }
        guard rank >= normalized.count, Array(shape.suffix(normalized.count)) == normalized else {
            let wanted = normalized.map { ", " + String($0) }.joined()
            throw TensorError.runtime("Given normalized_shape=\(text), expected input with shape [*\(wanted)], but got input of size\(shape)")
        }
    }

    /// Each row of the last dimensions divided by its root mean square, then scaled.
    public func rmsNorm(_ normalized: [Int], weight: Tensor? = nil, eps: Double? = nil) throws -> Tensor {
        try checkNormalized(normalized, weight, nil)
        let small = eps ?? (dtype == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne))
        let dims = Array(rank - normalized.count..<rank)
        let square = try Op.mul(self, self).mean(dims: dims, keepdim: true)
        let scaled = try self * Op.rsqrt(square + small)
        return try weight.map { try scaled * $0 } ?? scaled
    }
}

/// Normalises rows. Results: the output, and for each row its mean and the factor 1/√(variance + eps).
struct RowNorm: NativeVisitor {
    let source: Tensor
    let width: Int
    let weight: Tensor?
    let bias: Tensor?
    let eps: Double

    func run<E: NativeFloat>(_: E.Type) throws -> (Tensor, Tensor, Tensor) {
        let rows = width == 0 ? 0 : source.count / width
        let (result, means, scales) = (
            try Tensor(empty: source.shape, E.dtype), try Tensor(empty: [rows], E.dtype), try Tensor(empty: [rows], E.dtype))
        let gains = try (weight ?? Tensor.ones([width], E.dtype)).to(E.dtype).contiguous()
        let shifts = try (bias ?? Tensor.zeros([width], E.dtype)).to(E.dtype).contiguous()
        try source.withElements(E.self) { input in
            nonisolated(unsafe) let x = input.baseAddress!
            nonisolated(unsafe) let (y, m, s) = (try result.base(E.self), try means.base(E.self), try scales.base(E.self))
            nonisolated(unsafe) let (w, b) = (try gains.base(E.self), try shifts.base(E.self))
            let (width, eps) = (width, E(eps))
            Parallel.stretches(rows, grain: max(1, 16_384 / max(width, 1))) { start, end in
                for row in start..<end {
                    let (from, to) = (x + row * width, y + row * width)
                    let mean = Rows.sum(from, width) / E(width)
                    let scale = 1 / (Rows.spread(from, mean, width) / E(width) + eps).squareRoot()
                    m[row] = mean
                    s[row] = scale
                    let shift = -mean * scale
                    for i in 0..<width { to[i] = b[i] + (from[i] * scale + shift) * w[i] }
                }
            }
        }
        return (result, means, scales)
    }
}

extension Tensor {
    /// Pointer to the first element. The tensor must be kept alive by the caller while it is used.
    @inline(__always)
    func base<E: Element>(_: E.Type) throws -> UnsafeMutablePointer<E> { try withPointer(E.self) { $0 } }
}

/// Gradients of `RowNorm`: of the input, of the weight, of the bias.
struct RowNormBackward: NativeVisitor {
    let source: Tensor
    let grad: Tensor
    let width: Int
    let means: Tensor
    let scales: Tensor
    let weight: Tensor?

    func run<E: NativeFloat>(_: E.Type) throws -> (Tensor, Tensor, Tensor) {
        let rows = width == 0 ? 0 : source.count / width
        let shape = weight?.shape ?? [width]
        let own = try Tensor(empty: source.shape, E.dtype)
        let (gainGrad, shiftGrad) = (try Tensor.zeros(shape, E.dtype), try Tensor.zeros(shape, E.dtype))
        let gains = try (weight?.detach() ?? Tensor.ones([width], E.dtype)).contiguous()
        // A fixed number of parts, so that the order of additions does not depend on the threads.
        let parts = max(1, min(16, rows / 64))
        let partial = try Tensor.zeros([parts, 2, max(width, 1)], E.dtype)
        try source.withElements(E.self) { input in
            try grad.withElements(E.self) { grads in
                nonisolated(unsafe) let (x, g) = (input.baseAddress!, grads.baseAddress!)
                nonisolated(unsafe) let (t, p) = (try own.base(E.self), try partial.base(E.self))
                nonisolated(unsafe) let (m, s) = (try means.base(E.self), try scales.base(E.self))
                nonisolated(unsafe) let w = try gains.base(E.self)
                let width = width
                Parallel.forEach(parts) { part in
                    let (dw, db) = (p + part * 2 * width, p + (part * 2 + 1) * width)
                    for row in part * rows / parts..<(part + 1) * rows / parts {
                        let at = row * width
                        backwardRow(x + at, g + at, t + at, w, dw, db, mean: m[row], scale: s[row], width)
                    }
                }
                let (dw, db) = (try gainGrad.base(E.self), try shiftGrad.base(E.self))
                for part in 0..<parts {
                    for i in 0..<width {
                        dw[i] += p[part * 2 * width + i]
                        db[i] += p[(part * 2 + 1) * width + i]
                    }
                }
            }
        }
        return (own, gainGrad, shiftGrad)
    }
}

/// One row of the gradient: t = scale · (g·w − mean(g·w) − x̂ · mean(g·w·x̂)), and the row's part of the parameter gradients.
@inline(__always)
private func backwardRow<E: NativeFloat>(
    _ x: UnsafePointer<E>, _ g: UnsafePointer<E>, _ t: UnsafeMutablePointer<E>, _ w: UnsafePointer<E>,
    _ dw: UnsafeMutablePointer<E>, _ db: UnsafeMutablePointer<E>, mean: E, scale: E, _ width: Int
) {
    let shift = -mean * scale
    for i in 0..<width {
        t[i] = g[i] * w[i]
        dw[i] += g[i] * (x[i] * scale + shift)
        db[i] += g[i]
    }
    let total = Rows.sum(t, width) / E(width)
    let slope = Rows.product(t, x, mean, width) * scale * scale / E(width)
    // With x̂ = (x − mean)·scale: t·scale − total·scale − (x − mean)·slope·scale.
    for i in 0..<width { t[i] = (t[i] - total - (x[i] - mean) * slope) * scale }
}
