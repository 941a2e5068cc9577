// Defines Cursor: reads or writes stretches of a strided tensor in row-major order, as tiles.

/// A strided tensor seen as one row-major sequence; neighbouring dimensions are merged where the strides allow.
///
/// Holds raw pointers only: worker threads use it while the owner keeps the storage alive.
struct Cursor: Equatable {
    /// The first element.
    let base: UnsafeMutableRawPointer
    let dtype: DType
    /// Merged sizes and strides (elements), outermost first; at least one dimension.
    private(set) var sizes: Dims
    private(set) var strides: Dims

    /// A cursor over `bytes` with the given sizes and strides; strides of 0 repeat elements.
    @inline(__always)
    init(_ bytes: UnsafeMutableRawPointer, _ dtype: DType, shape: Dims, strides: Dims, offset: Int) {
        base = bytes + offset * dtype.itemSize
        self.dtype = dtype
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

    /// The stored element at a position of a contiguous cursor.
    @inline(__always)
    func pointer(at start: Int) -> UnsafeMutableRawPointer { base + start &* dtype.itemSize }

    /// Loads elements `start ..< start + count` of the sequence into a tile of this dtype's lane.
    func load(_ start: Int, _ count: Int, into tile: UnsafeMutableRawPointer) {
        let laneSize = dtype.lane.itemSize
        forEachRun(start, count) { position, stride, done, length in
            let source = UnsafeRawPointer(base + position &* dtype.itemSize)
            dtype.visitStored(LoadRun(source: source, stride: stride, tile: tile + done &* laneSize, count: length))
        }
    }

    /// Stores a tile of this dtype's lane at elements `start ..< start + count`.
    func store(_ tile: UnsafeRawPointer, _ start: Int, _ count: Int) {
        let laneSize = dtype.lane.itemSize
        forEachRun(start, count) { position, stride, done, length in
            let target = base + position &* dtype.itemSize
            dtype.visitStored(StoreRun(tile: tile + done &* laneSize, target: target, stride: stride, count: length))
        }
    }

    /// Splits a stretch into runs along the innermost dimension: (position of the first element, stride, elements done, length).
    @inline(__always)
    func forEachRun(_ start: Int, _ count: Int, _ body: (_ position: Int, _ stride: Int, _ done: Int, _ length: Int) -> Void) {
        let last = sizes.count - 1
        if last == 0 {
            body(start &* strides[0], strides[0], 0, count)
            return
        }
        var index = Dims(repeating: 0, count: sizes.count)
        var rest = start
        var position = 0
        var d = last
        while d >= 0 {
            index[d] = rest % sizes[d]
            rest /= sizes[d]
            position &+= index[d] &* strides[d]
            d -= 1
        }
        var done = 0
        while done < count {
            let length = min(count - done, sizes[last] - index[last])
            body(position, strides[last], done, length)
            done += length
            index[last] += length
            position &+= length &* strides[last]
            d = last
            while d > 0, index[d] == sizes[d] {
                position &-= sizes[d] &* strides[d]
                index[d] = 0
                d -= 1
                index[d] += 1
                position &+= strides[d]
            }
        }
    }
}
