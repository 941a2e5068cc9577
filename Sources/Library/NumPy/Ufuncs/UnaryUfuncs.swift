// Defines the rows of numpy's ufuncs of one operand.
import Runtime
import Tensors

extension Ufuncs {
    static let negative = Ufunc(unary: "negative", .commonButBool, "The negative.", example: "np.negative([1, -2])") { try Op.neg($0) }
    static let positive = Ufunc(unary: "positive", .commonButBool, "A copy.", example: "np.positive([1, -2])") { try $0.clone() }
    static let absolute = Ufunc(unary: "absolute", .common, "The absolute value.", example: "np.absolute([1, -2])") { x in
        x.dtype == .bool ? x : try Op.abs(x)
    }

    /// Functions that keep integers.
    static let unaryArithmetic: [Ufunc] = [
        negative, positive, absolute,
        Ufunc(unary: "sign", .common, "-1, 0 or 1.", example: "np.sign([-2.0, 0.0, 3.0])") { try Op.sign($0) },
        Ufunc(unary: "square", .common, "Times itself.", example: "np.square([1, 2, 3])") { try Op.mul($0, $0) },
        Ufunc(unary: "reciprocal", .common, "One divided by the element.", example: "np.reciprocal([2.0, 4.0])") { x in
            guard !x.dtype.isFloatingPoint else { return try Op.reciprocal(x) }
            return try Ufuncs.floorDivide.body(Tensor.scalar(1, x.dtype), x)
        },
        Ufunc(unary: "conjugate", .common, "The element itself.", example: "np.conjugate([1.0])") { try $0.clone() },
        Ufunc(unary: "floor", .integral, "Rounded down.", example: "np.floor([1.5, -1.5])") { $0.dtype.isFloatingPoint ? try Op.floor($0) : $0 },
        Ufunc(unary: "ceil", .integral, "Rounded up.", example: "np.ceil([1.5, -1.5])") { $0.dtype.isFloatingPoint ? try Op.ceil($0) : $0 },
        Ufunc(unary: "trunc", .integral, "Cut towards zero.", example: "np.trunc([1.5, -1.5])") { $0.dtype.isFloatingPoint ? try Op.trunc($0) : $0 },
        Ufunc(unary: "rint", .floating, "Rounded half to even.", example: "np.rint([1.5, 2.5])") { try Op.round($0) },
        Ufunc(unary: "fabs", .floating, "The absolute value as a float.", example: "np.fabs([-1])") { try Op.abs($0) },
    ]

    /// Functions that answer in floats.
    static let floating: [Ufunc] = [
        Ufunc(unary: "exp", .floating, "e to the power of the element.", example: "np.exp([0.0, 1.0])") { try Op.exp($0) },
        Ufunc(unary: "exp2", .floating, "2 to the power of the element.", example: "np.exp2([0.0, 3.0])") { try Op.exp2($0) },
        Ufunc(unary: "expm1", .floating, "exp(x) - 1, exact near 0.", example: "np.expm1([0.0, 1.0])") { try Op.expm1($0) },
        Ufunc(unary: "log", .floating, "Natural logarithm.", example: "np.log([1.0, np.e])") { try Op.log($0) },
        Ufunc(unary: "log2", .floating, "Logarithm to base 2.", example: "np.log2([1.0, 8.0])") { try Op.log2($0) },
        Ufunc(unary: "log10", .floating, "Logarithm to base 10.", example: "np.log10([1.0, 100.0])") { try Op.log10($0) },
        Ufunc(unary: "log1p", .floating, "log(1 + x), exact near 0.", example: "np.log1p([0.0, 1.0])") { try Op.log1p($0) },
        Ufunc(unary: "sqrt", .floating, "Square root.", example: "np.sqrt([1.0, 4.0])") { try Op.sqrt($0) },
        Ufunc(unary: "cbrt", .floating, "Cube root.", example: "np.cbrt([1.0, -8.0])") { x in
            let size = try Op.abs(x)
            let root = try Op.pow(.tensor(size), .number(.float(1.0 / 3.0)))
            // One Newton step makes the roots of exact cubes exact; zeros stay out of the division.
            let square = try Op.maximum(root * root, Tensor.full(root.shape, .float(1e-300), root.dtype))
            let refined = try root - (root * square - size) / (square * 3.0)
            return try Ufuncs.withSign(refined, x)
        },
        Ufunc(unary: "sin", .floating, "Sine.", example: "np.sin([0.0, 1.0])") { try Op.sin($0) },
        Ufunc(unary: "cos", .floating, "Cosine.", example: "np.cos([0.0, 1.0])") { try Op.cos($0) },
        Ufunc(unary: "tan", .floating, "Tangent.", example: "np.tan([0.0, 1.0])") { try Op.tan($0) },
        Ufunc(unary: "arcsin", .floating, "Inverse sine.", example: "np.arcsin([0.0, 1.0])") { try Op.asin($0) },
        Ufunc(unary: "arccos", .floating, "Inverse cosine.", example: "np.arccos([0.0, 1.0])") { try Op.acos($0) },
        Ufunc(unary: "arctan", .floating, "Inverse tangent.", example: "np.arctan([0.0, 1.0])") { try Op.atan($0) },
        Ufunc(unary: "sinh", .floating, "Hyperbolic sine.", example: "np.sinh([0.0, 1.0])") { try Op.sinh($0) },
        Ufunc(unary: "cosh", .floating, "Hyperbolic cosine.", example: "np.cosh([0.0, 1.0])") { try Op.cosh($0) },
        Ufunc(unary: "tanh", .floating, "Hyperbolic tangent.", example: "np.tanh([0.0, 1.0])") { try Op.tanh($0) },
        Ufunc(unary: "arcsinh", .floating, "Inverse hyperbolic sine.", example: "np.arcsinh([0.0, 1.0])") { try Op.asinh($0) },
        Ufunc(unary: "arccosh", .floating, "Inverse hyperbolic cosine.", example: "np.arccosh([1.0, 2.0])") { try Op.acosh($0) },
        Ufunc(unary: "arctanh", .floating, "Inverse hyperbolic tangent.", example: "np.arctanh([0.0, 0.5])") { try Op.atanh($0) },
    ] + angles

    private static let angles: [Ufunc] = [
        Ufunc(unary: "radians", .floating, "Degrees as radians.", example: "np.radians([180.0])") { try Op.mul(.tensor($0), .number(.float(.pi / 180))) },
        Ufunc(unary: "deg2rad", .floating, "Degrees as radians.", example: "np.deg2rad([180.0])") { try Op.mul(.tensor($0), .number(.float(.pi / 180))) },
        Ufunc(unary: "degrees", .floating, "Radians as degrees.", example: "np.degrees([np.pi])") { try Op.mul(.tensor($0), .number(.float(180 / .pi))) },
        Ufunc(unary: "rad2deg", .floating, "Radians as degrees.", example: "np.rad2deg([np.pi])") { try Op.mul(.tensor($0), .number(.float(180 / .pi))) },
    ]

    /// Questions about floats.
    static let predicates: [Ufunc] = [
        Ufunc(unary: "isnan", .floatPredicate, "Whether the element is not a number.", example: "np.isnan([1.0, np.nan])") { try Op.isnan($0) },
        Ufunc(unary: "isinf", .floatPredicate, "Whether the element is infinite.", example: "np.isinf([1.0, np.inf])") { try Op.isinf($0) },
        Ufunc(unary: "isfinite", .floatPredicate, "Whether the element is a finite number.", example: "np.isfinite([1.0, np.inf])") { try Op.isfinite($0) },
        Ufunc(unary: "signbit", .floatPredicate, "Whether the sign is minus.", example: "np.signbit([1.0, -0.0])") { try Op.signbit($0) },
    ]
}
