// Defines Op: the row of one elementwise operation: its name, types, formula and gradient.

/// How the types of the operands decide the type of the result.
enum TypeRule: Sendable {
    /// The common type of all operands.
    case promoted
    /// The common type, but the default floating type where that is no floating type.
    case floating
    /// Computes in the common type, answers bool.
    case predicate
    /// Takes the truth of each operand and answers bool.
    case logical
    /// The first operand is a bool condition; the common type of the others.
    case conditional
}

/// One elementwise operation. Called like a function: `try Op.mul(x, y)`.
///
/// The rows are in the extensions of this folder; everything that works on operations reads them: the loops of the processor,
/// the deferred graph, the recorded gradients, the tests.
public final class Op: Sendable {
    /// The name in the language, `mul`.
    public let name: String
    /// The name of the recorded node, `MulBackward0`.
    public let record: String
    /// The name of PyTorch's kernel, for messages of types it does not have.
    let kernel: String
    let rule: TypeRule
    let loops: Loops
    /// Number of operands.
    package var arity: Int { loops.arity }
    /// For each operand the gradient, nil where none flows.
    let gradients: [Gradient?]
    /// Refuses operands that have the right types but no meaning; gets the common type, too.
    let check: (@Sendable (Operands, DType) throws -> Void)?

    @inline(__always)
    init(
        _ name: String, _ record: String, _ rule: TypeRule, _ loops: Loops, kernel: String? = nil,
        check: (@Sendable (Operands, DType) throws -> Void)? = nil, _ gradients: Gradient?...
    ) {
        self.name = name
        self.record = record
        self.kernel = kernel ?? name + "_cpu"
        self.rule = rule
        self.loops = loops
        self.gradients = gradients
        self.check = check
    }

    /// Whether the operation exists for a lane.
    package func hasLoop(_ lane: DType.Lane) -> Bool { loops[lane] != nil }

    /// Whether devices compute it for a lane; else it goes through the host.
    package func hasDeviceText(_ lane: DType.Lane) -> Bool {
        loops.form.write(lane, ["r0", "r1", "r2"], result: lane, into: DeviceCode()) != nil
    }

    /// The type operands are converted to and the type of the result. Throws where no loop exists for them.
    func types(_ a: Operand, _ b: Operand?, _ c: Operand?) throws -> (work: DType, result: DType) {
        var promotion = Promotion()
        if rule != .conditional { promotion.add(a) }
        if let b { promotion.add(b) }
        if let c { promotion.add(c) }
        let common = promotion.result
        let work: DType
        switch rule {
        case .promoted, .predicate, .conditional: work = common
        case .floating: work = common.isFloatingPoint ? common : Engine.current.defaultDType
        case .logical: work = .bool
        }
        if let check { try check(Operands(a: a, b: b, c: c), common) }
        guard loops[work.lane] != nil else { throw TensorError.unsupported(kernel, common) }
        switch rule {
        case .promoted, .floating, .conditional: return (work, work)
        case .predicate, .logical: return (work, .bool)
        }
    }
}

/// Which tensors a gradient formula reads.
struct Uses: OptionSet, Sendable {
    let rawValue: UInt8
    static let a = Uses(rawValue: 1)
    static let b = Uses(rawValue: 2)
    static let c = Uses(rawValue: 4)
    static let result = Uses(rawValue: 8)
}

/// The gradient of an operation for one operand, as a tensor expression.
struct Gradient: Sendable {
    let uses: Uses
    let body: @Sendable (GradientContext) throws -> Tensor

    @inline(__always)
    init(_ uses: Uses = [], _ body: @escaping @Sendable (GradientContext) throws -> Tensor) {
        self.uses = uses
        self.body = body
    }

    /// The incoming gradient itself.
    static let same: Gradient = Gradient { $0.grad }
    /// The negative of the incoming gradient.
    static let negative: Gradient = Gradient { try Op.neg($0.grad) }
    /// Zero everywhere, as that of a step function.
    static let zero: Gradient = Gradient { try Tensor.zeros($0.grad.shape, $0.grad.dtype) }
}

/// What a gradient formula sees: the gradient of the result and the saved operands.
struct GradientContext {
    /// Gradient of the result.
    let grad: Tensor
    let node: OpNode

    /// The first operand; only if the formula declares that it uses it. Throws if it was changed since.
    var a: Operand { get throws { try node.operand(0) } }
    /// The second operand.
    var b: Operand { get throws { try node.operand(1) } }
    /// The third operand.
    var c: Operand { get throws { try node.operand(2) } }
    /// The result of the operation.
    var result: Tensor { get throws { try node.result() } }
}
