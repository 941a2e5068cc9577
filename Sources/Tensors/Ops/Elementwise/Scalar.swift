// Defines Scalar and Real: the arithmetic in which elementwise formulas are written once, whatever computes them.

/// Values with ordered arithmetic: floats, wrapping integers; in tests dual numbers; later OpenCL expressions.
protocol Scalar {
    /// The result of a comparison.
    associatedtype Mask

    /// A constant of the formula.
    init(constant: Double)
    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    static prefix func - (a: Self) -> Self
    static func less(_ a: Self, _ b: Self) -> Mask
    static func equal(_ a: Self, _ b: Self) -> Mask
    static func either(_ a: Mask, _ b: Mask) -> Mask
    static func both(_ a: Mask, _ b: Mask) -> Mask
    static func not(_ a: Mask) -> Mask
    /// `yes` where the mask holds, else `no`.
    static func select(_ mask: Mask, _ yes: Self, _ no: Self) -> Self
}

/// Floating-point arithmetic with the functions formulas use.
protocol Real: Scalar {
    static func / (a: Self, b: Self) -> Self
    /// `a * b + c`, rounded once.
    static func fma(_ a: Self, _ b: Self, _ c: Self) -> Self
    static func squareRoot(_ x: Self) -> Self
    static func floor(_ x: Self) -> Self
    static func ceil(_ x: Self) -> Self
    static func trunc(_ x: Self) -> Self
    /// To the nearest whole number, ties to even.
    static func round(_ x: Self) -> Self
    static func exp(_ x: Self) -> Self
    static func log(_ x: Self) -> Self
    static func tanh(_ x: Self) -> Self
    static func erf(_ x: Self) -> Self
    static func sin(_ x: Self) -> Self
    static func cos(_ x: Self) -> Self
    static func log1p(_ x: Self) -> Self
    static func expm1(_ x: Self) -> Self
    static func pow(_ x: Self, _ y: Self) -> Self
    static func fmod(_ x: Self, _ y: Self) -> Self
    static func atan2(_ y: Self, _ x: Self) -> Self
    /// A function of the C library that has no formula of its own.
    static func library(_ function: LibraryFunction, _ x: Self) -> Self
}

/// Functions taken from the C library one element at a time.
enum LibraryFunction: Sendable {
    case tan, asin, acos, atan, sinh, cosh, asinh, acosh, atanh, exp2, log2, log10, erfc, lgamma, digamma, trigamma, erfinv
}

extension Scalar {
    @inline(__always) init(integerLiteral value: Int) { self.init(constant: Double(value)) }
    @inline(__always) static var zero: Self { Self(constant: 0) }
    @inline(__always) static var one: Self { Self(constant: 1) }
    @inline(__always) static func greater(_ a: Self, _ b: Self) -> Mask { less(b, a) }
    /// Whether this is not a number.
    @inline(__always) static func isNaN(_ a: Self) -> Mask { not(equal(a, a)) }
    /// The larger; nan if either is.
    @inline(__always) static func maximum(_ a: Self, _ b: Self) -> Self { select(either(less(b, a), isNaN(a)), a, b) }
    /// The smaller; nan if either is.
    @inline(__always) static func minimum(_ a: Self, _ b: Self) -> Self { select(either(less(a, b), isNaN(a)), a, b) }
    /// The absolute value.
    @inline(__always) static func magnitude(_ a: Self) -> Self { select(less(a, zero), -a, a) }
    /// -1, 0 or 1.
    @inline(__always) static func sign(_ a: Self) -> Self { select(less(zero, a), one, select(less(a, zero), -one, zero)) }
}

extension Float: Scalar {
    @inline(__always) init(constant: Double) { self.init(constant) }
    @inline(__always) static func less(_ a: Float, _ b: Float) -> Bool { a < b }
    @inline(__always) static func equal(_ a: Float, _ b: Float) -> Bool { a == b }
    @inline(__always) static func either(_ a: Bool, _ b: Bool) -> Bool { a || b }
    @inline(__always) static func both(_ a: Bool, _ b: Bool) -> Bool { a && b }
    @inline(__always) static func not(_ a: Bool) -> Bool { !a }
    @inline(__always) static func select(_ mask: Bool, _ yes: Float, _ no: Float) -> Float { mask ? yes : no }
    @inline(__always) static func magnitude(_ a: Float) -> Float { a.magnitude }
}

extension Double: Scalar {
    @inline(__always) init(constant: Double) { self = constant }
    @inline(__always) static func less(_ a: Double, _ b: Double) -> Bool { a < b }
    @inline(__always) static func equal(_ a: Double, _ b: Double) -> Bool { a == b }
    @inline(__always) static func either(_ a: Bool, _ b: Bool) -> Bool { a || b }
    @inline(__always) static func both(_ a: Bool, _ b: Bool) -> Bool { a && b }
    @inline(__always) static func not(_ a: Bool) -> Bool { !a }
    @inline(__always) static func select(_ mask: Bool, _ yes: Double, _ no: Double) -> Double { mask ? yes : no }
    @inline(__always) static func magnitude(_ a: Double) -> Double { a.magnitude }
}

/// An integer whose arithmetic wraps around, as that of integer tensors does. Same bytes as Int.
struct Whole: Scalar, BitwiseCopyable {
    var value: Int

    @inline(__always) init(_ value: Int) { self.value = value }
    @inline(__always) init(constant: Double) { value = Int(constant) }
    @inline(__always) static func + (a: Whole, b: Whole) -> Whole { Whole(a.value &+ b.value) }
    @inline(__always) static func - (a: Whole, b: Whole) -> Whole { Whole(a.value &- b.value) }
    @inline(__always) static func * (a: Whole, b: Whole) -> Whole { Whole(a.value &* b.value) }
    @inline(__always) static prefix func - (a: Whole) -> Whole { Whole(0 &- a.value) }
    @inline(__always) static func less(_ a: Whole, _ b: Whole) -> Bool { a.value < b.value }
    @inline(__always) static func equal(_ a: Whole, _ b: Whole) -> Bool { a.value == b.value }
    @inline(__always) static func either(_ a: Bool, _ b: Bool) -> Bool { a || b }
    @inline(__always) static func both(_ a: Bool, _ b: Bool) -> Bool { a && b }
    @inline(__always) static func not(_ a: Bool) -> Bool { !a }
    @inline(__always) static func select(_ mask: Bool, _ yes: Whole, _ no: Whole) -> Whole { mask ? yes : no }
}
