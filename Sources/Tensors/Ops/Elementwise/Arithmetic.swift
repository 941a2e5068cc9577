// Defines the rows of arithmetic: add, sub, mul, div, neg, abs, maximum, clamp, lerp …

extension Op {
    /// `a + b`; bools: or.
    public static let add: Op = Op(
        "add", "AddBackward0", .promoted, .binaryWhole(Add.self).with("{a} || {b}") { $0 || $1 }, .same, .same)
    /// `a - b`.
    public static let sub: Op = Op("sub", "SubBackward0", .promoted, .binaryWhole(Subtract.self), check: refuseBool, .same, .negative)
    /// `a * b`; bools: and.
    public static let mul: Op = Op(
        "mul", "MulBackward0", .promoted, .binaryWhole(Multiply.self).with("{a} && {b}") { $0 && $1 },
        Gradient(.b) { try Op.mul(.tensor($0.grad), $0.b) },
        Gradient(.a) { try Op.mul(.tensor($0.grad), $0.a) })
    /// `a / b`, true division.
    public static let div: Op = Op(
        "div", "DivBackward0", .floating, .binary(Divide.self),
        Gradient(.b) { try Op.div(.tensor($0.grad), $0.b) },
        Gradient([.a, .b]) { try Op.neg($0.grad * Op.div(Op.div($0.a, $0.b), $0.b)) })
    /// `a + b * c`: addition with a factor (`alpha`).
    public static let addScaled: Op = Op(
        "add", "AddBackward0", .promoted, .ternaryWhole(AddScaled.self),
        .same, Gradient(.c) { try Op.mul(.tensor($0.grad), $0.c) }, Gradient(.b) { try Op.mul(.tensor($0.grad), $0.b) })
    /// `-a`.
    public static let neg: Op = Op("neg", "NegBackward0", .promoted, .unaryWhole(Negate.self), check: refuseBool, .negative)
    /// The absolute value; slope 0 at 0.
    public static let abs: Op = Op(
        "abs", "AbsBackward0", .promoted, .unaryWhole(Magnitude.self), Gradient(.a) { try $0.grad * Op.sign($0.a) })
    /// -1, 0 or 1.
    public static let sign: Op = Op("sign", "SignBackward0", .promoted, signLoops, .zero)
    /// `a²`.
    public static let square: Op = Op(
        "pow", "PowBackward0", .promoted, .unaryWhole(Square.self), Gradient(.a) { try $0.grad * Op.mul($0.a, 2) })
    /// `1 / a`.
    public static let reciprocal: Op = Op(
        "reciprocal", "ReciprocalBackward0", .floating, .unary(Reciprocal.self),
        Gradient(.result) { try Op.neg($0.grad) * Op.square($0.result) })

    /// Bools are neither subtracted nor negated.
    @Sendable private static func refuseBool(_ operands: Operands, _ type: DType) throws {
        let isFirst = isBool(operands.a)
        guard let second = operands.b else {
            guard isFirst else { return }
            throw TensorError.notImplemented("Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a "
                + "mask, use the `~` or `logical_not()` operator instead.")
        }
        if isFirst && isBool(second) {
            throw TensorError.notImplemented("Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or "
                + "`logical_xor()` operator instead.")
        }
        if isFirst || isBool(second) {
            throw TensorError.notImplemented("Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to "
                + "invert a mask, use the `~` or `logical_not()` operator instead.")
        }
    }

    private static func isBool(_ operand: Operand) -> Bool {
        if case .tensor(let tensor) = operand { return tensor.dtype == .bool }
        return false
    }

    private static var signLoops: Loops {
        var loops = Loops.unaryWhole(Sign.self)
        loops.bool = Loops.map { (x: Bool) in x }
        return loops.written(.bool, "{a}")
    }

    /// The larger of two values; ties share the gradient.
    public static let maximum: Op = Op(
        "maximum", "MaximumBackward0", .promoted, .binaryWhole(Maximum.self).with("{a} || {b}") { $0 || $1 },
        Gradient([.a, .b]) { try Op.sharedTies($0, Op.gt($0.a, $0.b)) },
        Gradient([.a, .b]) { try Op.sharedTies($0, Op.lt($0.a, $0.b)) })
    /// The smaller of two values; ties share the gradient.
    public static let minimum: Op = Op(
        "minimum", "MinimumBackward0", .promoted, .binaryWhole(Minimum.self).with("{a} && {b}") { $0 && $1 },
        Gradient([.a, .b]) { try Op.sharedTies($0, Op.lt($0.a, $0.b)) },
        Gradient([.a, .b]) { try Op.sharedTies($0, Op.gt($0.a, $0.b)) })

    /// The gradient where `wins` holds, half of it where the operands are equal.
    private static func sharedTies(_ context: GradientContext, _ wins: Tensor) throws -> Tensor {
        let half = try Op.mul(.tensor(context.grad), 0.5)
        let ties = try Op.where(.tensor(Op.eq(context.a, context.b)), .tensor(half), 0.0)
        return try Op.where(.tensor(wins), .tensor(context.grad), .tensor(ties))
    }

    /// `a` held between `b` and `c`. At number bounds the gradient is 0; at tensor bounds it is shared, as by `maximum`.
    public static let clamp: Op = Op(
        "clamp", "ClampBackward1", .promoted, .ternaryWhole(Clamp.self),
        Gradient([.a, .b, .c]) { try insideShare($0, $0.b) * insideShare($0, $0.c, below: true) * $0.grad },
        Gradient([.a, .b, .c]) { try $0.masked(Op.logicalAnd(Op.lt($0.a, $0.b), Op.lt($0.b, $0.c))) },
        Gradient([.a, .b, .c]) { try $0.masked(Op.logicalOr(Op.gt($0.a, $0.c), Op.gt($0.b, $0.c))) })
    /// `a` held above `b`.
    public static let clampMin: Op = Op(
        "clamp", "ClampMinBackward0", .promoted, .binaryWhole(Maximum.self),
        Gradient([.a, .b]) { try insideShare($0, $0.b) * $0.grad },
        Gradient([.a, .b]) { try Op.sharedTies($0, Op.lt($0.a, $0.b)) })
    /// `a` held below `b`.
    public static let clampMax: Op = Op(
        "clamp", "ClampMaxBackward0", .promoted, .binaryWhole(Minimum.self),
        Gradient([.a, .b]) { try insideShare($0, $0.b, below: true) * $0.grad },
        Gradient([.a, .b]) { try Op.sharedTies($0, Op.gt($0.a, $0.b)) })

    /// 1 where `a` is on the free side of a bound, 0 beyond it; at the bound 0 for a number, one half for a tensor.
    private static func insideShare(_ context: GradientContext, _ bound: Operand, below: Bool = false) throws -> Tensor {
        let a = try context.a
        let free = try below ? Op.lt(a, bound) : Op.gt(a, bound)
        guard case .tensor = bound else { return try free.to(context.grad.dtype) }
        let ties = try Op.eq(a, bound).to(context.grad.dtype)
        return try free.to(context.grad.dtype) + ties * 0.5
    }

    /// `a + c * (b - a)`, from the nearer end.
    public static let lerp: Op = Op(
        "lerp", "LerpBackward1", .promoted, .ternary(Lerp.self),
        Gradient(.c) { try $0.grad * Op.sub(1.0, $0.c) },
        Gradient(.c) { try Op.mul(.tensor($0.grad), $0.c) },
        Gradient([.a, .b]) { try $0.grad * Op.sub($0.b, $0.a) })
    /// `b * c` added to `a`.
    public static let addcmul: Op = Op(
        "addcmul", "AddcmulBackward0", .promoted, .ternaryWhole(AddScaled.self),
        .same, Gradient(.c) { try Op.mul(.tensor($0.grad), $0.c) }, Gradient(.b) { try Op.mul(.tensor($0.grad), $0.b) })
    /// `b / c` added to `a`.
    public static let addcdiv: Op = Op(
        "addcdiv", "AddcdivBackward0", .promoted, .ternary(AddQuotient.self),
        .same, Gradient(.c) { try Op.div(.tensor($0.grad), $0.c) },
        Gradient([.b, .c]) { try Op.neg($0.grad * Op.div($0.b, .tensor(Op.mul($0.c, $0.c)))) })
    /// Where the bool `a` holds `b`, else `c`.
    public static let `where`: Op = Op(
        "where", "WhereBackward0", .conditional, whereLoops, nil,
        Gradient(.a) { try Op.where($0.a, .tensor($0.grad), 0.0) },
        Gradient(.a) { try Op.where($0.a, 0.0, .tensor($0.grad)) })

    private static var whereLoops: Loops {
        Loops(float: Loops.zip3 { (m: Bool, x: Float, y: Float) in m ? x : y },
              double: Loops.zip3 { (m: Bool, x: Double, y: Double) in m ? x : y },
              int: Loops.zip3 { (m: Bool, x: Int, y: Int) in m ? x : y },
              bool: Loops.zip3 { (m: Bool, x: Bool, y: Bool) in m ? x : y }, arity: 3).written("{a} ? {b} : {c}")
    }
}

extension GradientContext {
    /// The gradient where the mask holds, zero elsewhere.
    func masked(_ mask: Tensor) throws -> Tensor { try Op.where(.tensor(mask), .tensor(grad), 0.0) }
}

/// The formula of `add`.
enum Add: BinaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S { x + y }
}
/// The formula of `subtract`.
enum Subtract: BinaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S { x - y }
}
/// The formula of `multiply`.
enum Multiply: BinaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S { x * y }
}
/// The formula of `divide`.
enum Divide: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S, _ y: S) -> S { x / y }
}
/// The formula of `addScaled`.
enum AddScaled: TernaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S { x + y * z }
}
/// The formula of `addQuotient`.
enum AddQuotient: TernaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S, _ y: S, _ z: S) -> S { x + y / z }
}
/// The formula of `negate`.
enum Negate: UnaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S) -> S { -x }
}
/// The formula of `magnitude`.
enum Magnitude: UnaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S) -> S { S.magnitude(x) }
}
/// The formula of `sign`.
enum Sign: UnaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S) -> S { S.sign(x) }
}
/// The formula of `square`.
enum Square: UnaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S) -> S { x * x }
}
/// The formula of `reciprocal`.
enum Reciprocal: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.one / x }
}
/// The formula of `maximum`.
enum Maximum: BinaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S { S.maximum(x, y) }
}
/// The formula of `minimum`.
enum Minimum: BinaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S { S.minimum(x, y) }
}
/// The formula of `clamp`.
enum Clamp: TernaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ low: S, _ high: S) -> S { S.minimum(S.maximum(x, low), high) }
}
/// The formula of `lerp`.
enum Lerp: TernaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ y: S, _ w: S) -> S {
        let near = x + w * (y - x)
        let far = y - (y - x) * (S.one - w)
        return S.select(S.less(S.magnitude(w), S(constant: 0.5)), near, far)
    }
}
