// Defines padding: elements added around a tensor, constant or taken from the tensor itself.

/// What the added elements are.
public enum PaddingMode: Sendable {
    /// One number.
    case constant(Double)
    /// The tensor mirrored at its edge, which is not repeated.
    case reflect
    /// The edge repeated.
    case replicate
    /// The other end of the tensor.
    case circular

    fileprivate var name: String {
        switch self {
        case .constant: "constant"
        case .reflect: "Reflection"
        case .replicate: "Replication"
        case .circular: "circular"
        }
    }
}

extension Tensor {
    /// Adds elements before and after dimensions: pairs from the last dimension on, `[left, right, top, bottom, …]`.
    /// Negative numbers take elements away.
    public func pad(_ sizes: [Int], mode: PaddingMode = .constant(0)) throws -> Tensor {
        guard sizes.count % 2 == 0 else { throw TensorError.runtime("Padding length must be divisible by 2") }
        guard sizes.count <= 2 * rank else {
            throw TensorError.runtime("Padding length should be less than or equal to two times the input dimension but got padding length "
                + "\(sizes.count) and input of dimension \(rank)")
        }
        if case .constant(let value) = mode { return try constantPadded(sizes, value) }
        let axes = sizes.count / 2
        guard (1...3).contains(axes), rank == axes + 1 || rank == axes + 2 else {
            throw TensorError.notImplemented("Padding size \(sizes.count) is not supported for \(rank)D input tensor.\n"
                + "Supported combinations for non-constant padding:\n"
                + "  - 2D or 3D input: padding size = 2 (pads last dimension)\n"
                + "  - 3D or 4D input: padding size = 4 (pads last 2 dimensions)\n"
                + "  - 4D or 5D input: padding size = 6 (pads last 3 dimensions)")
        }
        let sources = try (0..<axes).map { axis in
            try source(mode, rank - 1 - axis, sizes[2 * axis], sizes[2 * axis + 1])
        }
        let last = rank - 1
        let padded: (Tensor) throws -> Tensor = { x in
            var result = x
            for (axis, indices) in sources.enumerated() {
                result = try result.indexSelect(dim: last - axis, index: Tensor.from(indices))
            }
            return result
        }
        if case .circular = mode { return try named("CopySlices", padded) }
        return try named("\(mode.name)Pad\(axes)DBackward0", padded)
    }

    /// For each element of a padded dimension the index it is taken from.
    private func source(_ mode: PaddingMode, _ dim: Int, _ before: Int, _ after: Int) throws -> [Int] {
        let size = shape[dim]
        switch mode {
        case .reflect:
            guard before < size, after < size else {
                throw TensorError.runtime("Argument #4: Padding size should be less than the corresponding input dimension, but got: padding "
                    + "(\(before), \(after)) at dimension \(dim) of input \(shape)")
            }
        case .circular:
            guard before <= size, after <= size else { throw TensorError.runtime("Padding value causes wrapping around more than once.") }
        case .constant, .replicate: break
        }
        guard size > 0, before + after + size > 0 else {
            throw TensorError.runtime("Expected a non-empty tensor with padding that leaves elements, but got: \(shape)")
        }
        return (-before..<size + after).map { k in
            switch mode {
            case .reflect: k < 0 ? -k : k >= size ? 2 * (size - 1) - k : k
            case .circular: ((k % size) + size) % size
            case .constant, .replicate: Swift.min(Swift.max(k, 0), size - 1)
            }
        }
    }

    private func constantPadded(_ sizes: [Int], _ value: Double) throws -> Tensor {
        var target = shape
        var inner = detach()
        for axis in 0..<sizes.count / 2 {
            let d = rank - 1 - axis
            let (before, after) = (sizes[2 * axis], sizes[2 * axis + 1])
            target[d] = shape[d] + before + after
            if before < 0 { inner = try inner.narrow(d, -before, inner.shape[d] + before) }
            if after < 0 { inner = try inner.narrow(d, 0, inner.shape[d] + after) }
            guard target[d] >= 0 else {
                throw TensorError.runtime("The input size \(shape[d]), plus negative padding \(before) and \(after) resulted in a negative "
                    + "output size, which is invalid. Check dimension \(d) of your input.")
            }
        }
        let result = try Tensor.full(target, .float(value), dtype)
        var place = result
        for axis in 0..<sizes.count / 2 {
            let d = rank - 1 - axis
            place = try Engine.current.withoutGrad { try place.narrow(d, Swift.max(sizes[2 * axis], 0), inner.shape[d]) }
        }
        try place.assign(inner)
        return result.recorded("ConstantPadNdBackward0", [self]) { grad, _ in [try grad.pad(sizes.map { -$0 })] }
    }
}
