// Defines DefaultRandom: numpy's `default_rng` Generator.
import Glibc

/// numpy's modern generator: PCG64 with ziggurat normals and exponentials.
public final class DefaultRandom {
    /// The engine; its state is what `bit_generator.state` shows.
    public var engine: PCG64

    /// `default_rng(seed)`; the seed in 32-bit words, low word first.
    public init(entropy: [UInt32]) {
        engine = PCG64(SeedSequence(entropy: entropy))
    }
}

extension DefaultRandom: NumPyRandom {
    /// One 32-bit word.
    public func next32() -> UInt32 { engine.next32() }

    /// One 64-bit word.
    public func next64() -> UInt64 { engine.next64() }

    /// A double in [0, 1) with 53 bits.
    public func uniform() -> Double { Double(engine.next64() >> 11) * 0x1p-53 }

    /// A float32 in [0, 1) with 24 bits.
    public func uniform32() -> Float { Float(engine.next32() >> 8) * 0x1p-24 }

    /// A standard normal number.
    public func normal() -> Double {
        let tables = Ziggurat.normal
        while true {
            var word = engine.next64()
            let strip = Int(word & 255)
            word >>= 8
            let isNegative = word & 1 == 1
            let integer = (word >> 1) & 0xf_ffff_ffff_ffff
            let size = Double(integer) * tables.widths[strip]
            let x = isNegative ? -size : size
            if integer < tables.bounds[strip] { return x }
            if strip == 0 { return normalTail(negative: (integer >> 8) & 1 == 1, from: tables.tail) }
            let height = (tables.heights[strip - 1] - tables.heights[strip]) * uniform() + tables.heights[strip]
            if height < exp(-0.5 * x * x) { return x }
        }
    }

    private func normalTail(negative: Bool, from edge: Double) -> Double {
        while true {
            let x = -0.27366123732975827 * log1p(-uniform())
            let y = -log1p(-uniform())
            if y + y > x * x { return negative ? -(edge + x) : edge + x }
        }
    }

    /// A standard exponential number.
    public func exponential() -> Double {
        let tables = Ziggurat.exponential
        while true {
            var word = engine.next64() >> 3
            let strip = Int(word & 255)
            word >>= 8
            let x = Double(word) * tables.widths[strip]
            if word < tables.bounds[strip] { return x }
            if strip == 0 { return tables.tail - log1p(-uniform()) }
            let height = (tables.heights[strip - 1] - tables.heights[strip]) * uniform() + tables.heights[strip]
            if height < exp(-x) { return x }
        }
    }

    /// A standard normal number as float32.
    public func normal32() -> Float {
        let tables = Ziggurat.shortNormal
        while true {
            let word = engine.next32()
            let strip = Int(word & 255)
            let isNegative = (word >> 8) & 1 == 1
            let integer = word >> 9 & 0x7f_ffff
            let size = Float(integer) * Float(tables.widths[strip])
            let x = isNegative ? -size : size
            if UInt64(integer) < tables.bounds[strip] { return x }
            if strip == 0 { return shortTail(negative: (integer >> 8) & 1 == 1, from: Float(tables.tail)) }
            let (upper, lower) = (Float(tables.heights[strip - 1]), Float(tables.heights[strip]))
            if (upper - lower) * uniform32() + lower < Float(exp(-0.5 * Double(x) * Double(x))) { return x }
        }
    }

    private func shortTail(negative: Bool, from edge: Float) -> Float {
        while true {
            let x = -0.27366123732975827 * log1p(-uniform32())
            let y = -log1p(-uniform32())
            if y + y > x * x { return negative ? -(edge + x) : edge + x }
        }
    }

    /// A standard exponential number as float32.
    public func exponential32() -> Float {
        let tables = Ziggurat.shortExponential
        while true {
            var word = engine.next32() >> 1
            let strip = Int(word & 255)
            word >>= 8
            let x = Float(word) * Float(tables.widths[strip])
            if UInt64(word) < tables.bounds[strip] { return x }
            if strip == 0 { return Float(tables.tail) - log1p(-uniform32()) }
            let (upper, lower) = (Float(tables.heights[strip - 1]), Float(tables.heights[strip]))
            if (upper - lower) * uniform32() + lower < exp(-x) { return x }
        }
    }

    /// A whole number in 0...limit by multiply and shift (Lemire 2019). Limit 0 draws nothing.
    public func bounded(_ limit: UInt64) -> UInt64 {
        if limit == 0 { return 0 }
        if limit == .max { return next64() }
        if limit == UInt64(UInt32.max) { return UInt64(next32()) }
        guard limit > UInt64(UInt32.max) else {
            let count = UInt32(limit) + 1
            var product = UInt64(next32()) * UInt64(count)
            if UInt32(truncatingIfNeeded: product) < count {
                let threshold = (UInt32.max - UInt32(limit)) % count
                while UInt32(truncatingIfNeeded: product) < threshold { product = UInt64(next32()) * UInt64(count) }
            }
            return product >> 32
        }
        let count = limit + 1
        var product = next64().multipliedFullWidth(by: count)
        if product.low < count {
            let threshold = (UInt64.max - limit) % count
            while product.low < threshold { product = next64().multipliedFullWidth(by: count) }
        }
        return product.high
    }

    /// Rayleigh with the given scale.
    public func rayleigh(_ scale: Double) -> Double { scale * (2 * exponential()).squareRoot() }

    /// Pareto II with shape `a`.
    public func pareto(_ a: Double) -> Double { expm1(exponential() / a) }

    /// Trials up to the first success, from one exponential number.
    public func longGeometric(_ p: Double) -> Double { (-exponential() / log1p(-p)).rounded(.up) }

    /// Good items among `sample` drawn from an urn.
    public func hypergeometric(good: Int64, bad: Int64, sample: Int64) -> Int64 {
        hypergeometric(good: good, bad: bad, sample: sample, isLegacy: false)
    }

    /// The number that belongs to the largest integer.
    public func smallestTail(_ power: Double) -> Double { pow(Double(Int64.max), -power) }

    /// Yes.
    public var usesWideAngles: Bool { true }

    /// `size` different indices below `count`, for `choice(replace=False)`; `shuffle` puts them in random order.
    public func sample(_ size: Int, of count: Int, shuffle: Bool) -> [Int] {
        if count > 10_000 && size > count / 50 {
            var order = Array(0..<count)
            for i in stride(from: count - 1, through: max(count - size, 1), by: -1) {
                order.swapAt(i, Int(bounded(UInt64(i))))
            }
            return Array(order[(count - size)...])
        }
        var taken = Set<Int>()
        var chosen: [Int] = []
        for j in count - size..<count {
            let value = Int(bounded(UInt64(j)))
            let index = taken.insert(value).inserted ? value : j
            taken.insert(index)
            chosen.append(index)
        }
        if shuffle {
            for i in stride(from: size - 1, to: 0, by: -1) { chosen.swapAt(i, Int(bounded(UInt64(i)))) }
        }
        return chosen
    }
}
