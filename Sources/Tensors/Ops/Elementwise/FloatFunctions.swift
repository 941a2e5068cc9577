// Defines exp, log, tanh, sin … for Float without branches, so that loops over them become vector code.
import Glibc

extension Float: Real {
    @inline(__always) static func fma(_ a: Float, _ b: Float, _ c: Float) -> Float { c.addingProduct(a, b) }
    @inline(__always) static func squareRoot(_ x: Float) -> Float { x.squareRoot() }
    @inline(__always) static func floor(_ x: Float) -> Float { x.rounded(.down) }
    @inline(__always) static func ceil(_ x: Float) -> Float { x.rounded(.up) }
    @inline(__always) static func trunc(_ x: Float) -> Float { x.rounded(.towardZero) }
    @inline(__always) static func round(_ x: Float) -> Float { x.rounded(.toNearestOrEven) }

    /// Reduction to |r| ≤ ln2/2 in two steps, polynomial of degree 7, scaling in two steps so that the ends of the range are right.
    /// Coefficients: Cephes `expf` (S. Moshier). Error below 1 ulp.
    @inline(__always)
    static func exp(_ x: Float) -> Float {
        let low: Float = x < -104 ? -104 : x
        let c: Float = low > 89 ? 89 : low
        let magic: Float = 12_582_912     // 1.5 · 2^23: adding it rounds to a whole number kept in the low bits
        let t = magic.addingProduct(c, 1.44269504088896341)
        let n = t - magic
        var r = c.addingProduct(n, -0.693359375)
        r = r.addingProduct(n, 2.12194440e-4)
        var p: Float = 1.9875691500e-4
        p = Float(1.3981999507e-3).addingProduct(p, r)
        p = Float(8.3334519073e-3).addingProduct(p, r)
        p = Float(4.1665795894e-2).addingProduct(p, r)
        p = Float(1.6666665459e-1).addingProduct(p, r)
        p = Float(5.0000001201e-1).addingProduct(p, r)
        let y = 1 + r.addingProduct(p, r * r)
        let i = Int32(bitPattern: t.bitPattern) &- Int32(bitPattern: magic.bitPattern)
        let half = i &>> 1
        let a = Float(bitPattern: UInt32(bitPattern: (half &+ 127) &<< 23))
        let b = Float(bitPattern: UInt32(bitPattern: (i &- half &+ 127) &<< 23))
        return y * a * b
    }

    /// Mantissa in [√½, √2), polynomial of degree 9. Coefficients: Cephes `logf` (S. Moshier). Error below 1 ulp.
    @inline(__always)
    static func log(_ x: Float) -> Float {
        let tiny = x < Float.leastNormalMagnitude
        let scaled = tiny ? x * 8_388_608 : x
        let bits = scaled.bitPattern
        // Exponent of the mantissa range that starts at √½.
        let shifted = bits &- 0x3f35_04f3
        let e = Int32(bitPattern: shifted) &>> 23
        let m = Float(bitPattern: (shifted & 0x007f_ffff) &+ 0x3f35_04f3)
        let exponent = Float(e) - (tiny ? 23 : 0)
        let f = m - 1
        let z = f * f
        var p: Float = 7.0376836292e-2
        p = Float(-1.1514610310e-1).addingProduct(p, f)
        p = Float(1.1676998740e-1).addingProduct(p, f)
        p = Float(-1.2420140846e-1).addingProduct(p, f)
        p = Float(1.4249322787e-1).addingProduct(p, f)
        p = Float(-1.6668057665e-1).addingProduct(p, f)
        p = Float(2.0000714765e-1).addingProduct(p, f)
        p = Float(-2.4999993993e-1).addingProduct(p, f)
        p = Float(3.3333331174e-1).addingProduct(p, f)
        var y = f * z * p
        y = y.addingProduct(exponent, -2.12194440e-4)
        y = y.addingProduct(z, -0.5)
        let result = (f + y).addingProduct(exponent, 0.693359375)
        let special: Float = x == 0 ? -.infinity : x < 0 ? .nan : x
        return x > 0 && x < .infinity ? result : special
    }

    /// Polynomial below 0.625, exponential above. Coefficients: Cephes `tanhf` (S. Moshier).
    @inline(__always)
    static func tanh(_ x: Float) -> Float {
        let z = x * x
        var p: Float = -5.70498872745e-3
        p = Float(2.06390887954e-2).addingProduct(p, z)
        p = Float(-5.37397155531e-2).addingProduct(p, z)
        p = Float(1.33314422036e-1).addingProduct(p, z)
        p = Float(-3.33332819422e-1).addingProduct(p, z)
        let small = x.addingProduct(p * z, x)
        let a = x.magnitude
        let large = 1 - 2 / (exp(a + a) + 1)
        return a < 0.625 ? small : x < 0 ? -large : large
    }

    @inline(__always) static func erf(_ x: Float) -> Float { Float(ErrorFunction.erf(Double(x))) }
    @inline(__always) static func sin(_ x: Float) -> Float { Float(Trigonometry.sin(Double(x))) }
    @inline(__always) static func cos(_ x: Float) -> Float { Float(Trigonometry.cos(Double(x))) }
    @inline(__always) static func log1p(_ x: Float) -> Float { Glibc.log1pf(x) }
    @inline(__always) static func expm1(_ x: Float) -> Float { Glibc.expm1f(x) }
    @inline(__always) static func pow(_ x: Float, _ y: Float) -> Float { Glibc.powf(x, y) }
    @inline(__always) static func fmod(_ x: Float, _ y: Float) -> Float { Glibc.fmodf(x, y) }
    @inline(__always) static func atan2(_ y: Float, _ x: Float) -> Float { Glibc.atan2f(y, x) }
    @inline(__always)
    static func library(_ function: LibraryFunction, _ x: Float) -> Float { Float(Double.library(function, Double(x))) }
}
