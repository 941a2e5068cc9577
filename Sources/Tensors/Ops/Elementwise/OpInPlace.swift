// Defines the in-place form of elementwise operations, `x.mul_(y)`.

extension Op {
    /// Applies the operation with `x` as first operand and writes the result into `x`.
    @discardableResult
    public func inPlace(_ x: Tensor, _ y: Operand? = nil, _ z: Operand? = nil) throws -> Tensor {
        let records = Engine.current.gradEnabled && (x.requiresGrad || y?.edge != nil || z?.edge != nil)
        if records {
            var others: [Tensor] = []
            for case .tensor(let other)? in [y, z] { others.append(other) }
            return try x.inPlace(with: others) { try self(.tensor($0), y, z) }
        }
        try x.checkChange(recorded: false)
        let operands = Operands(a: .tensor(x), b: y, c: z)
        let (work, dtype) = try types(operands.a, y, z)
        var shape = x.shape
        if let y { shape = try Shapes.broadcast(shape, y.shape) }
        if let z { shape = try Shapes.broadcast(shape, z.shape) }
        guard dtype.category <= x.dtype.category else { throw Op.castError(dtype, x.dtype) }
        guard shape == x.shape else {
            throw TensorError.runtime("output with shape \(x.shape) doesn't match the broadcast shape \(shape)")
        }
        let device = Engine.current.usesDevices ? try operands.device() : nil
        if try (device == nil && x.count < Engine.current.deferralThreshold) || Op.readsOtherPart(of: x, y) || Op.readsOtherPart(of: x, z) {
            try x.overwrite(with: direct(operands) ?? evaluate(operands))
            return x
        }
        try x.willChange()
        let pending = Pending(self, operands, work: work, dtype: dtype, layout: x.layout, on: device)
        try KernelBuilder.run(pending, into: x.region())
        return x
    }

    private static func castError(_ from: DType, _ to: DType) -> TensorError {
        .runtime("result type \(from.scalarName) can't be cast to the desired output type \(to.scalarName)")
    }

    /// Whether an operand lies in the memory of `x` in another way, so that it would change while it is read.
    private static func readsOtherPart(of x: Tensor, _ operand: Operand?) throws -> Bool {
        guard case .tensor(let other)? = operand, other !== x else { return false }
        guard try other.computed() === x.computed() else { return false }
        return other.layout.offset != x.layout.offset || other.shape != x.shape || other.strides != x.strides
    }
}
