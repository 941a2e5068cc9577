// Defines KernelBuilder: turns a pending expression into a kernel and runs it.

/// Walks the expression of one pending tensor.
///
/// Intermediate results that something outside still refers to become outputs of the same kernel, so that they are computed once.
package struct KernelBuilder {
    private var kernel: Kernel
    /// The order in which dimensions are walked; nil for the natural one.
    private let order: [Int]?
    private let shape: Dims
    private let stamp: Int
    /// Pending operations, operands before users.
    private var sorted: [Pending] = []
    /// Whether intermediate results that something outside refers to are stored, too.
    private var keepsResults = true
    /// Those that are.
    private var finished: [(pending: Pending, storage: Storage)] = []
    /// Where the kernel runs; nil for the processor.
    private let device: ComputeDevice?

    nonisolated(unsafe) private static var stamps = 0

    private init(_ shape: Dims, _ count: Int, order: [Int]?, on device: ComputeDevice?) {
        self.device = device
        KernelBuilder.stamps &+= 1
        stamp = KernelBuilder.stamps
        kernel = Kernel(count: count)
        self.shape = shape
        self.order = order
    }

    /// Computes a pending expression into new memory.
    static func run(_ root: Pending) throws -> Storage {
        let storage = try Storage(byteCount: root.layout.count * root.dtype.itemSize, on: root.device)
        try run(root, into: region(storage, root))
        return storage
    }

    /// Computes a pending expression into existing memory of the same sizes.
    static func run(_ root: Pending, into target: Region) throws {
        if root.reduction == nil && root.layout.count == 0 { return }
        try built(root, into: target)?.execute()
    }

    /// The text of the kernel that would compute a pending tensor on a device; nil where an operation has no form in OpenCL C.
    package static func deviceText(of tensor: Tensor, hasDouble: Bool = true) throws -> String? {
        guard let root = tensor.pending, root.storage == nil else { return nil }
        let storage = try Storage(byteCount: root.layout.count * root.dtype.itemSize, on: nil)
        guard let builder = try built(root, into: region(storage, root), keepsResults: false) else { return nil }
        return DeviceText.text(of: DevicePlan(builder.kernel), hasDouble: hasDouble)
    }

    private static func built(_ root: Pending, into target: Region, keepsResults: Bool = true) throws -> KernelBuilder? {
        if let reduction = root.reduction { return try builtReduction(root, reduction, into: target, keepsResults) }
        var builder = KernelBuilder(root.layout.shape, root.layout.count, order: nil, on: root.device)
        builder.keepsResults = keepsResults
        try builder.build(root)
        builder.kernel.outputs.append(Kernel.Output(register: root.register, target: target))
        return builder
    }

    private static func builtReduction(
        _ root: Pending, _ reduction: Reduction, into target: Region, _ keepsResults: Bool
    ) throws -> KernelBuilder? {
        guard case .tensor(let input)? = root.operands?.a else { return nil }
        let geometry = ReductionGeometry(input.layout, reduction)
        var builder = KernelBuilder(input.layout.shape, input.layout.count, order: geometry.order, on: root.device)
        builder.keepsResults = keepsResults
        var register: Int
        if geometry.order == nil, let inner = builder.fused(input) {
            try builder.build(inner)
            inner.meet(input)
            if keepsResults && inner.isHeldOutside { try builder.keep(inner) }
            register = inner.register
        } else {
            register = try builder.load(input)
        }
        if let work = reduction.work, builder.kernel.dtype(register) != work {
            builder.kernel.steps.append(Kernel.Step(
                op: nil, loop: nil, a: register, b: register, c: register, from: builder.kernel.dtype(register), dtype: work))
            register = builder.kernel.registers - 1
        }
        builder.kernel.reduction = ReductionPlan(
            reduction: reduction, register: register, outer: geometry.outer, reduced: geometry.reduced, inner: geometry.inner,
            target: target)
        return builder
    }

    private static func region(_ storage: Storage, _ pending: Pending) -> Region {
        Region(storage: storage, dtype: pending.dtype,
               walk: Walk(shape: pending.layout.shape, strides: pending.layout.strides, offset: 0))
    }

    /// Runs the kernel where its root lives; on the host if the device has no form of it.
    private func execute() throws {
        if try device?.run(kernel) != true { try Executor.run(kernel) }
        for (pending, storage) in finished { pending.finish(storage) }
    }

    // MARK: Building

    /// Emits everything `root` needs: first all sources, then the steps.
    private mutating func build(_ root: Pending) throws {
        collect(root)
        var registers: [(Int, Int, Int)] = []
        for pending in sorted {
            let a = try source(pending.operands?.a, pending)
            let b = try source(pending.operands?.b, pending)
            let c = try source(pending.operands?.c, pending)
            registers.append((a ?? -1, b ?? -1, c ?? -1))
        }
        for (pending, known) in zip(sorted, registers) {
            try emit(pending, known)
            if keepsResults && pending !== root && pending.isHeldOutside { try keep(pending) }
        }
    }

    /// Stores an intermediate result, too.
    private mutating func keep(_ pending: Pending) throws {
        let storage = try Storage(byteCount: pending.layout.count * pending.dtype.itemSize, on: device)
        kernel.outputs.append(Kernel.Output(register: pending.register, target: KernelBuilder.region(storage, pending)))
        finished.append((pending, storage))
    }

    private mutating func collect(_ pending: Pending) {
        if pending.buildStamp == stamp { return }
        pending.buildStamp = stamp
        pending.internalUses = 0
        for operand in [pending.operands?.a, pending.operands?.b, pending.operands?.c] {
            if case .tensor(let tensor)? = operand, let inner = fused(tensor) {
                collect(inner)
                inner.meet(tensor)
            }
        }
        sorted.append(pending)
    }

    /// The expression of an operand that is computed by the same kernel; nil for what is read from memory.
    private func fused(_ tensor: Tensor) -> Pending? {
        guard let inner = tensor.pending, inner.storage == nil, inner.reduction == nil, inner.layout.shape == shape, inner.device === device else { return nil }
        return inner
    }

    /// The register of an operand that is read from memory or constant; nil if it is computed by a step.
    private mutating func source(_ operand: Operand?, _ user: Pending) throws -> Int? {
        switch operand {
        case nil: return nil
        case .number(let number)?:
            kernel.sources.append(.number(number, user.operandType(number)))
            return kernel.sources.count - 1
        case .tensor(let tensor)?:
            return fused(tensor) != nil ? nil : try load(tensor)
        }
    }

    /// A register filled from memory; the same memory is read once.
    private mutating func load(_ tensor: Tensor) throws -> Int {
        guard var strides = tensor.layout.strides(expandedTo: shape) else {
            throw TensorError.expansion(of: tensor.shape, tensor.dtype, to: shape)
        }
        var sizes = shape
        if let order {
            let plain = strides
            for (i, d) in order.enumerated() {
                sizes[i] = shape[d]
                strides[i] = plain[d]
            }
        }
        let walk = Walk(shape: sizes, strides: strides, offset: tensor.layout.offset)
        let region = Region(storage: try tensor.computed(), dtype: tensor.dtype, walk: walk)
        for (register, known) in kernel.sources.enumerated() {
            if case .tensor(let other) = known, other == region { return register }
        }
        kernel.sources.append(.tensor(region))
        return kernel.sources.count - 1
    }

    private mutating func emit(_ pending: Pending, _ known: (Int, Int, Int)) throws {
        let a = converted(register(pending.operands?.a, known.0), pending, first: true)
        let b = converted(register(pending.operands?.b, known.1), pending, first: false)
        let c = converted(register(pending.operands?.c, known.2), pending, first: false)
        if let op = pending.op {
            guard let loop = op.loops[pending.work.lane] else { throw TensorError.unsupported(op.kernel, pending.work) }
            kernel.steps.append(Kernel.Step(
                op: op, loop: loop, a: a, b: b < 0 ? a : b, c: c < 0 ? a : c, from: pending.work, dtype: pending.dtype))
            pending.register = kernel.registers - 1
        } else {
            pending.register = a
        }
    }

    private func register(_ operand: Operand?, _ known: Int) -> Int {
        if known >= 0 { return known }
        if case .tensor(let tensor)? = operand, let inner = tensor.pending { return inner.register }
        return -1
    }

    /// The register with its values in the type the operation works in.
    private mutating func converted(_ register: Int, _ pending: Pending, first: Bool) -> Int {
        if register < 0 { return register }
        let from = kernel.dtype(register)
        let to = first && pending.op?.rule == .conditional ? .bool : pending.op == nil ? pending.dtype : pending.work
        if from == to { return register }
        kernel.steps.append(Kernel.Step(op: nil, loop: nil, a: register, b: register, c: register, from: from, dtype: to))
        return kernel.registers - 1
    }
}
