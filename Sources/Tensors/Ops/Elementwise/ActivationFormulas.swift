// Defines the formulas of the activation functions.

/// The formula of `sigmoid`.
enum Sigmoid: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.one / (S.one + S.exp(-x)) }
}
/// The formula of `relu`.
enum Relu: UnaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S) -> S { S.select(S.less(x, S.zero), S.zero, x) }
}
/// The formula of `leakyRelu`.
enum LeakyRelu: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S, _ slope: S) -> S { S.select(S.less(S.zero, x), x, x * slope) }
}
/// The formula of `elu`.
enum Elu: BinaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ alpha: S) -> S { S.select(S.less(S.zero, x), x, alpha * S.expm1(x)) }
}
/// The formula of `scaledElu`.
enum ScaledElu: TernaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ alpha: S, _ scale: S) -> S {
        scale * S.select(S.less(S.zero, x), x, alpha * S.expm1(x))
    }
}
/// The formula of `celu`.
enum Celu: BinaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ alpha: S) -> S { S.select(S.less(S.zero, x), x, alpha * S.expm1(x / alpha)) }
}
/// The formula of `gelu`.
enum Gelu: UnaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S) -> S {
        let half = S(constant: 0.5)
        return x * half * (S.one + S.erf(x * S(constant: 0.7071067811865476)))
    }
}
/// The formula of `geluTanh`.
enum GeluTanh: UnaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S) -> S {
        let inner = S(constant: 0.7978845608028654) * (x + S(constant: 0.044715) * x * x * x)
        return S(constant: 0.5) * x * (S.one + S.tanh(inner))
    }
}
/// The formula of `silu`.
enum Silu: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { x / (S.one + S.exp(-x)) }
}
/// The formula of `mish`.
enum Mish: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { x * S.tanh(S.log1p(S.exp(x))) }
}
/// The formula of `softplus`.
enum Softplus: TernaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ beta: S, _ threshold: S) -> S {
        let scaled = x * beta
        return S.select(S.less(threshold, scaled), x, S.log1p(S.exp(scaled)) / beta)
    }
}
/// The formula of `logSigmoid`.
enum LogSigmoid: UnaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S) -> S { S.minimum(x, S.zero) - S.log1p(S.exp(-S.magnitude(x))) }
}
/// The formula of `hardSigmoid`.
enum HardSigmoid: UnaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S) -> S {
        S.minimum(S.maximum(x + S(constant: 3), S.zero), S(constant: 6)) / S(constant: 6)
    }
}
/// The formula of `hardSwish`.
enum HardSwish: UnaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S) -> S {
        x * S.minimum(S.maximum(x + S(constant: 3), S.zero), S(constant: 6)) / S(constant: 6)
    }
}
/// The formula of `hardShrink`.
enum HardShrink: BinaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ bound: S) -> S {
        S.select(S.either(S.less(S.magnitude(x), bound), S.equal(S.magnitude(x), bound)), S.zero, x)
    }
}
/// The formula of `softShrink`.
enum SoftShrink: BinaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ bound: S) -> S {
        S.select(S.less(bound, x), x - bound, S.select(S.less(x, -bound), x + bound, x * S.zero))
    }
}
/// The formula of `threshold`.
enum Threshold: TernaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ bound: S, _ other: S) -> S { S.select(S.less(bound, x), x, other) }
}
/// The formula of `sigmoidSlope`.
enum SigmoidSlope: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ g: S, _ y: S) -> S { g * y * (S.one - y) }
}
/// The formula of `tanhSlope`.
enum TanhSlope: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ g: S, _ y: S) -> S { g * (S.one - y * y) }
}
/// The formula of `positivePart`.
enum PositivePart: BinaryWholeFormula {
    @inline(__always) static func value<S: Scalar>(_ g: S, _ y: S) -> S { S.select(S.less(S.zero, y), g, S.zero) }
}
