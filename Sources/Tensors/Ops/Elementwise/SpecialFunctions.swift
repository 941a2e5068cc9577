// Defines functions that the C library lacks (digamma, trigamma, erfinv) or that need a vector form (sin, cos, erf).
import Glibc

/// Functions of the gamma family and the inverse of erf, in Double.
enum SpecialFunctions {
    /// Derivative of lgamma: recurrence up to 10, then the asymptotic series (Abramowitz & Stegun 6.3.18).
    static func digamma(_ value: Double) -> Double {
        if value == 0 { return value.sign == .minus ? .infinity : -.infinity }
        if value < 0 {
            if value == value.rounded(.down) { return .nan }
            return digamma(1 - value) - Double.pi / Glibc.tan(Double.pi * value)
        }
        var x = value
        var result = 0.0
        while x < 10 {
            result -= 1 / x
            x += 1
        }
        let z = 1 / (x * x)
        let tail = z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z * (1.0 / 132 - z * 691 / 32_760)))))
        return result + Glibc.log(x) - 0.5 / x - tail
    }

    /// Second derivative of lgamma (Abramowitz & Stegun 6.4.12).
    static func trigamma(_ value: Double) -> Double {
        if value <= 0 {
            if value == value.rounded(.down) { return .infinity }
            let s = Glibc.sin(Double.pi * value)
            return Double.pi * Double.pi / (s * s) - trigamma(1 - value)
        }
        var x = value
        var result = 0.0
        while x < 10 {
            result += 1 / (x * x)
            x += 1
        }
        let z = 1 / (x * x)
        let tail = z * (1.0 / 6 - z * (1.0 / 30 - z * (1.0 / 42 - z * (1.0 / 30 - z * 5 / 66))))
        return result + (1 + tail) / x + z / 2
    }

    /// Inverse of erf: a first guess (Giles 2010, single precision) and two Newton steps.
    static func erfinv(_ y: Double) -> Double {
        if y.magnitude >= 1 { return y.magnitude == 1 ? y * .infinity : .nan }
        let w = -Glibc.log((1 - y) * (1 + y))
        var x = w < 5 ? central(w - 2.5) * y : outer(w.squareRoot() - 3) * y
        for _ in 0..<2 {
            let error = Glibc.erf(x) - y
            x -= error / (2 / Double.pi.squareRoot() * Glibc.exp(-x * x))
        }
        return x
    }

    private static func central(_ w: Double) -> Double {
        let c = [2.81022636e-08, 3.43273939e-07, -3.5233877e-06, -4.39150654e-06, 0.00021858087, -0.00125372503, -0.00417768164,
                 0.246640727, 1.50140941]
        return c.reduce(0) { $0 * w + $1 }
    }

    private static func outer(_ w: Double) -> Double {
        let c = [-0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613, 0.00943887047,
                 1.00167406, 2.83297682]
        return c.reduce(0) { $0 * w + $1 }
    }
}

/// Sine and cosine in Double arithmetic, good to Float precision and more, without branches.
enum Trigonometry {
    @inline(__always)
    static func sin(_ x: Double) -> Double { wave(x, quarter: 0) }
    @inline(__always)
    static func cos(_ x: Double) -> Double { wave(x, quarter: 1) }

    /// Reduction by π/2 in two parts, Taylor polynomials on |r| ≤ π/4. Arguments beyond 2^30 lose accuracy gradually.
    @inline(__always)
    private static func wave(_ x: Double, quarter: Int64) -> Double {
        let magic: Double = 6_755_399_441_055_744
        let t = magic.addingProduct(x, 0.6366197723675814)
        let n = t - magic
        let q = (Int64(bitPattern: t.bitPattern) &- Int64(bitPattern: magic.bitPattern)) &+ quarter
        var r = x.addingProduct(n, -1.5707963267948966)
        r = r.addingProduct(n, -6.123233995736766e-17)
        let z = r * r
        var s: Double = 1.0 / 6_227_020_800
        s = (-1.0 / 39_916_800).addingProduct(s, z)
        s = (1.0 / 362_880).addingProduct(s, z)
        s = (-1.0 / 5_040).addingProduct(s, z)
        s = (1.0 / 120).addingProduct(s, z)
        s = (-1.0 / 6).addingProduct(s, z)
        let sine = r.addingProduct(s * z, r)
        var c: Double = 1.0 / 479_001_600
        c = (-1.0 / 3_628_800).addingProduct(c, z)
        c = (1.0 / 40_320).addingProduct(c, z)
        c = (-1.0 / 720).addingProduct(c, z)
        c = (1.0 / 24).addingProduct(c, z)
        c = (-0.5).addingProduct(c, z)
        let cosine = (1.0).addingProduct(c, z)
        let value = q & 1 == 0 ? sine : cosine
        return q & 2 == 0 ? value : -value
    }
}

/// The error function for Float arguments, in Double arithmetic without branches.
enum ErrorFunction {
    /// Abramowitz & Stegun 7.1.5 (series) below 1.5 and the continued fraction's rational form above would need branches that differ
    /// in cost; one Taylor-free route serves both: erf x = sign · (1 − t · exp(−x² + P(t))), t = 1/(1 + x/2) (Numerical Recipes' erfc,
    /// relative error 1.2e-7), with the series near zero where it loses relative accuracy.
    @inline(__always)
    static func erf(_ x: Double) -> Double {
        let a = x.magnitude
        let t = 1 / (1 + 0.5 * a)
        var p = 0.17087277
        p = (-0.82215223).addingProduct(p, t)
        p = 1.48851587.addingProduct(p, t)
        p = (-1.13520398).addingProduct(p, t)
        p = 0.27886807.addingProduct(p, t)
        p = (-0.18628806).addingProduct(p, t)
        p = 0.09678418.addingProduct(p, t)
        p = 0.37409196.addingProduct(p, t)
        p = 1.00002368.addingProduct(p, t)
        p = (-1.26551223).addingProduct(p, t)
        let tail = t * Double.exp((-a * a) + p)
        let large = x < 0 ? tail - 1 : 1 - tail
        let z = x * x
        var s = 1.0 / 9_360
        s = (-1.0 / 1_320).addingProduct(s, z)
        s = (1.0 / 216).addingProduct(s, z)
        s = (-1.0 / 42).addingProduct(s, z)
        s = (1.0 / 10).addingProduct(s, z)
        s = (-1.0 / 3).addingProduct(s, z)
        let small = 1.1283791670955126 * x.addingProduct(s * z, x)
        return a < 0.5 ? small : large
    }
}
