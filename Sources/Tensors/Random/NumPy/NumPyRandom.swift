// Defines NumPyRandom: what numpy's two generators share, and the distributions built on it.
import Glibc

/// A stream of words with uniform, normal and exponential numbers made in the generator's own way.
public protocol NumPyRandom: AnyObject {
    /// One 32-bit word.
    func next32() -> UInt32
    /// One 64-bit word.
    func next64() -> UInt64
    /// A double in [0, 1).
    func uniform() -> Double
    /// A standard normal number.
    func normal() -> Double
    /// A standard exponential number.
    func exponential() -> Double
    /// A whole number in 0...limit.
    func bounded(_ limit: UInt64) -> UInt64
    /// Rayleigh with the given scale.
    func rayleigh(_ scale: Double) -> Double
    /// Pareto II with shape `a`.
    func pareto(_ a: Double) -> Double
    /// Trials up to the first success for probabilities below a third.
    func longGeometric(_ p: Double) -> Double
    /// Good items among `sample` drawn from an urn.
    func hypergeometric(good: Int64, bad: Int64, sample: Int64) -> Int64
    /// The smallest number whose Zipf number, with exponent 1 + `power`, is representable; 0 where the stream takes no heed of it.
    func smallestTail(_ power: Double) -> Double
    /// Whether angles of great concentration are normal numbers.
    var usesWideAngles: Bool { get }
}

extension NumPyRandom {
    /// The smallest mask of ones that covers `limit`.
    static func mask(for limit: UInt64) -> UInt64 {
        limit == 0 ? 0 : UInt64.max >> UInt64(limit.leadingZeroBitCount)
    }

    /// A whole number in 0...limit: masked words until one fits. Limit 0 draws nothing.
    public func masked(_ limit: UInt64) -> UInt64 {
        if limit == 0 { return 0 }
        let mask = Self.mask(for: limit)
        while true {
            let value = limit <= UInt64(UInt32.max) ? UInt64(next32()) & mask : next64() & mask
            if value <= limit { return value }
        }
    }

    /// The order in which `shuffle` and `permutation` put `count` items.
    public func shuffled(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, Int(masked(UInt64(i)))) }
        return order
    }

    /// `count` indices drawn with replacement by the weights `p`, which sum to 1.
    public func choice(_ count: Int, p: [Double]) -> [Int] {
        let sums = Self.cumulative(p)
        return (0..<count).map { _ in Self.search(sums, uniform()) }
    }

    /// `count` different indices drawn by the weights `p`: rounds of draws, in which found items lose their weight.
    /// At least `count` weights are positive.
    public func choiceWithoutReplacement(_ count: Int, p: [Double]) -> [Int] {
        var weights = p
        var found: [Int] = []
        while found.count < count {
            let draws = (0..<count - found.count).map { _ in uniform() }
            for index in found { weights[index] = 0 }
            let sums = Self.cumulative(weights)
            var taken = Set(found)
            for draw in draws {
                let index = Self.search(sums, draw)
                if taken.insert(index).inserted { found.append(index) }
            }
        }
        return found
    }

    private static func cumulative(_ weights: [Double]) -> [Double] {
        var total = 0.0
        let sums = weights.map { weight -> Double in
            total += weight
            return total
        }
        return sums.map { $0 / total }
    }

    /// Number of entries that are not greater than `u`.
    private static func search(_ sums: [Double], _ u: Double) -> Int {
        var low = 0
        var high = sums.count
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= u { low = middle + 1 } else { high = middle }
        }
        return min(low, max(sums.count - 1, 0))
    }
}

extension NumPyRandom {
    /// Poisson number with the given mean.
    public func poisson(_ mean: Double) -> Double { PoissonSampler.sample(mean) { uniform() } }

    /// Double exponential around `location`.
    public func laplace(location: Double, scale: Double) -> Double {
        while true {
            let u = uniform()
            if u >= 0.5 { return location - scale * log(2 - u - u) }
            if u > 0 { return location + scale * log(u + u) }
        }
    }

    /// Gumbel around `location`.
    public func gumbel(location: Double, scale: Double) -> Double {
        while true {
            let u = 1 - uniform()
            if u < 1 { return location - scale * log(-log(u)) }
        }
    }

    /// Logistic around `location`.
    public func logistic(location: Double, scale: Double) -> Double {
        while true {
            let u = uniform()
            if u > 0 { return location + scale * log(u / (1 - u)) }
        }
    }

    /// Exponential of a normal number.
    public func logNormal(mean: Double, deviation: Double) -> Double { exp(mean + deviation * normal()) }

    /// Standard Cauchy: the ratio of two normals.
    public func cauchy() -> Double {
        let first = normal()
        return first / normal()
    }

    /// Weibull with shape `a`.
    public func weibull(_ a: Double) -> Double { a == 0 ? 0 : pow(exponential(), 1 / a) }

    /// Power function distribution with shape `a`.
    public func power(_ a: Double) -> Double { pow(-expm1(-exponential()), 1 / a) }

    /// Triangular on [left, right] with the given mode.
    public func triangular(left: Double, mode: Double, right: Double) -> Double {
        let base = right - left
        let leftBase = mode - left
        let ratio = leftBase / base
        let u = uniform()
        if u <= ratio { return left + (u * leftBase * base).squareRoot() }
        return right - ((1 - u) * (right - mode) * base).squareRoot()
    }

    /// Trials up to the first success.
    public func geometric(_ p: Double) -> Double { p < 1.0 / 3.0 ? longGeometric(p) : geometricBySearch(p) }

    /// Adds up the probabilities of 1, 2, 3 … trials until they pass one uniform number.
    private func geometricBySearch(_ p: Double) -> Double {
        var count = 1.0
        var sum = p
        var product = p
        let u = uniform()
        while u > sum && product > 0 {
            product *= 1 - p
            sum += product
            count += 1
        }
        return count
    }
}
