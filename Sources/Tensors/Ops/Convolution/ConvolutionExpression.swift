// Defines the products of a convolution as views, copies and matrix products, which devices compute; up to two spatial dimensions.

/// Columns are the patches of the input as a matrix for each group: (channel, kernel element) × (sample, output element).
struct ConvolutionExpression {
    private let geometry: ConvolutionGeometry
    private let ops: ConvolutionOps

    /// Nil for three spatial dimensions, whose patches have more dimensions than a tensor.
    init?(_ ops: ConvolutionOps) {
        geometry = ops.geometry
        self.ops = ops
        guard geometry.input.d == 1, geometry.kernel.d == 1, geometry.output.d == 1, geometry.padding.d == 0 else { return nil }
    }

    private var groups: Int { geometry.groups }
    private var patch: Int { geometry.inChannels * geometry.kernelArea }
    private var padded: (h: Int, w: Int) { (geometry.input.h + 2 * geometry.padding.h, geometry.input.w + 2 * geometry.padding.w) }

    /// weight ∗ x + bias.
    func output(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) throws -> Tensor {
        let product = try Tensor.product(matrices(weight), columns(x))
        let samples = try product.reshape([groups * geometry.outChannels, geometry.batch, geometry.outputArea]).permute([1, 0, 2])
        let result = try bias.map { try samples + $0.reshape([1, -1, 1]) } ?? samples.contiguous()
        return try result.reshape(ops.outputShape.array).alias()
    }

    /// The gradient of x: every patch is added back where it came from.
    func inputGradient(_ grad: Tensor, _ weight: Tensor) throws -> Tensor {
        let product = try Tensor.product(matrices(weight).transpose(1, 2), sideBySide(grad))
        let (kernel, output) = (geometry.kernel, geometry.output)
        let parts = try product.reshape([groups * geometry.inChannels, kernel.h, kernel.w, geometry.batch, output.h, output.w])
        let space = try Tensor.zeros([geometry.batch, groups * geometry.inChannels, padded.h, padded.w], grad.dtype)
        for i in 0..<kernel.h {
            for j in 0..<kernel.w {
                let target = try space.slice(2, i * geometry.dilation.h, nil, geometry.stride.h).slice(2, 0, output.h)
                    .slice(3, j * geometry.dilation.w, nil, geometry.stride.w).slice(3, 0, output.w)
                _ = try Op.add.inPlace(target, .tensor(parts.select(1, i).select(1, j).permute([1, 0, 2, 3])))
            }
        }
        let (top, left) = (geometry.padding.h, geometry.padding.w)
        let inside = try space.slice(2, top, top + geometry.input.h).slice(3, left, left + geometry.input.w)
        return try inside.contiguous().reshape(ops.inputShape.array).alias()
    }

    /// The gradient of the weight.
    func weightGradient(_ grad: Tensor, _ x: Tensor) throws -> Tensor {
        try Tensor.product(sideBySide(grad), columns(x).transpose(1, 2)).reshape(ops.weightShape.array).alias()
    }

    /// The weight as a matrix for each group.
    private func matrices(_ weight: Tensor) throws -> Tensor { try weight.reshape([groups, geometry.outChannels, patch]) }

    /// The output's gradient with all samples side by side: group × channel × (sample, element).
    private func sideBySide(_ grad: Tensor) throws -> Tensor {
        let samples = try grad.reshape([geometry.batch, groups * geometry.outChannels, geometry.outputArea])
        return try samples.permute([1, 0, 2]).reshape([groups, geometry.outChannels, geometry.batch * geometry.outputArea])
    }

    private func columns(_ x: Tensor) throws -> Tensor {
        let plain = try x.reshape([geometry.batch, groups * geometry.inChannels, geometry.input.h, geometry.input.w])
        let space = try paddedInput(plain)
        let (sample, channel, row, column) = (space.strides[0], space.strides[1], space.strides[2], space.strides[3])
        let (kernel, output, dilation, stride) = (geometry.kernel, geometry.output, geometry.dilation, geometry.stride)
        let shape: Dims = [groups, geometry.inChannels, kernel.h, kernel.w, geometry.batch, output.h, output.w]
        let strides: Dims = [
            geometry.inChannels * channel, channel, dilation.h * row, dilation.w * column, sample, stride.h * row, stride.w * column,
        ]
        let patches = Tensor(space.dtype, Layout(shape: shape, strides: strides, offset: space.layout.offset), try space.computed())
        return try patches.copied(as: space.dtype).reshape([groups, patch, geometry.batch * geometry.outputArea])
    }

    private func paddedInput(_ x: Tensor) throws -> Tensor {
        let (top, left) = (geometry.padding.h, geometry.padding.w)
        if top == 0 && left == 0 { return x }
        let space = try Tensor.zeros([x.shape[0], x.shape[1], padded.h, padded.w], x.dtype)
        try space.slice(2, top, top + geometry.input.h).slice(3, left, left + geometry.input.w).assign(x)
        return space
    }
}
