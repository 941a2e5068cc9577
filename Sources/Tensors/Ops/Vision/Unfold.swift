// Defines unfold and fold: patches of images as columns, and columns added back to images.

/// Sizes of sliding patches; one number serves both dimensions.
public struct PatchWindow: Sendable {
    public var kernel: [Int]
    public var dilation: [Int]
    public var padding: [Int]
    public var stride: [Int]

    public init(kernel: [Int], dilation: [Int] = [1], padding: [Int] = [0], stride: [Int] = [1]) {
        func both(_ list: [Int]) -> [Int] { list.count == 1 ? [list[0], list[0]] : list }
        self.kernel = both(kernel)
        self.dilation = both(dilation)
        self.padding = both(padding)
        self.stride = both(stride)
    }

    /// Number of patches in each direction for an image.
    func counts(_ image: [Int]) -> [Int] {
        (0..<2).map { k -> Int in
            let room = image[k] + 2 * padding[k] - dilation[k] * (kernel[k] - 1) - 1
            return room < 0 ? 0 : room / stride[k] + 1
        }
    }

    /// The patches as the windows of a convolution.
    func geometry(batch: Int, channels: Int, image: [Int]) -> ConvolutionGeometry {
        ConvolutionGeometry(
            batch: batch, groups: 1, inChannels: channels, outChannels: 1, input: Triple(image, missing: 1), kernel: Triple(kernel, missing: 1),
            output: Triple(counts(image), missing: 1), stride: Triple(stride, missing: 1), padding: Triple(padding, missing: 0),
            dilation: Triple(dilation, missing: 1))
    }

    /// - Throws: PyTorch's errors for sizes that mean no patches.
    func check() throws {
        try Shapes.checkSmall(kernel + dilation + padding + stride)
        guard kernel.count == 2, dilation.count == 2, padding.count == 2, stride.count == 2 else {
            throw TensorError.runtime("It is expected kernel_size equals to 2, but got size \(kernel.count)")
        }
        guard (kernel + dilation + stride).allSatisfy({ $0 > 0 }), padding.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("kernel size should be greater than zero, but got kernel_height: \(kernel[0]) kernel_width: \(kernel[1])")
        }
    }
}

/// `(2, 3)`.
private func pair(_ list: [Int]) -> String { "(\(list[0]), \(list[1]))" }

extension Tensor {
    /// Patches of images (batch × channels × height × width) as columns: batch × (channels · patch) × patches.
    public func unfold(_ window: PatchWindow) throws -> Tensor {
        try window.check()
        if rank == 3 { return try unsqueeze(0).unfold(window).squeeze([0]) }
        guard rank == 4 else {
            throw TensorError.runtime("Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, "
                + "but got: \(shape)")
        }
        let image = Array(shape.suffix(2))
        let counts = window.counts(image)
        guard counts.allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime("Given input with spatial size \(pair(image)), kernel_size=\(pair(window.kernel)), "
                + "dilation=\(pair(window.dilation)), padding=\(pair(window.padding)), calculated shape of the array of sliding blocks as "
                + "\(pair(counts)), but its components must be at least one.")
        }
        let (channels, area) = (shape[1], window.kernel[0] * window.kernel[1])
        let geometry = window.geometry(batch: shape[0], channels: channels, image: image)
        let kernel = PatchKernel(
            source: detach(), geometry: geometry, shape: [shape[0], channels * area, counts[0] * counts[1]], toColumns: true)
        return try dtype.visitNative("im2col_out_cpu", kernel).recorded("Im2ColBackward0", [self]) { grad, _ in
            [try grad.fold(image, window)]
        }
    }

    /// Adds columns of patches back to images of the given height and width.
    public func fold(_ image: [Int], _ window: PatchWindow) throws -> Tensor {
        try window.check()
        if rank == 2 { return try unsqueeze(0).fold(image, window).squeeze([0]) }
        guard rank == 3 else {
            throw TensorError.runtime("Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for "
                + "input, but got: \(shape)")
        }
        try Shapes.checkSmall(image)
        guard image.count <= 2, !image.isEmpty else { throw TensorError.runtime("It is expected output_size equals to 2, but got size \(image.count)") }
        let image = image.count == 1 ? [image[0], image[0]] : image
        let area = window.kernel[0] * window.kernel[1]
        guard shape[1] % area == 0 else {
            throw TensorError.runtime("Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got "
                + "input.size(1)=\(shape[1]) and kernel_size=\(pair(window.kernel)).")
        }
        let counts = window.counts(image)
        guard shape[2] == counts[0] * counts[1] else {
            throw TensorError.runtime("Given output_size=\(pair(image)), kernel_size=\(pair(window.kernel)), dilation=\(pair(window.dilation)), "
                + "padding=\(pair(window.padding)), stride=\(pair(window.stride)), expected size of input's dimension 2 to match the calculated "
                + "number of sliding blocks \(counts[0]) * \(counts[1]) = \(counts[0] * counts[1]), but got input.size(2)=\(shape[2]).")
        }
        let channels = shape[1] / area
        let geometry = window.geometry(batch: shape[0], channels: channels, image: image)
        let kernel = PatchKernel(
            source: detach(), geometry: geometry, shape: [shape[0], channels, image[0], image[1]], toColumns: false)
        return try dtype.visitNative("col2im_out_cpu", kernel).recorded("Col2ImBackward0", [self]) { grad, _ in
            [try grad.unfold(window)]
        }
    }
}

/// Copies patches to columns or adds columns to images, sample by sample.
private struct PatchKernel: NativeVisitor {
    let source: Tensor
    let geometry: ConvolutionGeometry
    let shape: Dims
    let toColumns: Bool

    func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
        let result = try Tensor.zeros(shape, E.dtype)
        try source.withElements(E.self) { x in
            guard geometry.batch > 0, let from = x.baseAddress else { return }
            let to = try result.base(E.self)
            let (own, theirs) = (x.count / geometry.batch, result.count / geometry.batch)
            for sample in 0..<geometry.batch {
                if toColumns {
                    geometry.columns(from + sample * own, to + sample * theirs)
                } else {
                    geometry.addColumns(from + sample * own, to + sample * theirs)
                }
            }
        }
        return result
    }
}
