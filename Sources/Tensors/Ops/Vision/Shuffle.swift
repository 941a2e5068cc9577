// Defines pixel_shuffle, pixel_unshuffle, channel_shuffle, glu and bilinear.

extension Tensor {
    /// Channels moved into space: (…, C·r², H, W) becomes (…, C, H·r, W·r).
    public func pixelShuffle(_ factor: Int) throws -> Tensor {
        guard rank >= 3 else {
            throw TensorError.runtime("pixel_shuffle expects input to have at least 3 dimensions, but got input with \(rank) dimension(s)")
        }
        try Shapes.checkSmall([factor])
        guard factor > 0 else { throw TensorError.runtime("pixel_shuffle expects a positive upscale_factor, but got \(factor)") }
        let (c, h, w) = (shape[rank - 3], shape[rank - 2], shape[rank - 1])
        guard c % (factor * factor) == 0 else {
            throw TensorError.runtime("pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but "
                + "input.size(-3)=\(c) is not divisible by \(factor * factor)")
        }
        let lead = Array(shape.dropLast(3))
        let samples = lead.reduce(1, *)
        let channels = c / (factor * factor)
        return try named("PixelShuffleBackward0") {
            let parts = try $0.reshape([samples, channels, factor, factor, h, w]).permute([0, 1, 4, 2, 5, 3])
            return try parts.reshape(lead + [channels, h * factor, w * factor])
        }
    }

    /// Space moved into channels: (…, C, H·r, W·r) becomes (…, C·r², H, W).
    public func pixelUnshuffle(_ factor: Int) throws -> Tensor {
        guard rank >= 3 else {
            throw TensorError.runtime("pixel_unshuffle expects input to have at least 3 dimensions, but got input with \(rank) dimension(s)")
        }
        try Shapes.checkSmall([factor])
        guard factor > 0 else { throw TensorError.runtime("pixel_unshuffle expects a positive downscale_factor, but got \(factor)") }
        let (c, h, w) = (shape[rank - 3], shape[rank - 2], shape[rank - 1])
        for (name, size, place) in [("height", h, -2), ("width", w, -1)] where size % factor != 0 {
            throw TensorError.runtime("pixel_unshuffle expects \(name) to be divisible by downscale_factor, but input.size(\(place))=\(size) is not "
                + "divisible by \(factor)")
        }
        let lead = Array(shape.dropLast(3))
        let samples = lead.reduce(1, *)
        return try named("PixelUnshuffleBackward0") {
            let parts = try $0.reshape([samples, c, h / factor, factor, w / factor, factor]).permute([0, 1, 3, 5, 2, 4])
            return try parts.reshape(lead + [c * factor * factor, h / factor, w / factor])
        }
    }

    /// Channels of `groups` groups interleaved.
    public func channelShuffle(_ groups: Int) throws -> Tensor {
        guard rank > 2 else {
            throw TensorError.runtime("channel_shuffle expects input with > 2 dims, but got input with sizes \(shape)")
        }
        guard groups > 0, shape[1] % groups == 0 else {
            throw TensorError.runtime("Number of channels must be divisible by groups. Got \(shape[1]) channels and \(groups) groups.")
        }
        let sizes = shape.array
        return try named("ChannelShuffleBackward0") {
            try $0.reshape([sizes[0], groups, sizes[1] / groups, -1]).transpose(1, 2).reshape(sizes)
        }
    }

    /// The first half of a dimension times the sigmoid of the second.
    public func glu(_ dim: Int = -1) throws -> Tensor {
        guard rank > 0 else { throw TensorError.runtime("glu does not support 0-dimensional tensors") }
        let d = try Shapes.wrap(dim, rank: rank)
        guard shape[d] % 2 == 0 else {
            throw TensorError.runtime("Halving dimension must be even, but dimension \(d) is size \(shape[d])")
        }
        let half = shape[d] / 2
        return try named("GluBackward0") { try $0.narrow(d, 0, half) * Op.sigmoid($0.narrow(d, half, half)) }
    }

    /// Σ xᵢ · Wₖᵢⱼ · yⱼ + bₖ for weight W (out × in1 × in2).
    public func bilinear(_ other: Tensor, weight: Tensor, bias: Tensor? = nil) throws -> Tensor {
        for (k, tensor) in [(1, self), (2, other)] where tensor.shape[tensor.rank - 1] != weight.shape[k] {
            throw TensorError.runtime("bilinear(): input\(k) size does not match weight size: got \(tensor.shape[tensor.rank - 1]) but expected "
                + "\(weight.shape[k])")
        }
        let lead = Array(shape.dropLast())
        let (x, y) = (try reshape([-1, weight.shape[1]]), try other.reshape([-1, weight.shape[2]]))
        let (inner, outputs) = (weight.shape[1], weight.shape[0])
        let product = try Tensor.composed("TrilinearBackward0", [x, y, weight]) { parts in
            let (x, y, w) = (parts[0], parts[1], parts[2])
            // (out·in1 × in2) · yᵀ gives for each row of y the matrix applied to it.
            let applied = try y.matmul(w.reshape([outputs * inner, -1]).t()).reshape([-1, outputs, inner])
            return try (applied * x.unsqueeze(1)).sum(dims: [2])
        }
        let result = try product.view(lead + [outputs])
        return try bias.map { try result + $0 } ?? result
    }
}
