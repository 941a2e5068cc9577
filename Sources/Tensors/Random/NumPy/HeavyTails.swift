// Defines numbers of numpy's generators that are seldom large: Zipf's, those of the logarithmic series, and waiting times of a walk (Wald).
import Glibc

extension NumPyRandom {
    /// Zipf's law with exponent `a` > 1, by Devroye's rejection (1986).
    public func zipf(_ a: Double) -> Double {
        if a >= 1025 { return 1 }
        let power = a - 1
        let base = pow(2, power)
        let least = smallestTail(power)
        while true {
            let part = uniform()
            let u = least == 0 ? 1 - part : part * least + (1 - part)
            let v = uniform()
            let x = pow(u, -1 / power).rounded(.down)
            guard x >= 1, x <= 0x1p63 else { continue }
            let t = pow(1 + 1 / x, power)
            if v * x * (t - 1) / (base - 1) <= t / base { return x }
        }
    }

    /// The logarithmic series with parameter `p`, by Kemp's second accelerated generator (1981).
    public func logarithmicSeries(_ p: Double) -> Double {
        let rate = log1p(-p)
        while true {
            let v = uniform()
            if v >= p { return 1 }
            let q = -expm1(rate * uniform())
            if v <= q * q {
                let result = (1 + log(v) / log(q)).rounded(.down)
                if result >= 1, v != 0 { return result }
            } else {
                return v >= q ? 1 : 2
            }
        }
    }

    /// The time a walk with drift takes to a place (inverse Gaussian), after Michael, Schucany and Haas (1976).
    public func wald(mean: Double, scale: Double) -> Double {
        let number = normal()
        let y = mean * number * number
        // In a form that does not cancel where the mean is large.
        let x = mean * (1 - 2 / (1 + (1 + 4 * scale / y).squareRoot()))
        return uniform() <= mean / (mean + x) ? x : mean * mean / x
    }

    /// Angles about `center`, the closer the larger `concentration` is, after Best and Fisher (1979).
    public func vonMises(center: Double, concentration k: Double) -> Double {
        if k.isNaN { return .nan }
        if k < 1e-8 { return .pi * (2 * uniform() - 1) }
        if k > 1e6, usesWideAngles { return narrowAngle(center, k) }
        let root = 1 + (1 + 4 * k * k).squareRoot()
        let rho = (root - (2 * root).squareRoot()) / (2 * k)
        let s = k < 1e-5 ? 1 / k + k : (1 + rho * rho) / (2 * rho)
        // Nothing would ever be accepted where so large a k leaves no room above 1.
        guard s > 1, s.isFinite else { return narrowAngle(center, k) }
        var w: Double
        while true {
            let z = cos(.pi * uniform())
            w = (1 + s * z) / (s + z)
            let y = k * (s - w)
            let v = uniform()
            if y * (2 - y) - v >= 0 || log(y / v) + 1 - y >= 0 { break }
        }
        let turned = uniform() < 0.5 ? -acos(w) : acos(w)
        let angle = turned + center
        let wrapped = fmod(abs(angle) + .pi, 2 * .pi) - .pi
        return angle < 0 ? -wrapped : wrapped
    }

    /// An angle close to `center`: normal, and brought back to the circle.
    private func narrowAngle(_ center: Double, _ k: Double) -> Double {
        let angle = center + (1 / k).squareRoot() * normal()
        return angle < -.pi ? angle + 2 * .pi : angle > .pi ? angle - 2 * .pi : angle
    }
}
