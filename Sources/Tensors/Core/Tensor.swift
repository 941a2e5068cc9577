// Defines Tensor: elements of one type laid out over shared storage, with what autograd knows about them.

/// An n-dimensional array.
///
/// Views share the storage of their base. A tensor may be pending: its elements are then still an expression (see Graph/)
/// and are computed when something asks for them; nobody outside can tell the difference.
public final class Tensor {
    /// Type of the elements. Changed only by `data` assignment.
    public internal(set) var dtype: DType
    /// Sizes, strides, offset. Changed only by in-place view operations and by `data` assignment.
    public internal(set) var layout: Layout
    /// The memory; nil while the tensor is pending.
    var memory: Storage?
    /// The expression of a pending tensor.
    var pending: Pending?
    /// Gradient, history, view relation; nil for plain data.
    var meta: AutogradMeta?
    /// Made from a plain number: promotes like one.
    public internal(set) var isWrappedNumber = false
    /// Made inside inference mode: never takes part in autograd.
    public internal(set) var isInference = false
    /// False for aliases made by `.data`: changes through them are not seen by autograd.
    var tracksVersion = true
    /// For differentiable views: the tensor whose memory this looks into (never itself a view).
    var viewBase: Tensor?
    /// How the view was made, for errors about in-place changes of it.
    var viewKind = ViewKind.single
    /// The storage version for which the history of a view is right; a later one means that it must be made anew from the base.
    var viewVersion = 0
    /// The language object that stands for this tensor, so that `x.grad is x.grad`. Set and cleared by that object; not retained.
    public var wrapper: UnsafeMutableRawPointer?

    /// A tensor over existing storage; the layout must lie inside it.
    @inline(__always)
    public init(_ dtype: DType, _ layout: Layout, _ storage: Storage) {
        self.dtype = dtype
        self.layout = layout
        self.memory = storage
        isInference = Engine.current.inferenceMode
    }

    /// A tensor whose elements are still an expression.
    @inline(__always)
    init(_ dtype: DType, _ layout: Layout, pending: Pending) {
        self.dtype = dtype
        self.layout = layout
        self.pending = pending
        isInference = Engine.current.inferenceMode
    }

    /// New contiguous tensor with undefined elements.
    @inline(__always)
    public convenience init(empty shape: Dims, _ dtype: DType) throws {
        try self.init(empty: Layout(contiguous: shape), dtype)
    }

    /// New tensor of a contiguous layout with undefined elements.
    @inline(__always)
    convenience init(empty layout: Layout, _ dtype: DType) throws {
        let (bytes, overflow) = layout.count.multipliedReportingOverflow(by: dtype.itemSize)
        if overflow { throw TensorError.runtime("Storage size calculation overflowed with sizes=\(layout.shape)") }
        self.init(dtype, layout, try Storage(byteCount: bytes))
    }

    /// Sizes.
    @inline(__always)
    public var shape: Dims { _read { yield layout.shape } }
    /// Strides in elements.
    @inline(__always)
    public var strides: Dims { _read { yield layout.strides } }
    /// Number of dimensions.
    @inline(__always)
    public var rank: Int { layout.shape.count }
    /// Number of elements.
    @inline(__always)
    public var count: Int { layout.count }
    /// Whether the elements lie in row-major order without gaps.
    @inline(__always)
    public var isContiguous: Bool { layout.isContiguous }

    /// The size of one dimension; negative ones count from the back.
    public func size(_ dim: Int) throws -> Int { shape[try Shapes.wrap(dim, rank: rank)] }

    /// The memory on the host, to be read and written there; computed first if this tensor is pending.
    @inline(__always)
    public func storage() throws -> Storage {
        if let memory, memory.isOnHost { return memory }
        let storage = try computed()
        try storage.moveToHost()
        return storage
    }

    /// The memory with the host's copy valid, only to be read there.
    @inline(__always)
    public func readableStorage() throws -> Storage {
        if let memory, memory.isOnHost { return memory }
        let storage = try computed()
        try storage.copyToHost()
        return storage
    }

    /// The memory wherever it lives, computed first if this tensor is pending.
    @inline(__always)
    public func computed() throws -> Storage {
        if let memory { return memory }
        return try realised()
    }

    /// Number of in-place changes made to the memory so far (`_version`).
    public var version: Int { memory?.version ?? pending?.storage?.version ?? 0 }

    /// Must be called before the elements are changed in place: computes pending readers first and makes the change seen by autograd.
    @inline(__always)
    public func willChange() throws {
        let storage = try computed()
        if storage.pendingReaders > 0 { try Pending.computeAll() }
        if tracksVersion { storage.version &+= 1 }
    }
}
