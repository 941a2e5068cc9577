// Defines Positions: the storage offsets of the elements of strided sizes, as lists that indexing kernels add up.

/// Offsets in elements.
enum Positions {
    /// The offset of each element of `shape` in row-major order.
    static func list(_ shape: Dims, _ strides: Dims) -> [Int] {
        var result = [0]
        for axis in 0..<shape.count {
            let size = shape[axis]
            let step = strides[axis]
            if size == 1 { continue }
            var next: [Int] = []
            next.reserveCapacity(result.count * size)
            for base in result {
                for k in 0..<size { next.append(base &+ k &* step) }
            }
            result = next
        }
        return result
    }

    /// An index counted from the front, or nil where it is out of range.
    @inline(__always)
    static func wrap(_ index: Int, _ size: Int) -> Int? {
        guard index >= -size, index < size else { return nil }
        return index < 0 ? index + size : index
    }
}

extension Tensor {
    /// The elements of an index tensor, row-major.
    func indexElements(_ message: @autoclosure () -> String) throws -> [Int] {
        guard dtype == .int64 || dtype == .int32 else { throw TensorError.index(message()) }
        return try elements(Int.self)
    }
}
