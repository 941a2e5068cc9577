// Defines batch_norm, instance_norm, group_norm and local_response_norm.

extension Tensor {
    /// Channels (dimension 1) brought to mean 0 and variance 1: by their own statistics when `training`, else by the running ones.
    /// In training the running statistics move towards the batch's by `momentum`, in place.
    public func batchNorm(
        runningMean: Tensor?, runningVar: Tensor?, weight: Tensor? = nil, bias: Tensor? = nil, training: Bool = false,
        momentum: Double = 0.1, eps: Double = 1e-5
    ) throws -> Tensor {
        guard rank >= 2 else { throw TensorError.runtime("batch_norm: expected at least 2 dimensions, but got \(shape)") }
        let channels = shape[1]
        if training, count == channels || count == 0 {
            throw TensorError.value("Expected more than 1 value per channel when training, got input size \(sizeText)")
        }
        let parameters = [("running_mean", runningMean), ("running_var", runningVar), ("weight", weight), ("bias", bias)]
        for (name, tensor) in parameters {
            if let tensor, tensor.count != channels {
                throw TensorError.runtime("\(name) should contain \(channels) elements not \(tensor.count)")
            }
            if tensor == nil, !training, name.hasPrefix("running") {
                throw TensorError.runtime("\(name) must be defined in evaluation mode")
            }
        }
        if dtype.computeType != dtype {
            let wide = dtype.computeType
            return try to(wide).batchNorm(
                runningMean: runningMean, runningVar: runningVar, weight: weight?.to(wide), bias: bias?.to(wide), training: training,
                momentum: momentum, eps: eps).to(dtype)
        }
        let kernel = ChannelNorm(
            source: detach(), weight: weight?.detach(), bias: bias?.detach(), fixedMean: training ? nil : runningMean,
            fixedVar: training ? nil : runningVar, eps: eps)
        let (result, means, scales, variances) = try device != nil && dtype.isFloatingPoint
            ? kernel.expression() : dtype.visitNative("batch_norm", kernel)
        if training {
            let samples = Double(count / Swift.max(channels, 1))
            try runningMean?.move(towards: means, by: momentum)
            try runningVar?.move(towards: variances * (samples / (samples - 1)), by: momentum)
        }
        let inputs = [self] + [weight, bias].compactMap { $0 }
        return result.recorded("NativeBatchNormBackward0", inputs, saving: [self, means, scales] + (weight.map { [$0] } ?? [])) { grad, node in
            let (x, weight) = (try node.saved(0), weight == nil ? nil : try node.saved(3))
            let grads: (Tensor, Tensor, Tensor)
            if Engine.current.gradEnabled || x.device != nil {
                grads = try x.batchNormExpression(grad, weight, training, eps, node.saved(1), node.saved(2))
            } else {
                let backward = ChannelNormBackward(
                    source: x, grad: grad, means: try node.saved(1), scales: try node.saved(2), weight: weight, isTraining: training)
                grads = try x.dtype.visitNative("batch_norm_backward", backward)
            }
            return [grads.0] + (weight == nil ? [] : [grads.1]) + (bias == nil ? [] : [grads.2])
        }
    }

    /// Running statistics: self · (1 − momentum) + target · momentum, without history.
    private func move(towards target: Tensor, by momentum: Double) throws {
        try Engine.current.withoutGrad {
            let moved = try self * (1 - momentum) + target.to(dtype) * momentum
            _ = try copyInPlace(moved)
        }
    }

    /// The gradients as tensor expressions, which can be differentiated again.
    private func batchNormExpression(
        _ grad: Tensor, _ weight: Tensor?, _ training: Bool, _ eps: Double, _ means: Tensor, _ scales: Tensor
    ) throws -> (Tensor, Tensor, Tensor) {
        let others = [0] + Array(2..<rank)
        let sizes = [1, -1] + [Int](repeating: 1, count: rank - 2)
        let mean = try training ? self.mean(dims: others, keepdim: true) : means.view(sizes)
        let centered = try self - mean
        let scale = try training
            ? Op.rsqrt(Op.square(centered).mean(dims: others, keepdim: true) + eps) : scales.view(sizes)
        let unit = try centered * scale
        let scaled = try weight.map { try grad * $0.view(sizes) } ?? grad
        var own = scaled
        if training {
            own = try scaled - scaled.mean(dims: others, keepdim: true) - unit * (scaled * unit).mean(dims: others, keepdim: true)
        }
        return (try own * scale, try (grad * unit).sum(dims: others), try grad.sum(dims: others))
    }

    /// Each channel of each sample brought to mean 0 and variance 1.
    public func instanceNorm(
        runningMean: Tensor? = nil, runningVar: Tensor? = nil, weight: Tensor? = nil, bias: Tensor? = nil, useInputStats: Bool = true,
        momentum: Double = 0.1, eps: Double = 1e-5
    ) throws -> Tensor {
        if useInputStats, count == shape[0] * shape[1] {
            throw TensorError.value("Expected more than 1 spatial element when training, got input size \(sizeText)")
        }
        let (samples, channels) = (shape[0], shape[1])
        func spread(_ tensor: Tensor?) throws -> Tensor? { try tensor?.repeat([samples]) }
        let (means, variances) = (try spread(runningMean), try spread(runningVar))
        let stacked = try view([1, samples * channels] + Array(shape.dropFirst(2)))
        let result = try stacked.batchNorm(
            runningMean: means, runningVar: variances, weight: spread(weight), bias: spread(bias), training: useInputStats,
            momentum: momentum, eps: eps)
        if useInputStats {
            for (running, moved) in [(runningMean, means), (runningVar, variances)] {
                guard let running, let moved else { continue }
                _ = try Engine.current.withoutGrad { try running.copyInPlace(moved.view([samples, channels]).mean(dims: [0])) }
            }
        }
        return try result.view(shape.array)
    }

    /// Groups of channels of each sample brought to mean 0 and variance 1, then scaled and shifted by channel.
    public func groupNorm(_ groups: Int, weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5) throws -> Tensor {
        guard rank >= 2 else { throw TensorError.runtime("Expected at least 2 dimensions for input tensor but received \(rank)") }
        guard groups > 0, shape[1] % groups == 0 else {
            throw TensorError.runtime("Expected number of channels in input to be divisible by num_groups, but got input of shape \(shape) and "
                + "num_groups=\(groups)")
        }
        let (samples, channels) = (shape[0], shape[1])
        for (name, tensor) in [("weight", weight), ("bias", bias)] {
            if let tensor, tensor.shape != [channels] {
                throw TensorError.runtime("Expected \(name) to be a vector of size equal to the number of channels in input, but got \(name) of "
                    + "shape \(tensor.shape) and input of shape \(shape)")
            }
        }
        if samples > 0, count == samples * groups {
            let spatial = shape.dropFirst(2).map { ", " + String($0) }.joined()
            throw TensorError.value("Expected more than 1 value per channel when training, got input size "
                + "[\(samples * channels / groups), \(groups)\(spatial)]")
        }
        let (original, sizes) = (shape, [1, -1] + [Int](repeating: 1, count: rank - 2))
        let inputs = [self] + [weight, bias].compactMap { $0 }
        return try Tensor.composed("NativeGroupNormBackward0", inputs) { parts in
            let x = parts[0]
            let width = x.count / Swift.max(samples * groups, 1)
            var result = try x.reshape([samples * groups, width]).layerNorm([width], eps: eps).reshape(original.array)
            if weight != nil { result = try result * parts[1].view(sizes) }
            if bias != nil { result = try result + parts[parts.count - 1].view(sizes) }
            return result
        }
    }

    /// Each element divided by a power of the mean square of its neighbours among the channels.
    public func localResponseNorm(_ size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1) throws -> Tensor {
        guard rank >= 3 else {
            throw TensorError.value("Expected 3D or higher dimensionality                          input (got \(rank) dimensions)")
        }
        let squares = try Op.square(self).unsqueeze(1)
        let flat = try squares.reshape([shape[0], 1, shape[1], count / Swift.max(shape[0] * shape[1], 1)])
        let padded = try flat.pad([0, 0, size / 2, (size - 1) / 2])
        let means = try padded.avgPool(PoolWindow(kernel: [size, 1], stride: [1]), spatial: 2).reshape(shape.array)
        return try self / Op.powNumber(.tensor(means * alpha + k), .number(.float(beta)))
    }
}
