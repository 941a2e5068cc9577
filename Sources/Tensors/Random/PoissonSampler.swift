// Defines PoissonSampler: Poisson numbers from a stream of uniforms, as torch and numpy draw them.
import Glibc

/// Multiplication of uniforms for small means; transformed rejection (Hörmann 1993, PTRS) from mean 10 on.
package enum PoissonSampler {
    /// A Poisson number; `uniform` gives doubles in [0, 1).
    @inline(__always)
    package static func sample(_ mean: Double, uniform: () -> Double) -> Double {
        if !(mean > 0) { return 0 }
        return mean < 10 ? byProducts(mean, uniform) : byRejection(mean, uniform)
    }

    @inline(__always)
    private static func byProducts(_ mean: Double, _ uniform: () -> Double) -> Double {
        let limit = exp(-mean)
        var count = 0.0
        var product = uniform()
        while product > limit {
            count += 1
            product *= uniform()
        }
        return count
    }

    @inline(__always)
    private static func byRejection(_ mean: Double, _ uniform: () -> Double) -> Double {
        let logMean = log(mean)
        let b = 0.931 + 2.53 * mean.squareRoot()
        let a = -0.059 + 0.02483 * b
        let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
        let acceptance = 0.9277 - 3.6224 / (b - 2)
        while true {
            let u = uniform() - 0.5
            let v = uniform()
            let distance = 0.5 - u.magnitude
            let count = ((2 * a / distance + b) * u + mean + 0.43).rounded(.down)
            if distance >= 0.07 && v <= acceptance { return count }
            if count < 0 || (distance < 0.013 && v > distance) { continue }
            let left = log(v) + log(inverseAlpha) - log(a / (distance * distance) + b)
            if left <= -mean + count * logMean - lgamma(count + 1) { return count }
        }
    }
}
