// Defines the rows of torch.nn.functional for pooling.
import Runtime
import Tensors

extension FunctionalRows {
    static var pooling: [Row] {
        (1...3).flatMap { spatial in
            [maxPool(spatial), maxPoolWithIndices(spatial), avgPool(spatial), adaptiveAvgPool(spatial), adaptiveMaxPool(spatial), maxUnpool(spatial)]
        } + (1...3).map(lpPool)
    }

    /// The text of an input with so many spatial dimensions, for examples.
    private static func input(_ spatial: Int) -> String {
        "torch.arange(\(spatial == 1 ? 4 : spatial == 2 ? 16 : 64).0).reshape(1, 1, \(Array(repeating: "4", count: spatial).joined(separator: ", ")))"
    }

    private static func maxPool(_ spatial: Int) -> Row {
        def("max_pool\(spatial)d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False)", "Largest elements of windows.",
            example: "F.max_pool\(spatial)d(\(input(spatial)), 2)") {
            (x: Tensor, kernel: Sizes, stride: Sizes?, padding: Sizes, dilation: Sizes, ceil: Bool, indices: Bool) -> Value in
            let window = PoolWindow(kernel: kernel.list, stride: stride?.list ?? [], padding: padding.list, dilation: dilation.list, ceilMode: ceil)
            let result = try x.maxPool(window, spatial: spatial)
            return indices ? TensorTuple([result.values, result.indices]).intoValue() : result.values.intoValue()
        }
    }

    private static func maxPoolWithIndices(_ spatial: Int) -> Row {
        def("max_pool\(spatial)d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False)", "Largest elements of windows, and where they are.",
            example: "F.max_pool\(spatial)d_with_indices(\(input(spatial)), 2)[1]") {
            (x: Tensor, kernel: Sizes, stride: Sizes?, padding: Sizes, dilation: Sizes, ceil: Bool) in
            let window = PoolWindow(kernel: kernel.list, stride: stride?.list ?? [], padding: padding.list, dilation: dilation.list, ceilMode: ceil)
            let result = try x.maxPool(window, spatial: spatial)
            return TensorTuple([result.values, result.indices])
        }
    }

    private static func avgPool(_ spatial: Int) -> Row {
        def("avg_pool\(spatial)d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None)",
            "Means of windows.", example: "F.avg_pool\(spatial)d(\(input(spatial)), 2)") {
            (x: Tensor, kernel: Sizes, stride: Sizes?, padding: Sizes, ceil: Bool, countsPadding: Bool, divisor: Int?) in
            let window = PoolWindow(kernel: kernel.list, stride: stride?.list ?? [], padding: padding.list, ceilMode: ceil)
            return try x.avgPool(window, spatial: spatial, countIncludePad: countsPadding, divisor: divisor)
        }
    }

    private static func adaptiveAvgPool(_ spatial: Int) -> Row {
        def("adaptive_avg_pool\(spatial)d(input, output_size)", "Means of as many windows as wanted.", example: "F.adaptive_avg_pool\(spatial)d(\(input(spatial)), 1)") {
            (x: Tensor, size: OutputSize) in try x.adaptiveAvgPool(size.list(spatial), spatial: spatial)
        }
    }

    private static func adaptiveMaxPool(_ spatial: Int) -> Row {
        def("adaptive_max_pool\(spatial)d(input, output_size, return_indices=False)", "Largest elements of as many windows as wanted.",
            example: "F.adaptive_max_pool\(spatial)d(\(input(spatial)), 1)") { (x: Tensor, size: OutputSize, indices: Bool) -> Value in
            let result = try x.adaptiveMaxPool(size.list(spatial), spatial: spatial)
            return indices ? TensorTuple([result.values, result.indices]).intoValue() : result.values.intoValue()
        }
    }

    private static func maxUnpool(_ spatial: Int) -> Row {
        def("max_unpool\(spatial)d(input, indices, kernel_size, stride=None, padding=0, output_size=None)", "Puts maxima back to where they came from.",
            example: "F.max_unpool\(spatial)d(*F.max_pool\(spatial)d(\(input(spatial)), 2, return_indices=True), 2)") {
            (x: Tensor, indices: Tensor, kernel: Sizes, stride: Sizes?, padding: Sizes, output: Sizes?) in
            try Shapes.checkSmall(kernel.list + (stride?.list ?? []) + padding.list)
            func number(_ sizes: [Int], _ position: Int) -> Int { sizes.count == 1 ? sizes[0] : position < sizes.count ? sizes[position] : 0 }
            let steps = stride?.list ?? kernel.list
            let sizes = x.shape.suffix(spatial).enumerated().map { position, size in
                (size - 1) * number(steps, position) + number(kernel.list, position) - 2 * number(padding.list, position)
            }
            return try x.maxUnpool(indices, output: output.map { Array($0.list.suffix(spatial)) } ?? sizes, spatial: spatial)
        }
    }

    private static func lpPool(_ spatial: Int) -> Row {
        def("lp_pool\(spatial)d(input, norm_type, kernel_size, stride=None, ceil_mode=False)", "Norms of windows.", example: "F.lp_pool\(spatial)d(\(input(spatial)), 2, 2)") {
            (x: Tensor, p: Double, kernel: Sizes, stride: Sizes?, ceil: Bool) in
            let window = PoolWindow(kernel: kernel.list, stride: stride?.list ?? [], ceilMode: ceil)
            try Shapes.checkSmall(kernel.list)
            guard kernel.count == 1 || kernel.count == spatial else { throw TensorError.runtime("lp_pool\(spatial)d: kernel_size must be \(spatial) ints") }
            let area = (0..<spatial).reduce(1) { $0 &* (kernel.count == 1 ? kernel[0] : kernel[$1]) }
            let means = try x.pow(.number(.float(p))).avgPool(window, spatial: spatial)
            return try (Op.sign(means) * Op.relu(Op.abs(means)) * Double(area)).pow(.number(.float(1 / p)))
        }
    }
}

/// The wanted sizes of an adaptive pooling; None keeps one.
private struct OutputSize: FromValue {
    private let sizes: [Int?]

    static func from(_ value: Value) throws -> OutputSize? {
        if let list = try [Int?].from(value) { return OutputSize(sizes: list) }
        return try Int.from(value).map { OutputSize(sizes: [$0]) }
    }

    static var expectedType: String { "tuple of ints" }

    /// One size for each spatial dimension.
    func list(_ spatial: Int) -> [Int?] { sizes.count == 1 ? Array(repeating: sizes[0], count: spatial) : sizes }
}
