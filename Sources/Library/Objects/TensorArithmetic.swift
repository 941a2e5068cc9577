// Defines the operators of tensors: `a + b`, `a += b`, `-a`, `a < b`.
import Runtime
import Tensors

/// The operators of the language on tensors, straight to the engine.
enum TensorArithmetic {
    /// `x op other`, or `other op x` where reflected; nil where other is neither tensor nor number.
    @inline(__always)
    static func binary(_ op: BinaryOperator, _ x: Tensor, _ other: Value, reflected: Bool) throws -> Value? {
        if case .object(let object) = other, let object = object as? TensorObject {
            return try tensors(op, reflected ? object.tensor : x, reflected ? x : object.tensor).intoValue()
        }
        guard let y = try Operand.from(other) else { return nil }
        if op == .matrixMultiply { return nil }
        return try reflected ? operands(op, y, .tensor(x)).intoValue() : operands(op, .tensor(x), y).intoValue()
    }

    /// The four most frequent operators between tensors, before all others.
    @inline(__always)
    private static func tensors(_ op: BinaryOperator, _ a: Tensor, _ b: Tensor) throws -> Tensor {
        switch op {
        case .add where a.dtype != .bool: try Op.add(a, b)
        case .multiply: try Op.mul(a, b)
        case .matrixMultiply: try Autocast.product(a, b)
        default: try operands(op, .tensor(a), .tensor(b))
        }
    }

    /// An operator between tensors or numbers, at least one of them a tensor.
    private static func operands(_ op: BinaryOperator, _ a: Operand, _ b: Operand) throws -> Tensor {
        switch op {
        case .add: try sum(a, b)
        case .subtract: try difference(a, b)
        case .multiply: try Op.mul(a, b)
        case .divide: try quotient(a, b)
        case .floorDivide: try Op.floorDivide(a, b)
        case .modulo: try Tensor.remainder(.remainder, a, b)
        case .power: try Tensor.pow(a, b)
        case .matrixMultiply: try a.asTensor().matmul(b.asTensor())
        case .leftShift: try Op.shiftLeft(a, b)
        case .rightShift: try Op.shiftRight(a, b)
        case .bitAnd: try Op.bitwiseAnd(a, b)
        case .bitOr: try Op.bitwiseOr(a, b)
        case .bitXor: try Op.bitwiseXor(a, b)
        }
    }

    private static func sum(_ a: Operand, _ b: Operand) throws -> Tensor {
        if case .tensor(let x) = a { return try x.add(b) }
        return try b.asTensor().add(a)
    }

    private static func difference(_ a: Operand, _ b: Operand) throws -> Tensor {
        if case .tensor(let x) = a { return try subtracted(x, b) }
        try refuseTruth(b, a)
        return try b.asTensor().rsub(a)
    }

    /// `x - alpha * y`, where y is neither True nor False.
    @Sendable static func subtracted(_ x: Tensor, _ y: Operand, alpha: Number = 1) throws -> Tensor {
        try refuseTruth(.tensor(x), y)
        return try x.sub(y, alpha: alpha)
    }

    /// A truth value is no number to subtract, nor to subtract from; the engine itself refuses tensors of them.
    private static func refuseTruth(_ tensor: Operand, _ number: Operand) throws {
        guard case .number(.bool) = number else { return }
        guard try tensor.asTensor().dtype != .bool else {
            throw TensorError.notImplemented("Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or "
                + "`logical_xor()` operator instead.")
        }
        throw TensorError.notImplemented("Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a "
            + "mask, use the `~` or `logical_not()` operator instead.")
    }

    private static func quotient(_ a: Operand, _ b: Operand) throws -> Tensor {
        if case .tensor(let x) = a { return try x.div(b) }
        return try Op.mul(.tensor(Op.reciprocal(b.asTensor())), a)
    }

    /// `x op= other`: writes into x. False where other is neither tensor nor number.
    static func inPlace(_ op: BinaryOperator, _ x: Tensor, _ other: Value) throws -> Bool {
        guard op != .matrixMultiply, let y = try Operand.from(other) else { return false }
        switch op {
        case .add: _ = try x.addInPlace(y)
        case .subtract: _ = try x.subInPlace(y)
        case .multiply: _ = try x.mulInPlace(y)
        case .divide: _ = try x.divInPlace(y)
        default: try x.inPlace(with: [Tensor.from(other)].compactMap { $0 }) { try operands(op, .tensor($0), y) }
        }
        return true
    }

    /// `-x`, `+x`, `~x`.
    static func unary(_ op: UnaryOperator, _ x: Tensor) throws -> Value? {
        switch op {
        case .negate: return try x.neg().intoValue()
        case .plus: return x.intoValue()
        case .invert:
            guard !x.dtype.isFloatingPoint else {
                throw Raised.typeError("~ (operator.invert) is only implemented on integer and Boolean-type tensors")
            }
            return try Op.bitwiseNot(x).intoValue()
        case .not: return nil
        }
    }

    /// `x op other`; nil where other is neither tensor nor number (equality then falls back to identity).
    static func compare(_ op: Comparison, _ x: Tensor, _ other: Value) throws -> Value? {
        guard let y = try Operand.from(other) else { return nil }
        let a = Operand.tensor(x)
        return switch op {
        case .equal: try Op.eq(a, y).intoValue()
        case .notEqual: try Op.ne(a, y).intoValue()
        case .less: try Op.lt(a, y).intoValue()
        case .lessOrEqual: try Op.le(a, y).intoValue()
        case .greater: try Op.gt(a, y).intoValue()
        case .greaterOrEqual: try Op.ge(a, y).intoValue()
        }
    }
}
