// Defines the rows fmax, fmin, copysign, heaviside.

extension Op {
    /// The larger; if one is nan, the other.
    public static let fmax: Op = Op(
        "fmax", "FmaxBackward0", .promoted, .binaryWhole(LargerNumber.self).with("{a} || {b}") { $0 || $1 },
        Gradient([.a, .b]) { try $0.masked(Op.logicalOr(Op.ge($0.a, $0.b), Op.isnan($0.b))) },
        Gradient([.a, .b]) { try $0.masked(Op.logicalNot(Op.logicalOr(Op.ge($0.a, $0.b), Op.isnan($0.b)))) })
    /// The smaller; if one is nan, the other.
    public static let fmin: Op = Op(
        "fmin", "FminBackward0", .promoted, .binaryWhole(SmallerNumber.self).with("{a} && {b}") { $0 && $1 },
        Gradient([.a, .b]) { try $0.masked(Op.logicalOr(Op.le($0.a, $0.b), Op.isnan($0.b))) },
        Gradient([.a, .b]) { try $0.masked(Op.logicalNot(Op.logicalOr(Op.le($0.a, $0.b), Op.isnan($0.b)))) })
    /// The magnitude of a with the sign of b.
    public static let copysign: Op = Op(
        "copysign", "CopysignBackward0", .floating, Loops(
            float: Loops.zip { (x: Float, y: Float) in Float(signOf: y, magnitudeOf: x) },
            double: Loops.zip { (x: Double, y: Double) in Double(signOf: y, magnitudeOf: x) }, arity: 2).written("copysign({a}, {b})"),
        Gradient([.a, .result]) { context in
            let ratio = try Op.div(.tensor(context.result), context.a)
            return try Op.where(.tensor(Op.eq(context.a, 0.0)), 0.0, .tensor(context.grad * ratio))
        }, .zero)
    /// 0 below 0, 1 above, b at 0.
    public static let heaviside: Op = Op(
        "heaviside", "", .promoted, .binaryWhole(Heaviside.self))
}

/// The formula of `largerNumber`.
enum LargerNumber: BinaryWholeFormula {
    @inline(__always)
    static func value<S: Scalar>(_ x: S, _ y: S) -> S { S.select(S.either(S.less(y, x), S.isNaN(y)), x, y) }
}
/// The formula of `smallerNumber`.
enum SmallerNumber: BinaryWholeFormula {
    @inline(__always)
    static func value<S: Scalar>(_ x: S, _ y: S) -> S { S.select(S.either(S.less(x, y), S.isNaN(y)), x, y) }
}
/// The formula of `heaviside`.
enum Heaviside: BinaryWholeFormula {
    @inline(__always)
    static func value<S: Scalar>(_ x: S, _ y: S) -> S {
        S.select(S.less(x, S.zero), S.zero, S.select(S.less(S.zero, x), S.one, S.select(S.isNaN(x), x, y)))
    }
}
