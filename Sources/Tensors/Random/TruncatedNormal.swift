// Defines the truncated normal fill of a Generator (`nn.init.trunc_normal_`).
import Glibc

extension Generator {
    /// Below this share of kept proposals, uniform proposals replace normal ones.
    private static let keptShare = 0.3

    /// Fills with normal numbers kept within [low, high]. Every round draws numbers for the whole output and uses those for
    /// the places still open. `F` is float32 or float64.
    package func fillTruncatedNormal<F: UniformNormal>(
        _ out: UnsafeMutableBufferPointer<F>, mean: Double, deviation: Double, low: Double, high: Double
    ) {
        func share(_ x: Double) -> Double { (1 + erf((x - mean) / deviation / 2.0.squareRoot())) / 2 }
        if share(high) - share(low) > Self.keptShare {
            fillByNormals(out, mean, deviation, F(low), F(high))
        } else {
            fillByUniforms(out, mean, deviation, low, high)
        }
    }

    private func fillByNormals<F: UniformNormal>(
        _ out: UnsafeMutableBufferPointer<F>, _ mean: Double, _ deviation: Double, _ low: F, _ high: F
    ) {
        F.normals(self, out, mean, deviation, inHalf: false)
        var open = out.indices.filter { out[$0] < low || out[$0] > high }
        withUnsafeTemporaryAllocation(of: F.self, capacity: out.count) { fresh in
            while !open.isEmpty {
                F.normals(self, fresh, mean, deviation, inHalf: false)
                for i in open { out[i] = fresh[i] }
                open.removeAll { out[$0] >= low && out[$0] <= high }
            }
        }
    }

    private func fillByUniforms<F: UniformNormal>(
        _ out: UnsafeMutableBufferPointer<F>, _ mean: Double, _ deviation: Double, _ low: Double, _ high: Double
    ) {
        // The density is largest at the mean, or at the bound nearest to it.
        let summit = (min(max(mean, low), high) - mean) / deviation
        let peak = F(-0.5 * summit * summit)
        var open = Array(out.indices)
        withUnsafeTemporaryAllocation(of: F.self, capacity: 2 * out.count) { scratch in
            let candidates = UnsafeMutableBufferPointer(rebasing: scratch[..<out.count])
            let chances = UnsafeMutableBufferPointer(rebasing: scratch[out.count...])
            while !open.isEmpty {
                F.uniforms(self, candidates, low, high)
                F.uniforms(self, chances, 0, 1)
                open.removeAll { i in
                    let z = (candidates[i] - F(mean)) / F(deviation)
                    guard F.logarithm(chances[i]) <= -0.5 * z * z - peak else { return false }
                    out[i] = candidates[i]
                    return true
                }
            }
        }
    }
}

/// The float types a Generator fills directly.
package protocol UniformNormal: BinaryFloatingPoint {
    /// Fills with uniforms in [low, high).
    static func uniforms(_ generator: Generator, _ out: UnsafeMutableBufferPointer<Self>, _ low: Double, _ high: Double)
    /// Fills with normals, as a contiguous output; `inHalf`: the output has a type of 16 bits.
    static func normals(_ generator: Generator, _ out: UnsafeMutableBufferPointer<Self>, _ mean: Double, _ deviation: Double, inHalf: Bool)
    /// Natural logarithm.
    static func logarithm(_ x: Self) -> Self
}

extension Float: UniformNormal {
    package static func uniforms(_ generator: Generator, _ out: UnsafeMutableBufferPointer<Float>, _ low: Double, _ high: Double) {
        generator.fillUniform(out, from: low, to: high)
    }
    package static func normals(_ generator: Generator, _ out: UnsafeMutableBufferPointer<Float>, _ mean: Double, _ deviation: Double, inHalf: Bool) {
        generator.fillNormal(out, mean: mean, deviation: deviation, inHalf: inHalf)
    }
    package static func logarithm(_ x: Float) -> Float { logf(x) }
}

extension Double: UniformNormal {
    package static func uniforms(_ generator: Generator, _ out: UnsafeMutableBufferPointer<Double>, _ low: Double, _ high: Double) {
        generator.fillUniform(out, from: low, to: high)
    }
    package static func normals(_ generator: Generator, _ out: UnsafeMutableBufferPointer<Double>, _ mean: Double, _ deviation: Double, inHalf _: Bool) {
        generator.fillNormal(out, mean: mean, deviation: deviation)
    }
    package static func logarithm(_ x: Double) -> Double { log(x) }
}
