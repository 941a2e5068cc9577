// Defines Pending: the expression of a tensor whose elements are not computed yet.

/// A pointwise operation, or a reduction of one, that waits for someone to need its elements.
///
/// Operands that are themselves pending make this a small graph, which is computed as one kernel. Everything the expression reads
/// stays as it is: before memory with pending readers is changed, `computeAll` runs.
final class Pending {
    /// At most this many operations in one expression; longer chains are cut.
    static let sizeLimit = 24

    /// The operation; nil for a plain conversion of the first operand to `dtype`.
    let op: Op?
    /// Set for a reduction of the first operand.
    let reduction: Reduction?
    private(set) var operands: Operands?
    /// The type the operands are converted to.
    let work: DType
    /// The type of the result.
    let dtype: DType
    let layout: Layout
    /// Where the result lives; nil for the processor.
    let device: ComputeDevice?
    /// Operations in the expression.
    private(set) var size = 1
    /// The elements, once computed.
    var storage: Storage?
    /// Scratch of the kernel builder: its run and this node's register.
    var buildStamp = 0
    var register = 0
    /// How often the builder met the node as an operand, and through which tensor.
    var internalUses = 0
    private unowned(unsafe) var holder: Tensor?
    /// Deferred expressions that read this one.
    private var readers = 0
    /// The other deferred expressions.
    private unowned(unsafe) var next: Pending?
    private unowned(unsafe) var previous: Pending?
    private var isListed = false

    nonisolated(unsafe) private static unowned(unsafe) var newest: Pending?

    /// A pointwise operation.
    init(_ op: Op?, _ operands: Operands, work: DType, dtype: DType, layout: Layout, on device: ComputeDevice?) {
        self.device = device
        self.op = op
        self.reduction = nil
        self.operands = operands
        self.work = work
        self.dtype = dtype
        self.layout = layout
    }

    /// A reduction of an expression.
    init(_ reduction: Reduction, of tensor: Tensor, dtype: DType, layout: Layout) {
        device = tensor.device
        self.op = nil
        self.reduction = reduction
        self.operands = Operands(a: .tensor(tensor))
        self.work = tensor.dtype
        self.dtype = dtype
        self.layout = layout
    }

    /// Joins the deferred expressions; computes operands that cannot be part of the same kernel.
    func `defer`() throws {
        try forEachTensor { tensor in
            guard let inner = tensor.pending, inner.storage == nil else {
                _ = try tensor.computed()
                return
            }
            let fits = reduction != nil || inner.layout.shape == layout.shape
            if fits && inner.reduction == nil && inner.device === device && size + inner.size <= Pending.sizeLimit {
                size += inner.size
            } else {
                _ = try tensor.computed()
            }
        }
        forEachTensor { Pending.count(reader: 1, of: $0) }
        next = Pending.newest
        Pending.newest?.previous = self
        Pending.newest = self
        isListed = true
    }

    /// Computes the elements, and those of intermediate results that are still referred to.
    func compute() throws -> Storage {
        if let storage { return storage }
        let result = try KernelBuilder.run(self)
        finish(result)
        return result
    }

    /// Whether something besides the running kernel refers to these elements: a variable, or autograd. An estimate: a wrong
    /// answer costs time (an extra output, or computing again), never correctness.
    var isHeldOutside: Bool {
        guard let holder else { return true }
        // The builder's list refers to this node, too.
        return Pending.references(Unmanaged.passUnretained(holder).toOpaque()) > internalUses
            || Pending.references(Unmanaged.passUnretained(self).toOpaque()) > 2
    }

    /// Notes that the running kernel uses the node through `tensor`.
    func meet(_ tensor: Tensor) {
        holder = tensor
        internalUses += 1
    }

    /// The reference count of an object.
    @_silgen_name("swift_retainCount")
    private static func references(_ object: UnsafeMutableRawPointer) -> Int

    /// The type a number among the operands is given: that of the work, bool for a condition.
    func operandType(_ number: Number) -> DType {
        op == nil ? dtype : work
    }

    /// Takes over computed elements and lets go of the expression.
    func finish(_ result: Storage) {
        storage = result
        result.pendingReaders += readers
        leave()
        operands = nil
    }

    /// Computes every deferred expression, because memory that one of them reads is about to change.
    static func computeAll() throws {
        while let pending = newest { _ = try pending.compute() }
    }

    @inline(__always)
    private func forEachTensor(_ body: (Tensor) throws -> Void) rethrows {
        guard let operands else { return }
        if case .tensor(let tensor) = operands.a { try body(tensor) }
        if case .tensor(let tensor)? = operands.b { try body(tensor) }
        if case .tensor(let tensor)? = operands.c { try body(tensor) }
    }

    private static func count(reader change: Int, of tensor: Tensor) {
        if let storage = tensor.memory ?? tensor.pending?.storage {
            storage.pendingReaders += change
        } else {
            tensor.pending?.readers += change
        }
    }

    private func leave() {
        if !isListed { return }
        isListed = false
        forEachTensor { Pending.count(reader: -1, of: $0) }
        if let previous { previous.next = next } else { Pending.newest = next }
        next?.previous = previous
    }

    deinit { leave() }
}

extension Tensor {
    /// Computes a pending tensor and returns its memory.
    @inline(never)
    func realised() throws -> Storage {
        guard let pending else { throw TensorError.runtime("tensor without storage") }
        let storage = try pending.compute()
        memory = storage
        self.pending = nil
        return storage
    }
}
