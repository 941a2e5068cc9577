// Defines interpolate: images resized by weights along each dimension.

/// How values between elements are found.
public enum ResizeMode: String, Sendable, CaseIterable {
    case nearest, linear, bilinear, bicubic, trilinear, area, nearestExact = "nearest-exact"

    /// Dimensions the mode is for; nil for any.
    var spatial: Int? {
        switch self {
        case .nearest, .nearestExact, .area: nil
        case .linear: 1
        case .bilinear, .bicubic: 2
        case .trilinear: 3
        }
    }
}

/// The weights of one dimension: each output element is a sum of a few input elements.
struct ResizeAxis: Sendable {
    let size: Int
    let count: Int
    /// For each output element the input elements and their weights, `taps` of them.
    let taps: Int
    var places: [Int] = []
    var weights: [Double] = []

    init(_ mode: ResizeMode, size: Int, count: Int, scale: Double?, alignCorners: Bool) {
        self.size = size
        self.count = count
        let step = ResizeAxis.step(size, count, scale, alignCorners)
        switch mode {
        case .nearest, .nearestExact, .area: taps = 1
        case .linear, .bilinear, .trilinear: taps = 2
        case .bicubic: taps = 4
        }
        for i in 0..<count {
            switch taps {
            case 1:
                let shift = mode == .nearestExact ? 0.5 : 0
                add(Int(min(((Double(i) + shift) * step).rounded(.down), Double(size - 1))), 1)
            case 2:
                let at = alignCorners ? Double(i) * step : max((Double(i) + 0.5) * step - 0.5, 0)
                let low = min(Int(at), size - 1)
                let part = min(max(at - Double(low), 0), 1)
                add(low, 1 - part)
                add(min(low + 1, size - 1), part)
            default:
                let at = alignCorners ? Double(i) * step : (Double(i) + 0.5) * step - 0.5
                let low = at.rounded(.down)
                for (k, weight) in KeysCubic.reading.weights(at - low).enumerated() { add(Int(low) - 1 + k, weight) }
            }
        }
    }

    /// Weights that average over what a smaller image leaves out (`antialias`).
    init(smoothing mode: ResizeMode, size: Int, count: Int, scale: Double?, alignCorners: Bool) {
        self.size = size
        self.count = count
        let step = ResizeAxis.step(size, count, scale, alignCorners)
        let width = max(step, 1)
        let reach = (mode == .bicubic ? 2 : 1) * width
        let ranges = (0..<count).map { i in
            let center = step * (Double(i) + 0.5)
            let low = max(Int(saturatingTowardZero: center - reach + 0.5), 0)
            return (center, low, max(min(Int(saturatingTowardZero: center + reach + 0.5), size), low + 1))
        }
        taps = ranges.map { $0.2 - $0.1 }.max() ?? 1
        for (center, low, high) in ranges {
            let heights = (low..<high).map { ResizeAxis.smooth((Double($0) - center + 0.5) / width, mode) }
            let total = heights.reduce(0, +)
            for k in 0..<taps { add(low + k, k < heights.count && total != 0 ? heights[k] / total : 0) }
        }
    }

    /// How far apart the sources of two neighbours are.
    private static func step(_ size: Int, _ count: Int, _ scale: Double?, _ alignCorners: Bool) -> Double {
        if alignCorners { return count > 1 ? Double(size - 1) / Double(count - 1) : 0 }
        return scale.map { 1 / $0 } ?? Double(size) / Double(count)
    }

    /// The height of the smoothing curve at x: a cubic or a triangle.
    private static func smooth(_ x: Double, _ mode: ResizeMode) -> Double {
        mode == .bicubic ? KeysCubic.smoothing.height(x.magnitude) : max(1 - x.magnitude, 0)
    }

    private mutating func add(_ place: Int, _ weight: Double) {
        places.append(min(max(place, 0), size - 1))
        weights.append(weight)
    }
}

extension Tensor {
    /// Resizes the spatial dimensions to `size`, or by `scale` factors.
    public func interpolate(
        size: [Int]? = nil, scale: [Double]? = nil, mode: ResizeMode = .nearest, alignCorners: Bool? = nil, recomputeScale: Bool = false,
        antialias: Bool = false
    ) throws -> Tensor {
        let spatial = rank - 2
        guard (1...3).contains(spatial) else {
            throw TensorError.notImplemented("Input Error: Only 3D, 4D and 5D input Tensors supported (got \(rank)D) for the modes: nearest | "
                + "linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got \(mode.rawValue))")
        }
        if alignCorners != nil, mode == .nearest || mode == .nearestExact || mode == .area {
            throw TensorError.value("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear")
        }
        if antialias, !(mode == .bilinear || mode == .bicubic) || rank != 4 {
            throw TensorError.value("Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input")
        }
        if let wanted = mode.spatial, wanted != spatial {
            throw TensorError.notImplemented("Got \(rank)D input, but \(mode.rawValue) mode needs \(wanted + 2)D input")
        }
        let image = Array(shape.suffix(spatial))
        let (counts, factors) = try Tensor.resizedSizes(image, size, scale, recomputeScale)
        if mode == .area { return try adaptiveAvgPool(counts, spatial: spatial) }
        guard counts.allSatisfy({ $0 > 0 }), image.allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime("Input and output sizes should be greater than 0, but got input (\(image)) output (\(counts))")
        }
        try PoolGeometry.checkOutput(counts)
        let axes = (0..<spatial).map {
            antialias
                ? ResizeAxis(smoothing: mode, size: image[$0], count: counts[$0], scale: factors?[$0], alignCorners: alignCorners ?? false)
                : ResizeAxis(mode, size: image[$0], count: counts[$0], scale: factors?[$0], alignCorners: alignCorners ?? false)
        }
        let names: [ResizeMode: String] = [
            .nearest: "Nearest", .nearestExact: "NearestExact", .linear: "Linear", .bilinear: "Bilinear", .bicubic: "Bicubic",
            .trilinear: "Trilinear",
        ]
        return try resized(axes, counts, "Upsample\(names[mode] ?? "")\(spatial)D\(antialias ? "Aa" : "")Backward0")
    }

    private static func resizedSizes(
        _ image: [Int], _ size: [Int]?, _ scale: [Double]?, _ recompute: Bool
    ) throws -> ([Int], [Double]?) {
        if size != nil, scale != nil { throw TensorError.value("only one of size or scale_factor should be defined") }
        if let size {
            let counts = size.count == 1 ? [Int](repeating: size[0], count: image.count) : size
            guard counts.count == image.count else {
                throw TensorError.value("Input and output must have the same number of spatial dimensions, but got input with spatial dimensions "
                    + "of \(image) and output size of (\(size.map(String.init).joined(separator: ", "))). Please provide input tensor in (N, C, "
                    + "d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.")
            }
            return (counts, nil)
        }
        guard let scale else { throw TensorError.value("either size or scale_factor should be defined") }
        let factors = scale.count == 1 ? [Double](repeating: scale[0], count: image.count) : scale
        guard factors.count == image.count else {
            throw TensorError.value("Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions "
                + "of \(image) and scale_factor of shape \(scale). Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor "
                + "in (s1, s2, ...,sK) format.")
        }
        return (zip(image, factors).map { Int(saturatingTowardZero: (Double($0) * $1).rounded(.down)) }, recompute ? nil : factors)
    }

    private func resized(_ axes: [ResizeAxis], _ counts: [Int], _ name: String) throws -> Tensor {
        guard dtype == .float32 || dtype == .float64 else {
            return try to(dtype.isFloatingPoint ? .float32 : .float64).resized(axes, counts, name).to(dtype)
        }
        let lead = Array(shape.dropLast(axes.count))
        let forward = ResizeKernel(source: detach(), axes: axes, shape: try Dims(lead + counts), isAdjoint: false)
        let original = shape
        return try dtype.visitNative("upsample", forward).recorded(name, [self]) { grad, _ in
            let backward = ResizeKernel(source: grad.detach(), axes: axes, shape: original, isAdjoint: true)
            let result = try grad.dtype.visitNative("upsample_backward", backward)
            return [result.recorded("UpsampleBackwardBackward0", [grad]) { again, _ in [try again.resized(axes, counts, name)] }]
        }
    }
}

/// Applies the weights of all dimensions at once, or (adjoint) spreads each element back over its sources.
private struct ResizeKernel: NativeVisitor {
    let source: Tensor
    let axes: [ResizeAxis]
    let shape: Dims
    let isAdjoint: Bool

    func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
        let full = [ResizeAxis](repeating: ResizeAxis(.nearest, size: 1, count: 1, scale: nil, alignCorners: false), count: 3 - axes.count) + axes
        let (d, h, w) = (full[0], full[1], full[2])
        let (inArea, outArea) = (d.size * h.size * w.size, d.count * h.count * w.count)
        let result = try Tensor.zeros(shape, E.dtype)
        let planes = source.count / (isAdjoint ? outArea : inArea)
        try source.withElements(E.self) { x in
            nonisolated(unsafe) let (from, to) = (x.baseAddress!, try result.base(E.self))
            let isAdjoint = isAdjoint
            Parallel.stretches(planes, grain: max(1, 4096 / outArea)) { start, end in
                for plane in start..<end {
                    let small = plane * inArea
                    var place = plane * outArea
                    forEachOutput(d, h, w) { terms in
                        var sum: E = 0
                        for (offset, weight) in terms {
                            if isAdjoint { to[small + offset] += E(weight) * from[place] } else { sum += E(weight) * from[small + offset] }
                        }
                        if !isAdjoint { to[place] = sum }
                        place += 1
                    }
                }
            }
        }
        return result
    }
}

/// Calls `body` for each output element in order with the offsets and weights of its sources.
private func forEachOutput(_ d: ResizeAxis, _ h: ResizeAxis, _ w: ResizeAxis, _ body: ([(Int, Double)]) -> Void) {
    var terms: [(Int, Double)] = []
    for z in 0..<d.count {
        for y in 0..<h.count {
            for x in 0..<w.count {
                terms.removeAll(keepingCapacity: true)
                for a in z * d.taps..<(z + 1) * d.taps {
                    for b in y * h.taps..<(y + 1) * h.taps {
                        let line = (d.places[a] * h.size + h.places[b]) * w.size
                        let weight = d.weights[a] * h.weights[b]
                        for c in x * w.taps..<(x + 1) * w.taps { terms.append((line + w.places[c], weight * w.weights[c])) }
                    }
                }
                body(terms)
            }
        }
    }
}
