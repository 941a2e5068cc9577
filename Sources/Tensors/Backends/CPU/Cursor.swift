// Defines Cursor: reads or writes stretches of a strided tensor in row-major order, as tiles.

/// A strided tensor seen as one row-major sequence.
///
/// Holds raw pointers only: worker threads use it while the owner keeps the storage alive.
struct Cursor: Equatable {
    /// The first element.
    let base: UnsafeMutableRawPointer
    let dtype: DType
    private let walk: Walk
    /// Merged sizes, outermost first; at least one dimension.
    @inline(__always)
    var sizes: Dims { walk.sizes }
    /// Their strides in elements.
    @inline(__always)
    var strides: Dims { walk.strides }

    /// A cursor over `bytes` with the given sizes and strides; strides of 0 repeat elements.
    @inline(__always)
    init(_ bytes: UnsafeMutableRawPointer, _ dtype: DType, shape: Dims, strides: Dims, offset: Int) {
        self.init(bytes, dtype, Walk(shape: shape, strides: strides, offset: offset))
    }

    /// A cursor over `bytes` in an order.
    @inline(__always)
    init(_ bytes: UnsafeMutableRawPointer, _ dtype: DType, _ walk: Walk) {
        base = bytes + walk.offset * dtype.itemSize
        self.dtype = dtype
        self.walk = walk
    }

    /// Whether the elements lie one after the other.
    @inline(__always)
    var isContiguous: Bool { walk.isContiguous }

    /// Whether there is only one element, repeated.
    @inline(__always)
    var isConstant: Bool { walk.isConstant }

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
        if count <= 0 { return }
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
