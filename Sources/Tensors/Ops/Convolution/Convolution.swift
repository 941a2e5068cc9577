// Defines conv1d, conv2d, conv3d and their transposes.

/// Padding of a convolution: sizes, or the words PyTorch knows.
public enum ConvolutionPadding {
    /// Elements added on both sides of each spatial dimension; one number serves all.
    case sizes([Int])
    /// As much as keeps the size.
    case same
    /// None.
    case valid
}

extension Tensor {
    /// Cross-correlation with `weight` (out, in / groups, kernel…) over one to three spatial dimensions.
    public func convolution(
        _ weight: Tensor, bias: Tensor? = nil, spatial: Int, stride: [Int] = [1], padding: ConvolutionPadding = .sizes([0]),
        dilation: [Int] = [1], groups: Int = 1
    ) throws -> Tensor {
        let check = ConvolutionCheck(spatial: spatial, isTransposed: false)
        try check.ranks(self, weight)
        if rank == spatial + 1 {
            let batch = try unsqueeze(0).convolution(
                weight, bias: bias, spatial: spatial, stride: stride, padding: padding, dilation: dilation, groups: groups)
            return try batch.squeeze([0])
        }
        let steps = try check.expand(stride, "stride")
        let gaps = try check.expand(dilation, "dilation")
        switch padding {
        case .valid:
            return try convolution(weight, bias: bias, spatial: spatial, stride: steps, padding: .sizes([0]), dilation: gaps, groups: groups)
        case .same:
            return try samePadded(weight, bias, check, steps, gaps, groups)
        case .sizes(let sizes):
            let pads = try check.expand(sizes, "padding")
            try check.types(self, weight, bias)
            try check.numbers(self, weight, bias, steps, pads, gaps, groups)
            return try plainConvolution(weight, bias, spatial, steps, pads, gaps, groups)
        }
    }

    private func plainConvolution(
        _ weight: Tensor, _ bias: Tensor?, _ spatial: Int, _ stride: [Int], _ padding: [Int], _ dilation: [Int], _ groups: Int
    ) throws -> Tensor {
        guard dtype == .float32 || dtype == .float64 else {
            let wide: DType = dtype.isFloatingPoint ? .float32 : .float64
            return try to(wide).plainConvolution(weight.to(wide), bias?.to(wide), spatial, stride, padding, dilation, groups).to(dtype)
        }
        let sizes = Array(shape.suffix(spatial))
        let kernel = Array(weight.shape.suffix(spatial))
        let output = (0..<spatial).map { k -> Int in
            let room = sizes[k] + 2 * padding[k] - dilation[k] * (kernel[k] - 1) - 1
            return room / stride[k] + 1
        }
        let geometry = ConvolutionGeometry(
            batch: shape[0], groups: groups, inChannels: shape[1] / groups, outChannels: weight.shape[0] / groups,
            input: Triple(sizes, missing: 1), kernel: Triple(kernel, missing: 1), output: Triple(output, missing: 1),
            stride: Triple(stride, missing: 1), padding: Triple(padding, missing: 0), dilation: Triple(dilation, missing: 1))
        let ops = ConvolutionOps(
            geometry: geometry, inputShape: shape, outputShape: try Dims([shape[0], weight.shape[0]] + output), weightShape: weight.shape)
        return try ops.output(self, weight, bias)
    }

    /// Padding that keeps the size; an odd total puts the extra element at the end.
    private func samePadded(
        _ weight: Tensor, _ bias: Tensor?, _ check: ConvolutionCheck, _ stride: [Int], _ dilation: [Int], _ groups: Int
    ) throws -> Tensor {
        if stride.contains(where: { $0 != 1 }) {
            throw TensorError.runtime("padding='same' is not supported for strided convolutions")
        }
        let kernel = weight.shape.suffix(check.spatial)
        let totals = zip(kernel, dilation).map { $1 * ($0 - 1) }
        var input = self
        if totals.contains(where: { $0 % 2 != 0 }) {
            let extra = totals.reversed().flatMap { [0, $0 % 2] }
            input = try pad(extra, mode: .constant(0))
        }
        let halves = ConvolutionPadding.sizes(totals.map { $0 / 2 })
        return try input.convolution(
            weight, bias: bias, spatial: check.spatial, stride: stride, padding: halves, dilation: dilation, groups: groups)
    }

    /// Transposed convolution with `weight` (in, out / groups, kernel…).
    public func convolutionTransposed(
        _ weight: Tensor, bias: Tensor? = nil, spatial: Int, stride: [Int] = [1], padding: [Int] = [0], outputPadding: [Int] = [0],
        groups: Int = 1, dilation: [Int] = [1]
    ) throws -> Tensor {
        let check = ConvolutionCheck(spatial: spatial, isTransposed: true)
        try check.ranks(self, weight)
        if rank == spatial + 1 {
            let batch = try unsqueeze(0).convolutionTransposed(
                weight, bias: bias, spatial: spatial, stride: stride, padding: padding, outputPadding: outputPadding, groups: groups,
                dilation: dilation)
            return try batch.squeeze([0])
        }
        let steps = try check.expand(stride, "stride")
        let pads = try check.expand(padding, "padding")
        let extra = try check.expand(outputPadding, "output_padding")
        let gaps = try check.expand(dilation, "dilation")
        try check.types(self, weight, bias)
        try check.numbers(self, weight, bias, steps, pads, gaps, groups)
        try check.outputPadding(extra, steps, gaps)
        guard dtype == .float32 || dtype == .float64 else {
            let wide: DType = dtype.isFloatingPoint ? .float32 : .float64
            return try to(wide).convolutionTransposed(
                weight.to(wide), bias: bias?.to(wide), spatial: spatial, stride: steps, padding: pads, outputPadding: extra, groups: groups,
                dilation: gaps).to(dtype)
        }
        let sizes = Array(shape.suffix(spatial))
        let kernel = Array(weight.shape.suffix(spatial))
        let larger = (0..<spatial).map { k -> Int in
            let reach = gaps[k] * (kernel[k] - 1) + extra[k] + 1
            return (sizes[k] - 1) * steps[k] - 2 * pads[k] + reach
        }
        try check.positive(larger, sizes)
        let geometry = ConvolutionGeometry(
            batch: shape[0], groups: groups, inChannels: weight.shape[1], outChannels: shape[1] / groups,
            input: Triple(larger, missing: 1), kernel: Triple(kernel, missing: 1), output: Triple(sizes, missing: 1),
            stride: Triple(steps, missing: 1), padding: Triple(pads, missing: 0), dilation: Triple(gaps, missing: 1))
        let ops = ConvolutionOps(
            geometry: geometry, inputShape: try Dims([shape[0], weight.shape[1] * groups] + larger), outputShape: shape,
            weightShape: weight.shape)
        return try ops.inputGradient(self, weight, bias)
    }
}
