// Defines the rows of trigonometric, hyperbolic and special functions.

extension Op {
    /// The sine.
    public static let sin: Op = Op("sin", "SinBackward0", .floating, .unary(Sin.self), Gradient(.a) { try $0.grad * Op.cos($0.a) })
    /// The cosine.
    public static let cos: Op = Op("cos", "CosBackward0", .floating, .unary(Cos.self), Gradient(.a) { try $0.grad * Op.neg(Op.sin($0.a)) })
    /// The tangent.
    public static let tan: Op = Op(
        "tan", "TanBackward0", .floating, .unary(Tan.self), Gradient(.result) { try $0.grad * (Op.square($0.result) + 1.0) })
    /// The angle with this sine.
    public static let asin: Op = Op(
        "asin", "AsinBackward0", .floating, .unary(Asin.self),
        Gradient(.a) { try $0.grad * Op.rsqrt(Op.sub(1.0, .tensor(Op.square($0.a)))) })
    /// The angle with this cosine.
    public static let acos: Op = Op(
        "acos", "AcosBackward0", .floating, .unary(Acos.self),
        Gradient(.a) { try $0.grad * Op.neg(Op.rsqrt(Op.sub(1.0, .tensor(Op.square($0.a))))) })
    /// The angle with this tangent.
    public static let atan: Op = Op(
        "atan", "AtanBackward0", .floating, .unary(Atan.self), Gradient(.a) { try $0.grad / (Op.square($0.a) + 1.0) })
    /// The hyperbolic sine.
    public static let sinh: Op = Op("sinh", "SinhBackward0", .floating, .unary(Sinh.self), Gradient(.a) { try $0.grad * Op.cosh($0.a) })
    /// The hyperbolic cosine.
    public static let cosh: Op = Op("cosh", "CoshBackward0", .floating, .unary(Cosh.self), Gradient(.a) { try $0.grad * Op.sinh($0.a) })
    /// The hyperbolic tangent.
    public static let tanh: Op = Op(
        "tanh", "TanhBackward0", .floating, .unary(Tanh.self),
        Gradient(.result) { try Op.tanhSlope($0.grad, $0.result) })
    /// The inverse of sinh.
    public static let asinh: Op = Op(
        "asinh", "AsinhBackward0", .floating, .unary(Asinh.self), Gradient(.a) { try $0.grad * Op.rsqrt(Op.square($0.a) + 1.0) })
    /// The inverse of cosh.
    public static let acosh: Op = Op(
        "acosh", "AcoshBackward0", .floating, .unary(Acosh.self), Gradient(.a) { try $0.grad * Op.rsqrt(Op.square($0.a) - 1.0) })
    /// The inverse of tanh.
    public static let atanh: Op = Op(
        "atanh", "AtanhBackward0", .floating, .unary(Atanh.self), Gradient(.a) { try $0.grad / Op.sub(1.0, .tensor(Op.square($0.a))) })
    /// The angle of the point (b, a).
    public static let atan2: Op = Op(
        "atan2", "Atan2Backward0", .floating, .binary(Atan2.self),
        Gradient([.a, .b]) { try $0.grad * Op.div($0.b, .tensor(Op.square($0.a) + Op.square($0.b))) },
        Gradient([.a, .b]) { try $0.grad * Op.neg(Op.div($0.a, .tensor(Op.square($0.a) + Op.square($0.b)))) })
    /// √(a² + b²).
    public static let hypot: Op = Op(
        "hypot", "HypotBackward0", .promoted, .binary(Hypot.self),
        Gradient([.a, .result]) { try $0.grad * Op.div($0.a, .tensor($0.result)) },
        Gradient([.b, .result]) { try $0.grad * Op.div($0.b, .tensor($0.result)) })

    /// The error function.
    public static let erf: Op = Op(
        "erf", "ErfBackward0", .floating, .unary(Erf.self),
        Gradient(.a) { try $0.grad * Op.exp(Op.neg(Op.square($0.a))) * 1.1283791670955126 })
    /// 1 − erf.
    public static let erfc: Op = Op(
        "erfc", "ErfcBackward0", .floating, .unary(Erfc.self),
        Gradient(.a) { try $0.grad * Op.exp(Op.neg(Op.square($0.a))) * -1.1283791670955126 })
    /// The inverse of erf.
    public static let erfinv: Op = Op(
        "erfinv", "ErfinvBackward0", .floating, .unary(Erfinv.self),
        Gradient(.result) { try $0.grad * Op.exp(Op.square($0.result)) * 0.8862269254527579 })
    /// The logarithm of |Γ|.
    public static let lgamma: Op = Op(
        "lgamma", "LgammaBackward0", .floating, .unary(LogGamma.self), Gradient(.a) { try $0.grad * Op.digamma($0.a) })
    /// The slope of lgamma.
    public static let digamma: Op = Op(
        "digamma", "DigammaBackward0", .floating, .unary(Digamma.self), Gradient(.a) { try $0.grad * Op.trigamma($0.a) })
    /// The slope of digamma.
    public static let trigamma: Op = Op("polygamma", "PolygammaBackward0", .floating, .unary(Trigamma.self), nil)
}

/// The formula of `sin`.
enum Sin: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.sin(x) }
}
/// The formula of `cos`.
enum Cos: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.cos(x) }
}
/// The formula of `tanh`.
enum Tanh: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.tanh(x) }
}
/// The formula of `erf`.
enum Erf: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.erf(x) }
}
/// The formula of `atan2`.
enum Atan2: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ y: S, _ x: S) -> S { S.atan2(y, x) }
}
/// The formula of `hypot`.
enum Hypot: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S, _ y: S) -> S { S.squareRoot(x * x + y * y) }
}
/// The formula of `tan`.
enum Tan: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.tan, x) }
}
/// The formula of `asin`.
enum Asin: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.asin, x) }
}
/// The formula of `acos`.
enum Acos: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.acos, x) }
}
/// The formula of `atan`.
enum Atan: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.atan, x) }
}
/// The formula of `sinh`.
enum Sinh: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.sinh, x) }
}
/// The formula of `cosh`.
enum Cosh: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.cosh, x) }
}
/// The formula of `asinh`.
enum Asinh: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.asinh, x) }
}
/// The formula of `acosh`.
enum Acosh: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.acosh, x) }
}
/// The formula of `atanh`.
enum Atanh: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.atanh, x) }
}
/// The formula of `erfc`.
enum Erfc: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.erfc, x) }
}
/// The formula of `erfinv`.
enum Erfinv: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.erfinv, x) }
}
/// The formula of `logGamma`.
enum LogGamma: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.lgamma, x) }
}
/// The formula of `digamma`.
enum Digamma: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.digamma, x) }
}
/// The formula of `trigamma`.
enum Trigamma: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.library(.trigamma, x) }
}
