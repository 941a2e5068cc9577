// Defines gamma and binomial numbers of a Generator, and the slope of a gamma number in its concentration.
import Glibc

extension Generator {
    /// Gamma number of rate 1 (Marsaglia and Tsang 2000); below concentration 1 one of concentration + 1 is scaled down.
    package func gamma(_ concentration: Double) -> Double {
        if concentration == 0 { return 0 }
        let scale = concentration < 1 ? pow(1 - uniform64(), 1 / concentration) : 1
        let d = (concentration < 1 ? concentration + 1 : concentration) - 1.0 / 3.0
        let c = 1 / (9 * d).squareRoot()
        while true {
            var x = normal()
            var v = 1 + c * x
            while v <= 0 {
                x = normal()
                v = 1 + c * x
            }
            v = v * v * v
            let u = 1 - uniform64()
            let square = x * x
            if u < 1 - 0.0331 * square * square { return scale * d * v }
            if log(u) < 0.5 * square + d * (1 - v + log(v)) { return scale * d * v }
        }
    }

    /// Successes among `trials` with a probability: geometric gaps while few are expected, else Hörmann's transformed rejection (1993).
    package func binomial(_ trials: Double, _ probability: Double) -> Double {
        if !(trials > 0) || !(probability > 0) { return 0 }
        if probability >= 1 { return trials }
        let isLikely = probability > 0.5
        let p = isLikely ? 1 - probability : probability
        let count = trials * p >= 10 ? binomialByRejection(trials, p) : binomialByGaps(trials, p)
        return isLikely ? trials - count : count
    }

    private func binomialByGaps(_ trials: Double, _ p: Double) -> Double {
        let rate = log1p(-p)
        var (sum, count) = (0.0, 0.0)
        while true {
            sum += (log(uniform64()) / rate).rounded(.up)
            if sum > trials { return count }
            count += 1
        }
    }

    private func binomialByRejection(_ n: Double, _ p: Double) -> Double {
        let deviation = (n * p * (1 - p)).squareRoot()
        let b = 1.15 + 2.53 * deviation
        let a = -0.0873 + 0.0248 * b + 0.01 * p
        let center = n * p + 0.5
        let inner = 0.92 - 4.2 / b
        let odds = p / (1 - p)
        let alpha = (2.83 + 5.1 / b) * deviation
        let mode = ((n + 1) * p).rounded(.down)
        while true {
            let u = uniform64() - 0.5
            var v = uniform64()
            let us = 0.5 - u.magnitude
            let k = ((2 * a / us + b) * u + center).rounded(.down)
            if us >= 0.07 && v <= inner { return k }
            if k < 0 || k > n { continue }
            v = log(v * alpha / (a / (us * us) + b))
            let atMode = lgamma(mode + 1) + lgamma(n - mode + 1)
            let bound = atMode - lgamma(k + 1) - lgamma(n - k + 1) + (k - mode) * log(odds)
            if v <= bound { return k }
        }
    }
}

extension Tensor {
    /// Gamma numbers of rate 1 with the concentrations of this tensor. Their gradient keeps the probability below each number fixed.
    public func standardGamma(generator: Generator? = nil) throws -> Tensor {
        guard dtype.isFloatingPoint else { throw TensorError.unsupported("gamma_cpu", dtype) }
        let source = generator ?? Engine.current.generator
        let concentrations = try elements(Double.self)
        guard concentrations.allSatisfy({ $0 >= 0 }) else { throw TensorError.runtime("gamma expects concentrations that are not negative") }
        let drawn = try Tensor.from(concentrations.map { source.gamma($0) }, shape).to(dtype)
        return drawn.recorded("StandardGammaBackward0", [self]) { grad, _ in
            let numbers = try drawn.elements(Double.self)
            let slopes = zip(numbers, concentrations).map { IncompleteGamma.slope($0, $1) }
            return [try grad * Tensor.from(slopes, drawn.shape).to(drawn.dtype)]
        }
    }

    /// Successes among as many trials as this tensor says, with probabilities of the same sizes.
    public func binomial(_ probabilities: Tensor, generator: Generator? = nil) throws -> Tensor {
        guard dtype.isFloatingPoint else { throw TensorError.unsupported("binomial_cpu", dtype) }
        guard dtype == probabilities.dtype else {
            throw TensorError.runtime("Found dtype \(probabilities.dtype.scalarName) but expected \(dtype.scalarName)")
        }
        let source = generator ?? Engine.current.generator
        let sizes = try Shapes.broadcast(shape, probabilities.shape)
        let trials = try expand(sizes.array).elements(Double.self)
        let chances = try probabilities.expand(sizes.array).elements(Double.self)
        return try Tensor.from(zip(trials, chances).map { source.binomial($0, $1) }, sizes).to(dtype)
    }
}

/// The regularised lower incomplete gamma function P(a, x).
enum IncompleteGamma {
    /// The slope in `a` of the number x below which P(a, ·) has a fixed value: −(∂P/∂a) / (∂P/∂x), by central differences.
    static func slope(_ x: Double, _ a: Double) -> Double {
        if !(x > 0) || !(a > 0) { return 0 }
        let step = 1e-4 * min(a, 1)
        let inA = (value(a + step, x) - value(a - step, x)) / (2 * step)
        let density = exp((a - 1) * log(x) - x - lgamma(a))
        return density > 0 ? -inA / density : 0
    }

    /// P(a, x): the power series below a + 1, Lentz's continued fraction above.
    static func value(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 0 }
        let front = exp(a * log(x) - x - lgamma(a))
        if x < a + 1 {
            var term = 1 / a
            var sum = term
            for k in 1..<10_000 {
                term *= x / (a + Double(k))
                sum += term
                if term.magnitude < sum.magnitude * 1e-17 { break }
            }
            return sum * front
        }
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var h = d
        for k in 1..<10_000 {
            let an = -Double(k) * (Double(k) - a)
            b += 2
            d = 1 / (an * d + b)
            c = b + an / c
            let factor = d * c
            h *= factor
            if (factor - 1).magnitude < 1e-16 { break }
        }
        return 1 - front * h
    }
}
