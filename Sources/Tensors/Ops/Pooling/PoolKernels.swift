// Defines the loops of max and average pooling over planes.

/// The largest element of each window and its position in the plane.
struct MaxPoolForward: NativeVisitor {
    let source: Tensor
    let geometry: PoolGeometry
    let shape: Dims

    func run<E: NativeFloat>(_: E.Type) throws -> (Tensor, Tensor) {
        let result = try Tensor(empty: shape, E.dtype)
        let indices = try Tensor(empty: shape, .int64)
        let area = geometry.outputArea
        let planes = area == 0 ? 0 : result.count / area
        try source.withElements(E.self) { input in
            nonisolated(unsafe) let x = input.baseAddress!
            nonisolated(unsafe) let (y, at) = (try result.base(E.self), try indices.base(Int.self))
            let geometry = geometry
            Parallel.stretches(planes, grain: max(1, 4096 / max(area, 1))) { start, end in
                for plane in start..<end {
                    MaxPool.plane(geometry, x + plane * geometry.input.product, y + plane * area, at + plane * area)
                }
            }
        }
        return (result, indices)
    }
}

/// The loop over the windows of one plane.
enum MaxPool {
    /// The largest element of each window of `x` and where it lies in the plane; nan wins.
    @inline(__always)
    static func plane<E: NativeFloat>(
        _ geometry: PoolGeometry, _ x: UnsafePointer<E>, _ y: UnsafeMutablePointer<E>, _ at: UnsafeMutablePointer<Int>
    ) {
        if geometry.isHalving { return halved(geometry, x, y, at) }
        geometry.forEachWindow { place, d, h, w in
            var best = -E.infinity
            var position = (geometry.depth.starts[d] * geometry.input.h + geometry.height.starts[h]) * geometry.input.w
                + geometry.width.starts[w]
            geometry.forEachElement(d, h, w) { i in
                if x[i] > best || x[i].isNaN {
                    best = x[i]
                    position = i
                }
            }
            y[place] = best
            at[place] = position
        }
    }

    /// Windows of 2 × 2, the usual case, without inner loops.
    @inline(__always)
    private static func halved<E: NativeFloat>(
        _ geometry: PoolGeometry, _ x: UnsafePointer<E>, _ y: UnsafeMutablePointer<E>, _ at: UnsafeMutablePointer<Int>
    ) {
        let (rows, columns, width) = (geometry.height.count, geometry.width.count, geometry.input.w)
        for row in 0..<rows {
            let line = 2 * row * width
            for column in 0..<columns {
                let i = line + 2 * column
                let (a, b, c, d) = (x[i], x[i + 1], x[i + width], x[i + width + 1])
                let isFirst = !(b > a || b.isNaN)
                let top = isFirst ? a : b
                let isThird = !(d > c || d.isNaN)
                let bottom = isThird ? c : d
                let isBottom = bottom > top || bottom.isNaN
                y[row * columns + column] = isBottom ? bottom : top
                at[row * columns + column] = isBottom ? i + width + (isThird ? 0 : 1) : i + (isFirst ? 0 : 1)
            }
        }
    }
}

extension PoolGeometry {
    /// Two-dimensional windows of 2 × 2 side by side.
    fileprivate var isHalving: Bool {
        func halves(_ axis: PoolAxis) -> Bool {
            axis.step == 1 && axis.count > 0 && axis.starts.first == 0 && axis.ends[0] == 2 && axis.extents.allSatisfy { $0 == 2 }
                && (axis.count == 1 || axis.starts[1] == 2) && axis.ends.last == 2 * axis.count
        }
        return depth.count == 1 && depth.ends[0] - depth.starts[0] == 1 && halves(height) && halves(width)
    }
}

/// Adds the gradients of a max pooling at the positions the maxima came from.
struct MaxPoolBackward: NativeVisitor {
    let grad: Tensor
    let indices: Tensor
    let shape: Dims
    let inputArea: Int
    let outputArea: Int

    func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
        let result = try Tensor.zeros(shape, E.dtype)
        try grad.withElements(E.self) { grads in
            try indices.withElements(Int.self) { places in
                nonisolated(unsafe) let (g, at) = (grads.baseAddress!, places.baseAddress!)
                nonisolated(unsafe) let t = try result.base(E.self)
                let (inputArea, outputArea) = (inputArea, outputArea)
                Parallel.stretches(outputArea == 0 ? 0 : grads.count / outputArea, grain: max(1, 4096 / max(outputArea, 1))) { start, end in
                    for plane in start..<end {
                        let target = t + plane * inputArea
                        for i in plane * outputArea..<(plane + 1) * outputArea { target[at[i]] += g[i] }
                    }
                }
            }
        }
        return result
    }
}

/// Means of windows, or (backward) each gradient spread evenly over its window.
struct AveragePool: NativeVisitor {
    let source: Tensor
    let geometry: PoolGeometry
    let shape: Dims
    /// Divisor of each window of a plane.
    let divisors: [Int]
    let isBackward: Bool

    /// The result, where the source lives.
    func result(_ kernel: String) throws -> Tensor {
        try source.device.map { try $0.averagePool(self) } ?? source.dtype.visitNative(kernel, self)
    }

    func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
        let result = try Tensor.zeros(shape, E.dtype)
        let (inputArea, outputArea) = (geometry.input.product, geometry.outputArea)
        let planes = outputArea == 0 || inputArea == 0 ? 0 : source.count / (isBackward ? outputArea : inputArea)
        let factors = divisors.map { E(1) / E($0) }
        try source.withElements(E.self) { input in
            nonisolated(unsafe) let (x, y) = (input.baseAddress!, try result.base(E.self))
            let (geometry, isBackward, divisors) = (geometry, isBackward, divisors)
            Parallel.stretches(planes, grain: max(1, 4096 / max(outputArea, 1))) { start, end in
                for plane in start..<end {
                    if isBackward {
                        let (g, target) = (x + plane * outputArea, y + plane * inputArea)
                        geometry.forEachWindow { place, d, h, w in
                            let share = g[place] * factors[place]
                            geometry.forEachElement(d, h, w) { target[$0] += share }
                        }
                    } else {
                        let (from, target) = (x + plane * inputArea, y + plane * outputArea)
                        geometry.forEachWindow { place, d, h, w in
                            var sum: E = 0
                            geometry.forEachElement(d, h, w) { sum += from[$0] }
                            target[place] = sum / E(divisors[place])
                        }
                    }
                }
            }
        }
        return result
    }
}
