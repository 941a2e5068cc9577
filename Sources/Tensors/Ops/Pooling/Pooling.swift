// Defines max, average and adaptive pooling over one to three dimensions, and max_unpool.

/// Sizes of the windows of a pooling; one number serves all dimensions.
public struct PoolWindow: Sendable {
    public var kernel: [Int]
    /// Empty: as the kernel.
    public var stride: [Int]
    public var padding: [Int]
    public var dilation: [Int]
    /// Rounds the number of windows up.
    public var ceilMode: Bool

    public init(kernel: [Int], stride: [Int] = [], padding: [Int] = [0], dilation: [Int] = [1], ceilMode: Bool = false) {
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        self.ceilMode = ceilMode
    }

    /// The windows over the last dimensions of `x`. Throws PyTorch's errors.
    func geometry(_ x: Tensor, _ spatial: Int) throws -> PoolGeometry {
        func all(_ list: [Int]) -> [Int] { list.count == 1 ? [Int](repeating: list[0], count: spatial) : list }
        let (kernel, padding, dilation) = (all(kernel), all(padding), all(dilation))
        let stride = stride.isEmpty ? kernel : all(stride)
        guard kernel.count == spatial, stride.count == spatial, padding.count == spatial, dilation.count == spatial else {
            throw TensorError.runtime("max_pool\(spatial)d: kernel_size must either be a single int, or a tuple of \(spatial) ints")
        }
        try Shapes.checkSmall(kernel + stride + padding + dilation)
        if stride.contains(where: { $0 == 0 }) { throw TensorError.runtime("stride should not be zero") }
        guard (kernel + stride + dilation).allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime("kernel size should be greater than zero, but got \(kernel.map(String.init).joined(separator: " "))")
        }
        for k in 0..<spatial where padding[k] < 0 || padding[k] > ((kernel[k] - 1) * dilation[k] + 1) / 2 {
            if padding[k] < 0 { throw TensorError.runtime("pad must be non-negative, but got pad: \(padding[k])") }
            throw TensorError.runtime("pad should be at most half of effective kernel size, but got pad=\(padding[k]), "
                + "kernel_size=\(kernel[k]) and dilation=\(dilation[k])")
        }
        let sizes = Array(x.shape.suffix(spatial))
        let axes = (0..<spatial).map {
            PoolAxis.sliding(
                sizes[$0], kernel: kernel[$0], stride: stride[$0], padding: padding[$0], dilation: dilation[$0], ceil: ceilMode)
        }
        if axes.contains(where: { $0.count == 0 }) {
            let channels = x.shape[x.rank - spatial - 1]
            let output = axes.map { "\($0.count)" }.joined(separator: "x")
            throw TensorError.runtime("Given input size: (\(channels)x\(sizes.map(String.init).joined(separator: "x"))). Calculated output "
                + "size: (\(channels)x\(output)). Output size is too small")
        }
        return PoolGeometry(sizes, axes)
    }
}

extension Tensor {
    /// Largest elements of windows, and their positions in each plane.
    public func maxPool(_ window: PoolWindow, spatial: Int) throws -> (values: Tensor, indices: Tensor) {
        if spatial == 1 {
            guard rank == 2 || rank == 3 else {
                throw TensorError.runtime("max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but "
                    + "got:\(shape)")
            }
            let pooled = try unsqueeze(-2).maxPool(window.flattened, spatial: 2)
            return (try pooled.values.squeeze([-2]), try pooled.indices.squeeze([-2]))
        }
        try checkPool(spatial)
        return try maxPooled(window.geometry(self, spatial), spatial, "MaxPool\(spatial)DWithIndicesBackward0")
    }

    private func checkPool(_ spatial: Int) throws {
        guard rank == spatial + 1 || rank == spatial + 2, shape.suffix(spatial + 1).allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime("non-empty \(spatial + 1)D or \(spatial + 2)D (batch mode) tensor expected for input")
        }
    }

    private func pooledShape(_ geometry: PoolGeometry, _ spatial: Int) throws -> Dims {
        try Dims(Array(shape.dropLast(spatial)) + geometry.output.suffix(spatial))
    }

    private func maxPooled(_ geometry: PoolGeometry, _ spatial: Int, _ name: String) throws -> (values: Tensor, indices: Tensor) {
        guard dtype == .float32 || dtype == .float64 else {
            let (values, indices) = try to(dtype.isFloatingPoint ? .float32 : .float64).maxPooled(geometry, spatial, name)
            return (try values.to(dtype), indices)
        }
        let shape = try pooledShape(geometry, spatial)
        let forward = MaxPoolForward(source: detach(), geometry: geometry, shape: shape)
        let (values, indices) = try device.map { try $0.maxPool(detach(), geometry, shape) }
            ?? dtype.visitNative("max_pool\(spatial)d", forward)
        let (original, planes) = (self.shape, count / Swift.max(geometry.input.product, 1))
        _ = values.recorded(name, [self]) { grad, _ in
            if Engine.current.gradEnabled {
                let flat = try Tensor.zeros([planes, geometry.input.product], grad.dtype)
                let places = try indices.reshape([planes, -1])
                return [try flat.scatterAdd(dim: 1, index: places, source: grad.reshape([planes, -1])).reshape(original.array)]
            }
            if let device = grad.device { return [try device.maxPoolBackward(grad, indices, geometry, original)] }
            let backward = MaxPoolBackward(
                grad: grad, indices: indices, shape: original, inputArea: geometry.input.product, outputArea: geometry.outputArea)
            return [try grad.dtype.visitNative("max_pool_backward", backward)]
        }
        return (values, indices)
    }

    /// Means of windows. Elements of the padding count unless `countIncludePad` is false; `divisor` replaces the count.
    public func avgPool(_ window: PoolWindow, spatial: Int, countIncludePad: Bool = true, divisor: Int? = nil) throws -> Tensor {
        if divisor == 0 { throw TensorError.runtime("divisor must be not zero") }
        if spatial == 1 {
            guard rank == 2 || rank == 3 else {
                throw TensorError.runtime("Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:\(shape)")
            }
            return try unsqueeze(-2).avgPool(window.flattened, spatial: 2, countIncludePad: countIncludePad, divisor: divisor).squeeze([-2])
        }
        try checkPool(spatial)
        let geometry = try window.geometry(self, spatial)
        var divisors: [Int] = []
        geometry.forEachWindow { _, d, h, w in
            func size(_ axis: PoolAxis, _ k: Int) -> Int { countIncludePad ? axis.extents[k] : axis.ends[k] - axis.starts[k] }
            divisors.append(divisor ?? size(geometry.depth, d) * size(geometry.height, h) * size(geometry.width, w))
        }
        return try averaged(geometry, spatial, divisors, "AvgPool\(spatial)DBackward0")
    }

    private func averaged(_ geometry: PoolGeometry, _ spatial: Int, _ divisors: [Int], _ name: String) throws -> Tensor {
        guard dtype == .float32 || dtype == .float64 else {
            return try to(dtype.isFloatingPoint ? .float32 : .float64).averaged(geometry, spatial, divisors, name).to(dtype)
        }
        let forward = AveragePool(
            source: detach(), geometry: geometry, shape: try pooledShape(geometry, spatial), divisors: divisors, isBackward: false)
        let original = shape
        return try forward.result("avg_pool\(spatial)d").recorded(name, [self]) { grad, _ in
            let backward = AveragePool(source: grad.detach(), geometry: geometry, shape: original, divisors: divisors, isBackward: true)
            let result = try backward.result("avg_pool_backward")
            return [result.recorded("AvgPoolBackwardBackward0", [grad]) { again, _ in
                [try again.averaged(geometry, spatial, divisors, name)]
            }]
        }
    }

    private func adaptiveGeometry(_ output: [Int?], _ spatial: Int, _ name: String) throws -> PoolGeometry {
        guard output.count == 1 || output.count == spatial else { throw TensorError.runtime("\(name): output_size must be \(spatial)") }
        guard rank == spatial + 1 || rank == spatial + 2 else {
            throw TensorError.runtime("\(name)(): Expected \(spatial + 1)D or \(spatial + 2)D tensor, but got \(shape)")
        }
        let sizes = Array(shape.suffix(spatial))
        let counts = (0..<spatial).map { output.count == 1 ? output[0] ?? sizes[$0] : output[$0] ?? sizes[$0] }
        guard counts.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("\(name): elements of output_size must be greater than or equal to 0 but received "
                + "{\(counts.map(String.init).joined(separator: ", "))}")
        }
        try PoolGeometry.checkOutput(counts)
        return PoolGeometry(sizes, zip(sizes, counts).map { PoolAxis.adaptive($0, $1) })
    }

    /// Means of windows that cover each dimension evenly; nil keeps a size.
    public func adaptiveAvgPool(_ output: [Int?], spatial: Int) throws -> Tensor {
        if spatial == 1 {
            guard rank == 2 || rank == 3 else {
                throw TensorError.runtime("adaptive_avg_pool1d(): Expected 2D or 3D tensor, but got \(shape)")
            }
            guard output.count == 1 else { throw TensorError.runtime("adaptive_avg_pool1d() argument 'output_size' should contain one int (got \(output.count))") }
            return try unsqueeze(-2).adaptiveAvgPool([1, output[0]], spatial: 2).squeeze([-2])
        }
        let geometry = try adaptiveGeometry(output, spatial, "adaptive_avg_pool\(spatial)d")
        if geometry.outputArea == 1 { return try mean(dims: (1...spatial).map { -$0 }.reversed(), keepdim: true) }
        var divisors: [Int] = []
        geometry.forEachWindow { _, d, h, w in
            divisors.append(geometry.depth.extents[d] * geometry.height.extents[h] * geometry.width.extents[w])
        }
        return try averaged(geometry, spatial, divisors, "AdaptiveAvgPool\(spatial)DBackward0")
    }

    /// Largest elements of windows that cover each dimension evenly, and their positions in each plane.
    public func adaptiveMaxPool(_ output: [Int?], spatial: Int) throws -> (values: Tensor, indices: Tensor) {
        if spatial == 1 {
            guard rank == 2 || rank == 3 else {
                throw TensorError.runtime("adaptive_max_pool1d(): Expected 2D or 3D tensor, but got \(shape)")
            }
            guard output.count == 1 else { throw TensorError.runtime("adaptive_max_pool1d() argument 'output_size' should contain one int (got \(output.count))") }
            let pooled = try unsqueeze(-2).adaptiveMaxPool([1, output[0]], spatial: 2)
            return (try pooled.values.squeeze([-2]), try pooled.indices.squeeze([-2]))
        }
        let geometry = try adaptiveGeometry(output, spatial, "adaptive_max_pool\(spatial)d")
        return try maxPooled(geometry, spatial, "AdaptiveMaxPool\(spatial)DBackward0")
    }

    /// Puts each element back to the position its maximum came from; all others are zero. `output` has the spatial sizes.
    public func maxUnpool(_ indices: Tensor, output: [Int], spatial: Int) throws -> Tensor {
        guard indices.shape == shape else {
            throw TensorError.runtime("Expected shape of indices to be same as that of the input tensor (\(shape)) but got indices tensor with "
                + "shape: \(indices.shape)")
        }
        guard output.count == spatial, output.allSatisfy({ $0 >= 0 }), let area = try Dims(output).product else {
            throw TensorError.runtime("There should be exactly \(spatial) sizes, none of them negative, but got \(output)")
        }
        for value in try indices.elements(Int.self) where !(0..<area).contains(value) {
            let volume = output.map(String.init).joined(separator: "x")
            throw TensorError.runtime("Found an invalid max index: \(value) (output volumes are of size \(volume))")
        }
        let lead = Array(shape.dropLast(spatial))
        let planes = lead.reduce(1, *)
        return try named("MaxUnpool\(spatial == 1 ? 2 : spatial)DBackward0") { x in
            let places = try indices.reshape([planes, -1])
            let flat = try Tensor.zeros([planes, area], x.dtype).scatter(dim: 1, index: places, source: x.reshape([planes, -1]))
            return try flat.reshape(lead + output)
        }
    }
}

extension PoolWindow {
    /// A one-dimensional window as a two-dimensional one of height 1.
    fileprivate var flattened: PoolWindow {
        PoolWindow(
            kernel: [1] + kernel, stride: stride.isEmpty ? [] : [1] + stride, padding: [0] + padding, dilation: [1] + dilation,
            ceilMode: ceilMode)
    }
}
