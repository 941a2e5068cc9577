// Defines the list of all elementwise operations, for readers that work on every row: tests, the reference, a device's code generator.

extension Op {
    /// Every row.
    package static var all: [Op] { arithmetic + exponential + trigonometric + rounding + comparison + logic + activation + slopes }

    private static var arithmetic: [Op] {
        [add, sub, mul, div, addScaled, neg, abs, sign, square, reciprocal, maximum, minimum, fmax, fmin, copysign, heaviside,
         clamp, clampMin, clampMax, lerp, addcmul, addcdiv, `where`]
    }

    private static var exponential: [Op] {
        [exp, exp2, expm1, log, log2, log10, log1p, sqrt, rsqrt, pow, powNumber, logaddexp, xlogy]
    }

    private static var trigonometric: [Op] {
        [sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh, atan2, hypot, erf, erfc, erfinv, lgamma, digamma, trigamma]
    }

    private static var rounding: [Op] {
        [floor, ceil, trunc, round, roundScaled, frac, floorDivide, truncDivide, remainder, fmod]
    }

    private static var comparison: [Op] { [eq, ne, lt, le, gt, ge, isnan, isinf, isfinite, signbit] }

    private static var logic: [Op] {
        [logicalAnd, logicalOr, logicalXor, logicalNot, bitwiseAnd, bitwiseOr, bitwiseXor, bitwiseNot, shiftLeft, shiftRight]
    }

    private static var activation: [Op] {
        [sigmoid, relu, leakyRelu, prelu, elu, scaledElu, celu, gelu, geluTanh, silu, mish, softplus, logSigmoid, hardtanh, hardsigmoid,
         hardswish, hardshrink, softshrink, threshold]
    }

    private static var slopes: [Op] { [sigmoidSlope, tanhSlope, positivePart] }
}

extension Op: Equatable {
    public static func == (a: Op, b: Op) -> Bool { a === b }
}
