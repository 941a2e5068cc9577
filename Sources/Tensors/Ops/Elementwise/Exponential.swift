// Defines the rows of the exponential family: exp, log, sqrt, powers.

extension Op {
    /// eᵃ.
    public static let exp: Op = Op("exp", "ExpBackward0", .floating, .unary(Exp.self), Gradient(.result) { try $0.grad * $0.result })
    /// 2ᵃ.
    public static let exp2: Op = Op(
        "exp2", "Exp2Backward0", .floating, .unary(Exp2.self), Gradient(.result) { try $0.grad * $0.result * 0.6931471805599453 })
    /// eᵃ − 1, exact near 0.
    public static let expm1: Op = Op(
        "expm1", "Expm1Backward0", .floating, .unary(Expm1.self), Gradient(.result) { try $0.grad * ($0.result + 1.0) })
    /// Natural logarithm.
    public static let log: Op = Op("log", "LogBackward0", .floating, .unary(Log.self), Gradient(.a) { try Op.div(.tensor($0.grad), $0.a) })
    /// Logarithm to base 2.
    public static let log2: Op = Op(
        "log2", "Log2Backward0", .floating, .unary(Log2.self), Gradient(.a) { try $0.grad / Op.mul($0.a, 0.6931471805599453) })
    /// Logarithm to base 10.
    public static let log10: Op = Op(
        "log10", "Log10Backward0", .floating, .unary(Log10.self), Gradient(.a) { try $0.grad / Op.mul($0.a, 2.302585092994046) })
    /// log(1 + a), exact near 0.
    public static let log1p: Op = Op(
        "log1p", "Log1PBackward0", .floating, .unary(Log1p.self), Gradient(.a) { try $0.grad / Op.add($0.a, 1.0) })
    /// Square root.
    public static let sqrt: Op = Op(
        "sqrt", "SqrtBackward0", .floating, .unary(SquareRoot.self), Gradient(.result) { try $0.grad / ($0.result * 2.0) })
    /// 1 / √a.
    public static let rsqrt: Op = Op(
        "rsqrt", "RsqrtBackward0", .floating, .unary(InverseSquareRoot.self),
        Gradient(.result) { try $0.grad * Op.powNumber(.tensor($0.result), 3.0) * -0.5 })

    /// A tensor to the power of a number; integers only to non-negative powers.
    public static let powNumber: Op = Op(
        "pow", "PowBackward0", .promoted, powerLoops, kernel: "pow", check: refuseNegative, Gradient([.a, .b]) { try slopeOfBase($0) }, slopeOfExponent)
    /// A tensor to the power of a tensor.
    public static let pow: Op = Op(
        "pow", "PowBackward1", .promoted, powerLoops, kernel: "pow", check: refuseNegative, Gradient([.a, .b]) { try slopeOfBase($0) }, slopeOfExponent)

    /// Integers have no negative powers where one number is the exponent of all; elements of tensors have 0, or ±1 to a base of ±1.
    @Sendable private static func refuseNegative(_ operands: Operands, _ type: DType) throws {
        guard !type.isFloatingPoint, case .number(let number)? = operands.b, number.int < 0 else { return }
        throw TensorError.runtime("Integers to negative integer powers are not allowed.")
    }

    /// b · a^(b − 1), and 0 where b is 0.
    private static func slopeOfBase(_ context: GradientContext) throws -> Tensor {
        let (a, b) = (try context.a, try context.b)
        if case .number(let exponent) = b {
            if exponent.double == 0 { return try Tensor.zeros(context.grad.shape, context.grad.dtype) }
            let power = try Op.powNumber(a, .number(.float(exponent.double - 1)))
            return try context.grad * Op.mul(.tensor(power), .number(.float(exponent.double)))
        }
        let slope = try Op.mul(b, .tensor(Op.pow(a, .tensor(Op.sub(b, 1.0)))))
        return try Op.where(.tensor(Op.eq(b, 0.0)), 0.0, .tensor(context.grad * slope))
    }

    /// aᵇ · log a, and 0 where a is 0 and b is not negative.
    private static let slopeOfExponent: Gradient = Gradient([.a, .b, .result]) { context in
        let (a, b) = (try context.a, try context.b)
        let slope = try context.grad * context.result * Op.log(a)
        let flat = try Op.logicalAnd(.tensor(Op.eq(a, 0.0)), .tensor(Op.ge(b, 0.0)))
        return try Op.where(.tensor(flat), 0.0, .tensor(slope))
    }

    private static var powerLoops: Loops {
        var loops = Loops.binary(Power.self)
        loops.int = Loops.zip { (x: Int, y: Int) in IntegerPower.value(x, y) }
        return loops.written(.int, "whole_power({a}, {b})")
    }

    /// log(eᵃ + eᵇ).
    public static let logaddexp: Op = Op(
        "logaddexp", "LogaddexpBackward0", .promoted, .binary(LogAddExp.self),
        Gradient([.a, .b]) { try $0.grad * Op.sigmoid(Op.sub($0.a, $0.b)) },
        Gradient([.a, .b]) { try $0.grad * Op.sigmoid(Op.sub($0.b, $0.a)) })
    /// a · log b, 0 where a is 0.
    public static let xlogy: Op = Op(
        "xlogy", "XlogyBackward0", .floating, .binary(XLogY.self),
        Gradient([.a, .b]) { context in
            let dead = try Op.logicalAnd(.tensor(Op.eq(context.a, 0.0)), .tensor(Op.le(context.b, 0.0)))
            return try Op.where(.tensor(dead), 0.0, .tensor(context.grad * Op.log(context.b)))
        },
        Gradient([.a, .b]) { try $0.grad * Op.div($0.a, $0.b) })
}

/// Integer powers by squaring, wrapping around.
enum IntegerPower {
    /// The power; of a negative exponent what is left of it as an integer.
    static func value(_ base: Int, _ exponent: Int) -> Int {
        if exponent < 0 { return base == 1 ? 1 : base == -1 ? (exponent & 1 == 0 ? 1 : -1) : 0 }
        var (result, factor, rest) = (1, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = result &* factor }
            factor = factor &* factor
            rest >>= 1
        }
        return result
    }
}

/// The formula of `exp`.
enum Exp: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.exp(x) }
}
/// The formula of `exp2`.
enum Exp2: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.exp2, x) }
}
/// The formula of `expm1`.
enum Expm1: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.expm1(x) }
}
/// The formula of `log`.
enum Log: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.log(x) }
}
/// The formula of `log2`.
enum Log2: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.log2, x) }
}
/// The formula of `log10`.
enum Log10: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.log10, x) }
}
/// The formula of `log1p`.
enum Log1p: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.log1p(x) }
}
/// The formula of `squareRoot`.
enum SquareRoot: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.squareRoot(x) }
}
/// The formula of `inverseSquareRoot`.
enum InverseSquareRoot: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.one / S.squareRoot(x) }
}
/// The formula of `power`.
enum Power: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S, _ y: S) -> S { S.pow(x, y) }
}
/// The formula of `logAddExp`.
enum LogAddExp: BinaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ y: S) -> S {
        let high = S.maximum(x, y)
        let gap = -S.magnitude(x - y)
        return S.select(S.equal(x, y), x + S(constant: 0.6931471805599453), high + S.log1p(S.exp(gap)))
    }
}
/// The formula of `xLogY`.
enum XLogY: BinaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ y: S) -> S {
        S.select(S.both(S.equal(x, S.zero), S.equal(y, y)), S.zero, x * S.log(y))
    }
}
