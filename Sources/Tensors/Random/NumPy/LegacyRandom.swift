// Defines LegacyRandom: the stream behind numpy's `np.random.seed`, `np.random.rand` and `RandomState`.
import Glibc

/// numpy's legacy generator: mt19937 and a cached normal number, bit for bit.
public final class LegacyRandom {
    /// The engine; its words and position are what `get_state()` shows.
    public private(set) var engine: MersenneTwister
    /// The second normal number of a pair.
    public private(set) var cachedNormal: Double?

    /// Starts from a seed of 32 bits.
    public init(seed: UInt32) {
        engine = MersenneTwister(seed: seed)
    }

    /// A stream that nobody has seeded.
    public static func unseeded() -> LegacyRandom {
        let random = LegacyRandom(seed: UInt32(truncatingIfNeeded: Entropy.seed()))
        random.engine.isSeeded = false
        return random
    }

    /// Starts again: `np.random.seed(seed)`.
    public func seed(_ seed: UInt32) {
        engine = MersenneTwister(seed: seed)
        cachedNormal = nil
    }

    /// Starts again from an array of words: `np.random.seed([1, 2])`.
    public func seed(key: [UInt32]) {
        engine = MersenneTwister(key: key)
        cachedNormal = nil
    }

    /// Continues a state of `get_state()`. False when it is not one.
    public func restore(words: [UInt32], position: Int, cachedNormal: Double?) -> Bool {
        guard let engine = MersenneTwister(words: words, position: position) else { return false }
        self.engine = engine
        self.cachedNormal = cachedNormal
        return true
    }
}

extension LegacyRandom: NumPyRandom {
    /// One 32-bit word.
    public func next32() -> UInt32 { engine.next() }

    /// Two words, the first one high.
    public func next64() -> UInt64 {
        let high = UInt64(engine.next())
        return high << 32 | UInt64(engine.next())
    }

    /// A double in [0, 1) with 53 bits.
    public func uniform() -> Double { engine.nextDouble() }

    /// A standard normal number by the polar method; the second of each pair is kept.
    public func normal() -> Double {
        if let cached = cachedNormal {
            cachedNormal = nil
            return cached
        }
        while true {
            let x = 2 * uniform() - 1
            let y = 2 * uniform() - 1
            let square = x * x + y * y
            guard square < 1, square > 0 else { continue }
            let factor = (-2 * log(square) / square).squareRoot()
            cachedNormal = factor * x
            return factor * y
        }
    }

    /// A standard exponential number.
    public func exponential() -> Double { -log(1 - uniform()) }

    /// A whole number in 0...limit by masked rejection.
    public func bounded(_ limit: UInt64) -> UInt64 { masked(limit) }

    /// Rayleigh with the given scale.
    public func rayleigh(_ scale: Double) -> Double { scale * (-2 * log1p(-uniform())).squareRoot() }

    /// Pareto II with shape `a`.
    public func pareto(_ a: Double) -> Double { exp(exponential() / a) - 1 }

    /// Trials up to the first success, by inversion of one uniform.
    public func longGeometric(_ p: Double) -> Double { (log1p(-uniform()) / log1p(-p)).rounded(.up) }

    /// Good items among `sample` drawn from an urn.
    public func hypergeometric(good: Int64, bad: Int64, sample: Int64) -> Int64 {
        hypergeometric(good: good, bad: bad, sample: sample, isLegacy: true)
    }

    /// Nothing: too large numbers are drawn again.
    public func smallestTail(_ power: Double) -> Double { 0 }

    /// No: they are angles as others.
    public var usesWideAngles: Bool { false }
}

extension LegacyRandom {
    /// `count` numbers in low...high as `randint` draws them for an integer type of `bits` bits (1 for bool): types below 32
    /// bits take several values from one word.
    public func integers(_ count: Int, low: Int64, high: Int64, bits: Int) -> [Int64] {
        let limit = UInt64(bitPattern: high &- low)
        guard bits < 32, limit > 0 else { return (0..<count).map { _ in low &+ Int64(bitPattern: masked(limit)) } }
        let mask = UInt32(truncatingIfNeeded: Self.mask(for: limit))
        let valueMask = UInt32(1) << UInt32(bits) - 1
        var word: UInt32 = 0
        var left = 0
        return (0..<count).map { _ in
            while true {
                if left == 0 {
                    word = next32()
                    left = 32 / bits
                } else {
                    word >>= UInt32(bits)
                }
                left -= 1
                let value = word & valueMask & mask
                if UInt64(value) <= limit { return low &+ Int64(value) }
            }
        }
    }
}
