// Defines how an operation is applied: directly for small operands of one type, through a kernel otherwise.

/// The operands of an operation, one to three.
struct Operands {
    var a: Operand
    var b: Operand?
    var c: Operand?

    /// Where the operation runs: where its tensors live; 0-d tensors of the processor go everywhere. Throws where they live apart.
    func device() throws -> ComputeDevice? {
        var place = Residence()
        for case .tensor(let tensor)? in [a, b, c] { try place.add(tensor) }
        return place.device
    }
}

extension Op {
    /// Applies the operation to one operand.
    @inline(__always)
    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        let result = try direct(x, x) ?? evaluate(Operands(a: .tensor(x)))
        if Autograd.records(x) { try recordUnary(x, result) }
        return result
    }

    /// Applies the operation to two tensors.
    @inline(__always)
    public func callAsFunction(_ x: Tensor, _ y: Tensor) throws -> Tensor {
        let result = try direct(x, y) ?? evaluate(Operands(a: .tensor(x), b: .tensor(y)))
        if Autograd.records(x, y) { try record(result, Operands(a: .tensor(x), b: .tensor(y)), record) }
        return result
    }

    /// Applies the operation to tensors or numbers; `name` replaces the name of the recorded node.
    public func callAsFunction(_ x: Operand, _ y: Operand? = nil, _ z: Operand? = nil, name: String? = nil) throws -> Tensor {
        let operands = Operands(a: x, b: y, c: z)
        let result = try direct(operands) ?? evaluate(operands)
        if Engine.current.gradEnabled { try record(result, operands, name ?? record) }
        return result
    }

    /// Applies the operation to a tensor and a tensor or number.
    @inline(__always)
    public func callAsFunction(_ x: Tensor, _ y: Operand) throws -> Tensor { try self(.tensor(x), y) }

    /// Applies the operation to a tensor or number and a tensor.
    @inline(__always)
    public func callAsFunction(_ x: Operand, _ y: Tensor) throws -> Tensor { try self(x, .tensor(y)) }

    private func recordUnary(_ x: Tensor, _ result: Tensor) throws {
        try record(result, Operands(a: .tensor(x)), record)
    }

    /// Gives the result its history if an operand requires grad.
    func record(_ result: Tensor, _ operands: Operands, _ name: String) throws {
        guard result.dtype.isFloatingPoint, !gradients.isEmpty else { return }
        let first = operands.a.edge
        let second = operands.b?.edge
        let third = operands.c?.edge
        if first == nil && second == nil && third == nil { return }
        let edges: [Edge?] = operands.c != nil ? [first, second, third] : operands.b != nil ? [first, second] : [first]
        result.attach(try OpNode(self, name: name, operands, edges: edges, result: result))
    }

    /// The result for two small contiguous tensors of the same sizes and a type that is computed as it is stored; else nil.
    @inline(__always)
    private func direct(_ x: Tensor, _ y: Tensor) throws -> Tensor? {
        let dtype = x.dtype
        guard dtype == y.dtype, let xs = x.memory, let ys = y.memory, xs.device == nil, ys.device == nil, Engine.current.device == nil, x.layout.isContiguous, y.layout.isContiguous,
              x.layout.count == y.layout.count, x.layout.count < Engine.current.deferralThreshold,
              rule == .promoted || (rule == .floating && dtype.isFloatingPoint),
              dtype.isLaneNative, x.layout.shape == y.layout.shape, check == nil || dtype.isFloatingPoint, let loop = loops[dtype.lane] else { return nil }
        let result = try Tensor(empty: Layout(contiguous: x.layout.shape, count: x.layout.count), dtype)
        let size = dtype.itemSize
        let a = UnsafeRawPointer(xs.bytes + x.layout.offset &* size)
        let b = UnsafeRawPointer(ys.bytes + y.layout.offset &* size)
        loop(result.memory!.bytes, a, b, a, x.layout.count)
        return result
    }

    /// Up to this many elements a number is spread over a tile on the stack (1 kB, what Swift still puts there).
    private static let splatCount = 128

    /// The same where the second operand is a number.
    @inline(__always)
    func direct(_ operands: Operands) throws -> Tensor? {
        guard operands.c == nil, case .tensor(let x) = operands.a else { return nil }
        guard case .number(let number)? = operands.b else {
            if case .tensor(let y)? = operands.b { return try direct(x, y) }
            return try direct(x, x)
        }
        let dtype = x.dtype
        guard let xs = x.memory, xs.device == nil, Engine.current.device == nil, x.layout.isContiguous, x.layout.count <= Op.splatCount, rule == .promoted, dtype.isLaneNative, check == nil || dtype.isFloatingPoint,
              number.category <= dtype.category, !(x.isWrappedNumber || x.layout.shape.count == 0 && number.category == .floating),
              let loop = loops[dtype.lane] else { return nil }
        let count = x.layout.count
        let result = try Tensor(empty: Layout(contiguous: x.layout.shape, count: count), dtype)
        let a = UnsafeRawPointer(xs.bytes + x.layout.offset &* dtype.itemSize)
        withUnsafeTemporaryAllocation(byteCount: Op.splatCount * 8, alignment: 16) { tile in
            Kernel.splat(number, dtype, into: tile.baseAddress!, count)
            loop(result.memory!.bytes, a, tile.baseAddress!, a, count)
        }
        return result
    }

    /// The general way: converts, broadcasts, and defers large results.
    func evaluate(_ operands: Operands) throws -> Tensor {
        let (work, dtype) = try types(operands.a, operands.b, operands.c)
        var shape = operands.a.shape
        if let b = operands.b { shape = try Shapes.broadcast(shape, b.shape) }
        if let c = operands.c { shape = try Shapes.broadcast(shape, c.shape) }
        let layout = try Layout(contiguous: shape)
        let device = Engine.current.usesDevices ? try operands.device() : nil
        if device == nil && layout.count < Engine.current.deferralThreshold {
            if Engine.current.device == nil { return try immediate(operands, work: work, dtype: dtype, layout: layout) }
            return try Engine.current.on(nil) { try immediate(operands, work: work, dtype: dtype, layout: layout) }
        }
        let pending = Pending(self, operands, work: work, dtype: dtype, layout: layout, on: device)
        try pending.defer()
        return Tensor(dtype, layout, pending: pending)
    }
}

extension Operand {
    /// The sizes; none for a number.
    @inline(__always)
    var shape: Dims {
        switch self {
        case .tensor(let tensor): tensor.layout.shape
        case .number: Dims()
        }
    }

    /// Where the gradient goes; nil for numbers and tensors that need none.
    @inline(__always)
    var edge: Edge? {
        switch self {
        case .tensor(let tensor): tensor.edge
        case .number: nil
        }
    }
}
