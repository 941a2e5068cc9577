// Defines the other distributions of a Generator, one number at a time: Bernoulli, exponential, geometric, log-normal, Cauchy, Poisson, binomial.
import Glibc

extension Generator {
    /// True with the given probability: two words.
    package func bernoulli(_ probability: Double) -> Bool { uniform64() < probability }

    /// True with a probability that came from a float32 tensor: one word.
    package func bernoulli(_ probability: Float) -> Bool { uniform32() < probability }

    /// Exponential with the given rate.
    package func exponential(rate: Double = 1) -> Double { -1 / rate * log1p(-uniform64()) }

    /// Number of trials up to the first success.
    package func geometric(_ probability: Double) -> Double { (log(uniform64()) / log1p(-probability)).rounded(.up) }

    /// Exponential of a normal number.
    package func logNormal(mean: Double, deviation: Double) -> Double { exp(normal(mean: mean, deviation: deviation)) }

    /// Cauchy around `median`.
    package func cauchy(median: Double, scale: Double) -> Double {
        median + scale * tan(Double.pi * (uniform64() - 0.5))
    }

    /// Poisson number with the given mean; the mean 0 draws nothing.
    package func poisson(_ mean: Double) -> Double { PoissonSampler.sample(mean) { uniform64() } }

    /// Uniform in [lower, upper) as `rrelu` draws its slopes.
    package func slope(lower: Double, upper: Double) -> Double { uniform64() * (upper - lower) + lower }
}

extension Generator {
    /// Fills with the exponential distribution. The output serves `exponential_`, `multinomial` and `gumbel_softmax`.
    package func fillExponential<F: BinaryFloatingPoint>(_ out: UnsafeMutableBufferPointer<F>, rate: Double = 1) {
        for i in out.indices { out[i] = F(exponential(rate: rate)) }
    }
}

/// Checks of distribution parameters with PyTorch's words.
package enum DistributionCheck {
    /// `bernoulli_(p)`: p in 0...1.
    package static func bernoulli(_ probability: Double) throws {
        try require(probability >= 0 && probability <= 1, "bernoulli_ expects p to be in [0, 1], but got p=\(shortNumber(probability))")
    }

    /// `exponential_(lambd)`: a positive rate.
    package static func exponential(_ rate: Double) throws {
        try require(rate > 0, "exponential_ expects lambda > 0.0, but found lambda=\(shortNumber(rate))")
    }

    /// `geometric_(p)`: p strictly between 0 and 1.
    package static func geometric(_ probability: Double) throws {
        try require(probability > 0 && probability < 1, "geometric_ expects p to be in (0, 1), but got p=\(shortNumber(probability))")
    }

    /// `log_normal_(mean, std)`: a positive deviation.
    package static func logNormal(_ deviation: Double) throws {
        try require(deviation > 0, "log_normal_ expects std > 0.0, but found std=\(shortNumber(deviation))")
    }

    /// `cauchy_(median, sigma)`: a positive scale.
    package static func cauchy(_ scale: Double) throws {
        try require(scale > 0, "cauchy_ expects sigma > 0.0, but found sigma=\(shortNumber(scale))")
    }

    private static func require(_ condition: Bool, _ message: String) throws {
        if !condition { throw TensorError.runtime(message) }
    }
}
