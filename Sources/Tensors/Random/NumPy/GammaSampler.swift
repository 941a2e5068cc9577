// Defines gamma numbers of numpy's generators and what is made from them: chi-square, beta, Student's t, F, Dirichlet.
import Glibc

extension NumPyRandom {
    /// Standard gamma number (Marsaglia and Tsang 2000; below shape 1 Ahrens and Dieter's rejection).
    public func gamma(_ shape: Double) -> Double {
        if shape == 1 { return exponential() }
        if !(shape > 0) { return 0 }
        return shape < 1 ? smallGamma(shape) : largeGamma(shape)
    }

    private func smallGamma(_ shape: Double) -> Double {
        while true {
            let u = uniform()
            let v = exponential()
            if u <= 1 - shape {
                let x = pow(u, 1 / shape)
                if x <= v { return x }
            } else {
                let y = -log((1 - u) / shape)
                let x = pow(1 - shape + shape * y, 1 / shape)
                if x <= v + y { return x }
            }
        }
    }

    private func largeGamma(_ shape: Double) -> Double {
        let b = shape - 1.0 / 3.0
        let c = 1 / (9 * b).squareRoot()
        while true {
            var x = normal()
            var v = 1 + c * x
            while v <= 0 {
                x = normal()
                v = 1 + c * x
            }
            v = v * v * v
            let u = uniform()
            if u < 1 - 0.0331 * (x * x) * (x * x) { return b * v }
            if log(u) < 0.5 * x * x + b * (1 - v + log(v)) { return b * v }
        }
    }

    /// Chi-square with the given degrees of freedom.
    public func chiSquare(_ degrees: Double) -> Double { 2 * gamma(degrees / 2) }

    /// Student's t with the given degrees of freedom.
    public func studentT(_ degrees: Double) -> Double {
        let numerator = normal()
        return (degrees / 2).squareRoot() * numerator / gamma(degrees / 2).squareRoot()
    }

    /// F with the given degrees of freedom.
    public func fisherF(_ numerator: Double, _ denominator: Double) -> Double {
        let top = chiSquare(numerator) * denominator
        return top / (chiSquare(denominator) * numerator)
    }

    /// Beta number (Jöhnk's rejection when both shapes are at most 1).
    public func beta(_ a: Double, _ b: Double) -> Double {
        guard a <= 1, b <= 1 else {
            let first = gamma(a)
            return first / (first + gamma(b))
        }
        while true {
            let u = uniform()
            let v = uniform()
            let x = pow(u, 1 / a)
            let y = pow(v, 1 / b)
            guard x + y <= 1, u + v > 0 else { continue }
            if x + y > 0 { return x / (x + y) }
            let logX = log(u) / a
            let logY = log(v) / b
            let top = max(logX, logY)
            return exp(logX - top - log(exp(logX - top) + exp(logY - top)))
        }
    }

    /// One point of a Dirichlet distribution.
    public func dirichlet(_ alpha: [Double]) -> [Double] {
        let parts = alpha.map { gamma($0) }
        let inverse = 1 / parts.reduce(0, +)
        return parts.map { $0 * inverse }
    }
}
