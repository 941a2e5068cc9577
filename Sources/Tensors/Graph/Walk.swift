// Defines Walk, the order in which a kernel meets the elements of a tensor, and Region, the elements with their memory.

/// A strided layout as one row-major sequence; neighbouring dimensions are merged where the strides allow.
struct Walk: Equatable {
    /// Merged sizes and strides (elements), outermost first; at least one dimension.
    private(set) var sizes: Dims
    private(set) var strides: Dims
    /// The first element.
    let offset: Int

    /// Walks sizes with strides; strides of 0 repeat elements.
    @inline(__always)
    init(shape: Dims, strides: Dims, offset: Int) {
        self.offset = offset
        var mergedSizes = Dims()
        var mergedStrides = Dims()
        for i in 0..<shape.count where shape[i] != 1 {
            let last = mergedSizes.count - 1
            if last >= 0, mergedStrides[last] == strides[i] &* shape[i] {
                mergedSizes[last] = mergedSizes[last] &* shape[i]
                mergedStrides[last] = strides[i]
            } else {
                mergedSizes.push(shape[i])
                mergedStrides.push(strides[i])
            }
        }
        if mergedSizes.count == 0 {
            mergedSizes.push(1)
            mergedStrides.push(1)
        }
        sizes = mergedSizes
        self.strides = mergedStrides
    }

    /// Whether the elements lie one after the other.
    @inline(__always)
    var isContiguous: Bool { sizes.count == 1 && strides[0] == 1 }

    /// Whether there is only one element, repeated.
    @inline(__always)
    var isConstant: Bool { sizes.count == 1 && (strides[0] == 0 || sizes[0] == 1) }

    /// The last position that is met, plus one.
    var end: Int {
        var last = offset
        for i in 0..<sizes.count { last += (sizes[i] - 1) * strides[i] }
        return last + 1
    }
}

/// Elements of a tensor in the order of a kernel, wherever their memory lives.
struct Region: Equatable {
    let storage: Storage
    let dtype: DType
    let walk: Walk

    static func == (a: Region, b: Region) -> Bool { a.storage === b.storage && a.dtype == b.dtype && a.walk == b.walk }

    /// The elements on the host, to be read.
    func source() throws -> Cursor {
        try storage.copyToHost()
        return Cursor(storage.bytes, dtype, walk)
    }

    /// The elements on the host, to be written.
    func target() throws -> Cursor {
        try storage.moveToHost()
        return Cursor(storage.bytes, dtype, walk)
    }

    /// Whether all of the memory is met.
    var isWhole: Bool { walk.offset == 0 && walk.isContiguous && walk.sizes[0] * dtype.itemSize == storage.byteCount }
}

extension Tensor {
    /// The elements in row-major order.
    func region() throws -> Region {
        Region(storage: try computed(), dtype: dtype, walk: Walk(shape: shape, strides: strides, offset: layout.offset))
    }
}
