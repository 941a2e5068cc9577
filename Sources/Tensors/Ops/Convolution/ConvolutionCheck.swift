// Defines ConvolutionCheck: what must hold between the arguments of a convolution, in PyTorch's words.

/// The checks of one call.
struct ConvolutionCheck {
    let spatial: Int
    let isTransposed: Bool

    private var name: String { "conv\(isTransposed ? "_transpose" : "")\(spatial)d" }

    /// Ranks of the input and the weight.
    func ranks(_ x: Tensor, _ weight: Tensor) throws {
        guard weight.rank == spatial + 2 else {
            throw TensorError.runtime("weight should have at least \(spatial + 2) dimensions, but got weight of size: \(weight.shape)")
        }
        guard x.rank == spatial + 1 || x.rank == spatial + 2 else {
            throw TensorError.runtime("Expected \(spatial + 1)D (unbatched) or \(spatial + 2)D (batched) input to \(name), but got input of "
                + "size: \(x.shape)")
        }
    }

    /// One number serves all spatial dimensions.
    func expand(_ values: [Int], _ what: String) throws -> [Int] {
        if values.count == 1 { return [Int](repeating: values[0], count: spatial) }
        guard values.count == spatial else {
            let text = "[" + values.map(String.init).joined(separator: ", ") + "]"
            throw TensorError.runtime("expected \(what) to be a single integer value or a list of \(spatial) values to match the convolution "
                + "dimensions, but got \(what)=\(text)")
        }
        return values
    }

    /// Element types.
    func types(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) throws {
        if let bias, bias.dtype != x.dtype {
            throw TensorError.runtime("Input type (\(x.dtype.cName)) and bias type (\(bias.dtype.cName)) should be the same")
        }
        guard x.dtype == weight.dtype else {
            throw TensorError.runtime("expected scalar type \(x.dtype.scalarName) but found \(weight.dtype.scalarName)")
        }
    }

    /// Channels, groups, steps and sizes.
    func numbers(
        _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: [Int], _ padding: [Int], _ dilation: [Int], _ groups: Int
    ) throws {
        try Shapes.checkSmall(stride + padding + dilation + [groups])
        if padding.contains(where: { $0 < 0 }) { throw TensorError.runtime("negative padding is not supported") }
        if stride.contains(where: { $0 <= 0 }) { throw TensorError.runtime("non-positive stride is not supported") }
        if dilation.contains(where: { $0 <= 0 }) { throw TensorError.runtime("non-positive dilation is not supported") }
        if groups <= 0 { throw TensorError.runtime("non-positive groups is not supported") }
        guard weight.shape[0] >= groups, weight.shape[0] % groups == 0 else {
            throw TensorError.runtime("Given groups=\(groups), expected weight to be divisible by \(groups) at dimension 0, but got weight of "
                + "size [\(weight.shape)] instead")
        }
        let wanted = isTransposed ? weight.shape[0] : weight.shape[1] * groups
        guard x.shape[1] == wanted else {
            let given = isTransposed ? "transposed=1" : "groups=\(groups)"
            throw TensorError.runtime("Given \(given), weight of size \(weight.shape), expected input\(x.shape) to have \(wanted) channels, but "
                + "got \(x.shape[1]) channels instead")
        }
        let outputs = isTransposed ? weight.shape[1] * groups : weight.shape[0]
        if let bias, bias.shape != [outputs] {
            throw TensorError.runtime("Given weight of size \(weight.shape), expected bias to be 1-dimensional with \(outputs) elements, but got "
                + "bias of size \(bias.shape) instead")
        }
        if isTransposed { return }
        let padded = (0..<spatial).map { x.shape[$0 + 2] + 2 * padding[$0] }
        let reach = (0..<spatial).map { dilation[$0] * (weight.shape[$0 + 2] - 1) + 1 }
        guard zip(padded, reach).allSatisfy({ $0 >= $1 }) else {
            throw TensorError.runtime("Calculated padded input size per channel: (\(product(padded))). Kernel size: (\(product(reach))). Kernel "
                + "size can't be greater than actual input size")
        }
    }

    private func product(_ sizes: [Int]) -> String { sizes.map(String.init).joined(separator: " x ") }

    /// Output padding only fills up what a stride or a dilation leaves open.
    func outputPadding(_ extra: [Int], _ stride: [Int], _ dilation: [Int]) throws {
        try Shapes.checkSmall(extra)
        guard (0..<spatial).allSatisfy({ extra[$0] < stride[$0] || extra[$0] < dilation[$0] }) else {
            let names = ["depth", "height", "width"].suffix(Swift.max(spatial, 2))
            let pick = { (list: [Int], k: Int) in list.count < 2 ? (k == 0 ? 0 : list[0]) : list[k] }
            let parts = [("output_padding", extra), ("stride", stride), ("dilation", dilation)].flatMap { what, list in
                names.enumerated().map { "\(what)_\($1): \(pick(list, $0))" }
            }
            throw TensorError.runtime("output padding must be smaller than either stride or dilation, but got "
                + parts.joined(separator: " "))
        }
    }

    /// A transposed convolution must have an output.
    func positive(_ sizes: [Int], _ input: [Int]) throws {
        guard sizes.allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime("Given input size per channel: (\(product(input))). Calculated output size per channel: (\(product(sizes))). "
                + "Output size is too small")
        }
    }
}
