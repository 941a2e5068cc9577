// Defines exp, log, tanh … for Double, and the functions both types take from the C library.
import Glibc

extension Double: Real {
    @inline(__always) static func fma(_ a: Double, _ b: Double, _ c: Double) -> Double { c.addingProduct(a, b) }
    @inline(__always) static func squareRoot(_ x: Double) -> Double { x.squareRoot() }
    @inline(__always) static func floor(_ x: Double) -> Double { x.rounded(.down) }
    @inline(__always) static func ceil(_ x: Double) -> Double { x.rounded(.up) }
    @inline(__always) static func trunc(_ x: Double) -> Double { x.rounded(.towardZero) }
    @inline(__always) static func round(_ x: Double) -> Double { x.rounded(.toNearestOrEven) }

    /// The C library's, which rounds all but a few results to the nearest number, as numpy's does.
    @inline(__always) static func exp(_ x: Double) -> Double { Glibc.exp(x) }

    @inline(__always) static func log(_ x: Double) -> Double { Glibc.log(x) }

    @inline(__always)
    static func tanh(_ x: Double) -> Double { Glibc.tanh(x) }

    @inline(__always) static func erf(_ x: Double) -> Double { Glibc.erf(x) }
    @inline(__always) static func sin(_ x: Double) -> Double { Glibc.sin(x) }
    @inline(__always) static func cos(_ x: Double) -> Double { Glibc.cos(x) }
    @inline(__always) static func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
    @inline(__always) static func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
    @inline(__always) static func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
    @inline(__always) static func fmod(_ x: Double, _ y: Double) -> Double { Glibc.fmod(x, y) }
    @inline(__always) static func atan2(_ y: Double, _ x: Double) -> Double { Glibc.atan2(y, x) }

    /// The C library's functions, and three it lacks.
    @inline(__always)
    static func library(_ function: LibraryFunction, _ x: Double) -> Double {
        switch function {
        case .tan: Glibc.tan(x)
        case .asin: Glibc.asin(x)
        case .acos: Glibc.acos(x)
        case .atan: Glibc.atan(x)
        case .sinh: Glibc.sinh(x)
        case .cosh: Glibc.cosh(x)
        case .asinh: Glibc.asinh(x)
        case .acosh: Glibc.acosh(x)
        case .atanh: Glibc.atanh(x)
        case .exp2: Glibc.exp2(x)
        case .log2: Glibc.log2(x)
        case .log10: Glibc.log10(x)
        case .erfc: Glibc.erfc(x)
        case .lgamma: Glibc.lgamma(x)
        case .digamma: SpecialFunctions.digamma(x)
        case .erfinv: SpecialFunctions.erfinv(x)
        case .trigamma: SpecialFunctions.trigamma(x)
        }
    }
}
