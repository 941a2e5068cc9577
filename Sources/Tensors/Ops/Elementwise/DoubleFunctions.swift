// Defines exp, log, tanh … for Double, and the functions both types take from the C library.
import Glibc

extension Double: Real {
    @inline(__always) static func fma(_ a: Double, _ b: Double, _ c: Double) -> Double { c.addingProduct(a, b) }
    @inline(__always) static func squareRoot(_ x: Double) -> Double { x.squareRoot() }
    @inline(__always) static func floor(_ x: Double) -> Double { x.rounded(.down) }
    @inline(__always) static func ceil(_ x: Double) -> Double { x.rounded(.up) }
    @inline(__always) static func trunc(_ x: Double) -> Double { x.rounded(.towardZero) }
    @inline(__always) static func round(_ x: Double) -> Double { x.rounded(.toNearestOrEven) }

    /// Reduction to |r| ≤ ln2/2, Taylor polynomial of degree 13 (remainder below 5e-18), scaling in two steps.
    @inline(__always)
    static func exp(_ x: Double) -> Double {
        let low: Double = x < -746 ? -746 : x
        let c: Double = low > 710 ? 710 : low
        let magic: Double = 6_755_399_441_055_744     // 1.5 · 2^52
        let t = magic.addingProduct(c, 1.4426950408889634)
        let n = t - magic
        var r = c.addingProduct(n, -6.93147180369123816490e-01)
        r = r.addingProduct(n, -1.90821492927058770002e-10)
        var p: Double = 1.0 / 6_227_020_800
        p = (1.0 / 479_001_600).addingProduct(p, r)
        p = (1.0 / 39_916_800).addingProduct(p, r)
        p = (1.0 / 3_628_800).addingProduct(p, r)
        p = (1.0 / 362_880).addingProduct(p, r)
        p = (1.0 / 40_320).addingProduct(p, r)
        p = (1.0 / 5_040).addingProduct(p, r)
        p = (1.0 / 720).addingProduct(p, r)
        p = (1.0 / 120).addingProduct(p, r)
        p = (1.0 / 24).addingProduct(p, r)
        p = (1.0 / 6).addingProduct(p, r)
        p = 0.5.addingProduct(p, r)
        let y = (1.0).addingProduct(r.addingProduct(p, r * r), 1)
        let i = Int64(bitPattern: t.bitPattern) &- Int64(bitPattern: magic.bitPattern)
        let half = i &>> 1
        let a = Double(bitPattern: UInt64(bitPattern: (half &+ 1023) &<< 52))
        let b = Double(bitPattern: UInt64(bitPattern: (i &- half &+ 1023) &<< 52))
        return y * a * b
    }

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
