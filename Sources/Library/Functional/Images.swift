// Defines the rows of torch.nn.functional that pad, resize and rearrange images.
import Runtime
import Tensors

extension FunctionalRows {
    static var images: [Row] {
        [
            def("pad(input, pad, mode='constant', value=None)", "Elements added before and after dimensions, from the last one on.", example: "F.pad(torch.ones(2), (1, 1))") {
                (x: Tensor, sizes: [Int], mode: String, value: Double?) in try x.pad(sizes, mode: paddingMode(mode, value))
            },
            def("interpolate(input, size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None, antialias=False)",
                "Resized: nearest, linear, bilinear, bicubic, trilinear, area.", example: "F.interpolate(torch.ones(1, 1, 2), scale_factor=2)") {
                (x: Tensor, size: Sizes?, scale: Factors?, mode: String, corners: Bool?, recompute: Bool?, antialias: Bool) in
                try x.interpolate(
                    size: size?.list, scale: scale?.list, mode: resizeMode(mode, x), alignCorners: corners, recomputeScale: recompute ?? false,
                    antialias: antialias)
            },
            def("upsample(input, size=None, scale_factor=None, mode='nearest', align_corners=None)", "The older name of interpolate.",
                example: "F.upsample(torch.ones(1, 1, 2), scale_factor=2)") { (x: Tensor, size: Sizes?, scale: Factors?, mode: String, corners: Bool?) in
                try x.interpolate(size: size?.list, scale: scale?.list, mode: resizeMode(mode, x), alignCorners: corners)
            },
            def("pixel_shuffle(input, upscale_factor)", "Channels turned into a finer grid.", example: "F.pixel_shuffle(torch.ones(1, 4, 1, 1), 2).shape") {
                (x: Tensor, factor: Int) in try x.pixelShuffle(factor)
            },
            def("pixel_unshuffle(input, downscale_factor)", "A fine grid turned into channels.", example: "F.pixel_unshuffle(torch.ones(1, 1, 2, 2), 2).shape") {
                (x: Tensor, factor: Int) in try x.pixelUnshuffle(factor)
            },
            def("channel_shuffle(input, groups)", "Channels of groups interleaved.", example: "F.channel_shuffle(torch.arange(4.).reshape(1, 4, 1, 1), 2).flatten()") {
                (x: Tensor, groups: Int) in try x.channelShuffle(groups)
            },
            def("unfold(input, kernel_size, dilation=1, padding=0, stride=1)", "All windows of an image as columns.", example: "F.unfold(torch.ones(1, 1, 3, 3), 2).shape") {
                (x: Tensor, kernel: Sizes, dilation: Sizes, padding: Sizes, stride: Sizes) in
                try x.unfold(PatchWindow(kernel: kernel.list, dilation: dilation.list, padding: padding.list, stride: stride.list))
            },
            def("fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1)", "Windows added up to an image.", example: "F.fold(torch.ones(1, 4, 4), 3, 2).shape") {
                (x: Tensor, output: Sizes, kernel: Sizes, dilation: Sizes, padding: Sizes, stride: Sizes) in
                try x.fold(output.list, PatchWindow(kernel: kernel.list, dilation: dilation.list, padding: padding.list, stride: stride.list))
            },
            def("grid_sample(input, grid, mode='bilinear', padding_mode='zeros', align_corners=None)", "An image sampled at points.",
                example: "F.grid_sample(torch.ones(1, 1, 2, 2), torch.zeros(1, 1, 1, 2), align_corners=False)") {
                (x: Tensor, grid: Tensor, mode: String, padding: String, corners: Bool?) in
                guard let mode = GridMode(rawValue: mode) else {
                    throw Raised.valueError("nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '\(mode)'")
                }
                guard let border = GridPadding(rawValue: padding) else {
                    throw Raised.valueError(
                        "nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '\(padding)'")
                }
                return try x.gridSample(grid, mode: mode, padding: border, alignCorners: corners ?? false)
            },
            def("affine_grid(theta, size, align_corners=None)", "The points of an affine transform of an image.",
                example: "F.affine_grid(torch.eye(2, 3).unsqueeze(0), (1, 1, 2, 2)).shape") { (theta: Tensor, size: Sizes, corners: Bool?) in
                try theta.affineGrid(size.list, alignCorners: corners ?? false)
            },
        ]
    }

    @Sendable private static func resizeMode(_ name: String, _ x: Tensor) throws -> ResizeMode {
        guard let mode = ResizeMode(rawValue: name) else {
            throw TensorError.notImplemented("Input Error: Only 3D, 4D and 5D input Tensors supported (got \(x.rank)D) for the modes: nearest | linear | "
                + "bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got \(name))")
        }
        return mode
    }

    @Sendable private static func paddingMode(_ mode: String, _ value: Double?) throws -> PaddingMode {
        switch mode {
        case "constant": return .constant(value ?? 0)
        case "reflect": return .reflect
        case "replicate": return .replicate
        case "circular": return .circular
        default: throw TensorError.notImplemented("Unrecognised padding mode \(mode)")
        }
    }
}

/// One factor, or one for each dimension.
struct Factors: FromValue {
    let list: [Double]

    static func from(_ value: Value) throws -> Factors? {
        if let list = try [Double].from(value) { return Factors(list: list) }
        return try Double.from(value).map { Factors(list: [$0]) }
    }

    static var expectedType: String { "tuple of floats" }
}
