// Defines StridedFold: sums and products of strided elements in the order numpy adds them, which decides their last digits.

/// Sums by halves, with eight running sums below 128 elements; axes that lie farther apart in memory are added line by line.
struct StridedFold<E: Element & BinaryFloatingPoint & SIMDScalar> {
    /// One axis of the walk: its size, its step in the source, and its step in the result (0 where it is summed over).
    private struct Axis {
        var size: Int
        var step: Int
        var target: Int
    }

    private let isProduct: Bool
    private var axes: [Axis] = []
    private let offset: Int

    /// The fold of elements with the given layout over the axes for which `isFolded` holds.
    init(_ layout: Layout, isFolded: [Bool], isProduct: Bool) {
        self.isProduct = isProduct
        offset = layout.offset
        var target = 1
        var found: [Axis] = []
        for k in (0..<layout.shape.count).reversed() {
            let size = layout.shape[k]
            let axis = Axis(size: size, step: layout.strides[k], target: isFolded[k] ? 0 : target)
            if !isFolded[k] { target *= size }
            if size == 1 { continue }
            found.insert(axis, at: 0)
        }
        // The nearest elements innermost, whatever the order of the axes; axes that follow each other are one.
        let order = found.indices.sorted { a, b in
            let (x, y) = (found[a].step.magnitude, found[b].step.magnitude)
            return x == y ? a < b : x > y
        }
        for axis in order.map({ found[$0] }) {
            if let outer = axes.last, outer.step == axis.step * axis.size, outer.target == axis.target * axis.size {
                axes[axes.count - 1] = Axis(size: outer.size * axis.size, step: axis.step, target: axis.target)
            } else {
                axes.append(axis)
            }
        }
    }

    /// Adds or multiplies everything into `target`, which holds the neutral element.
    func run(_ storage: UnsafePointer<E>, into target: UnsafeMutablePointer<E>) {
        guard axes.count > 1, axes.allSatisfy({ $0.target == 0 }) else { return walk(0, storage + offset, target) }
        // Elements that do not follow each other are first gathered, a buffer at a time.
        var buffer: [E] = []
        buffer.reserveCapacity(Self.bufferSize)
        gather(0, storage + offset, &buffer, target)
        flush(&buffer, target)
    }

    private static var bufferSize: Int { 8192 }

    private func gather(_ depth: Int, _ source: UnsafePointer<E>, _ buffer: inout [E], _ target: UnsafeMutablePointer<E>) {
        guard depth < axes.count else {
            buffer.append(source.pointee)
            if buffer.count == Self.bufferSize { flush(&buffer, target) }
            return
        }
        for k in 0..<axes[depth].size { gather(depth + 1, source + k &* axes[depth].step, &buffer, target) }
    }

    private func flush(_ buffer: inout [E], _ target: UnsafeMutablePointer<E>) {
        if isProduct {
            for element in buffer { target.pointee *= element }
        } else if !buffer.isEmpty {
            target.pointee += buffer.withUnsafeBufferPointer { Self.sum($0.baseAddress.unsafelyUnwrapped, $0.count, 1) }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func walk(_ depth: Int, _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>) {
        guard depth < axes.count else {
            target.pointee = isProduct ? target.pointee * source.pointee : target.pointee + source.pointee
            return
        }
        let axis = axes[depth]
        guard depth == axes.count - 1 else {
            for k in 0..<axis.size { walk(depth + 1, source + k &* axis.step, target + k &* axis.target) }
            return
        }
        if axis.target != 0 {
            for k in 0..<axis.size {
                let place = target + k &* axis.target
                let element = source[k &* axis.step]
                place.pointee = isProduct ? place.pointee * element : place.pointee + element
            }
        } else if isProduct {
            var result = target.pointee
            for k in 0..<axis.size { result *= source[k &* axis.step] }
            target.pointee = result
        } else {
            target.pointee += Self.sum(source, axis.size, axis.step)
        }
    }

    /// The sum of `count` elements by halves.
    private static func sum(_ source: UnsafePointer<E>, _ count: Int, _ step: Int) -> E {
        if count < 8 {
            var result = -E.zero
            for k in 0..<count { result += source[k &* step] }
            return result
        }
        guard count <= 128 else {
            let half = count / 2 - count / 2 % 8
            return sum(source, half, step) + sum(source + half &* step, count - half, step)
        }
        let whole = count - count % 8
        var parts = SIMD8<E>()
        for lane in 0..<8 { parts[lane] = source[lane &* step] }
        var k = 8
        while k < whole {
            var next = SIMD8<E>()
            for lane in 0..<8 { next[lane] = source[(k &+ lane) &* step] }
            parts += next
            k &+= 8
        }
        let left: E = (parts[0] + parts[1]) + (parts[2] + parts[3])
        let right: E = (parts[4] + parts[5]) + (parts[6] + parts[7])
        var result: E = left + right
        while k < count {
            result += source[k &* step]
            k &+= 1
        }
        return result
    }
}

extension Tensor {
    /// The sum or product over axes in numpy's order; nil for types other than float64 and float32. Without history.
    public func foldedInOrder(_ folded: [Int], keepdim: Bool, isProduct: Bool) throws -> Tensor? {
        switch dtype {
        case .float64: try folding(Double.self, folded, keepdim, isProduct)
        case .float32: try folding(Float.self, folded, keepdim, isProduct)
        case .float16, .bfloat16, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: nil
        }
    }

    private func folding<E: Element & BinaryFloatingPoint & SIMDScalar>(_: E.Type, _ axes: [Int], _ keepdim: Bool, _ isProduct: Bool) throws -> Tensor {
        let isFolded = (0..<rank).map { axes.contains($0) }
        var kept: [Int] = []
        for k in 0..<rank where !isFolded[k] || keepdim { kept.append(isFolded[k] ? 1 : shape[k]) }
        let source = detach()
        let storage = try source.storage()
        return try Tensor.make(Dims(kept), E.self) { out in
            guard let target = out.baseAddress else { return }
            target.update(repeating: isProduct ? 1 : 0, count: out.count)
            guard source.count > 0 else { return }
            StridedFold<E>(source.layout, isFolded: isFolded, isProduct: isProduct).run(UnsafePointer(storage.bytes.assumingMemoryBound(to: E.self)), into: target)
        }
    }
}
