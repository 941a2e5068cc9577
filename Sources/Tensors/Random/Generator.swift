// Defines Generator: PyTorch's CPU random number generator, its seed rules and its saved state.

/// A stream of random numbers, bit for bit that of `torch.Generator` on the CPU: mt19937 plus one cached normal number.
public final class Generator {
    /// The seed PyTorch gives a generator that was never seeded.
    public static let defaultSeed: UInt64 = 67_280_421_310_721

    /// The whole 64-bit number last given to `seed(_:)`; only its low 32 bits reach the engine.
    public private(set) var initialSeed: UInt64
    /// The engine. Its position says how many words of the current 624 were used.
    package var engine: MersenneTwister
    /// The second normal number of a pair, waiting for the next call of `normal(mean:deviation:)`.
    package var cachedNormal: Double?
    /// No word was drawn since seeding: the saved state then says "next 0" instead of "next 624".
    private var isFresh: Bool { engine.position == MersenneTwister.wordCount && !wasUsed }
    private var wasUsed = false

    /// A generator that starts from `seed`.
    public init(seed: UInt64 = Generator.defaultSeed) {
        initialSeed = seed
        engine = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    }

    /// A generator that nobody has seeded.
    static func unseeded() -> Generator {
        let generator = Generator(seed: Entropy.seed())
        generator.engine.isSeeded = false
        return generator
    }

    /// Starts again from `seed` and forgets the cached normal.
    public func seed(_ seed: UInt64) {
        initialSeed = seed
        engine = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
        cachedNormal = nil
        wasUsed = false
    }

    /// Starts again from a seed nobody can foresee (`Generator.seed()`), and returns it.
    public func seedFromSystem() -> UInt64 {
        let fresh = Entropy.seed()
        seed(fresh)
        engine.isSeeded = false
        return fresh
    }

    /// One 32-bit word.
    public func next32() -> UInt32 {
        wasUsed = true
        return engine.next()
    }

    /// One 64-bit word; the first engine word is the high half.
    public func next64() -> UInt64 {
        wasUsed = true
        let high = UInt64(engine.next())
        return high << 32 | UInt64(engine.next())
    }

    /// A float32 in [0, 1) from the low 24 bits of one word.
    public func uniform32() -> Float { Float(next32() & 0xff_ffff) * 0x1p-24 }

    /// A float64 in [0, 1) from the low 53 bits of two words.
    public func uniform64() -> Double { Double(next64() & 0x1f_ffff_ffff_ffff) * 0x1p-53 }

    /// The next `count` words in runs; see `MersenneTwister.take`.
    package func take(_ count: Int, _ body: (UnsafeBufferPointer<UInt32>, Int) -> Void) {
        wasUsed = wasUsed || count > 0
        engine.take(count, body)
    }
}

extension Generator {
    /// Bytes of a saved state, the size of PyTorch's own.
    public static let stateSize = 5056

    // Offsets in bytes of the saved fields. The words are stored as 64-bit numbers.
    private static let leftOffset = 8, seededOffset = 12, nextOffset = 16, wordsOffset = 24
    private static let cachedOffset = 24 + 624 * 8 + 8, flagOffset = 24 + 624 * 8 + 24

    /// The state as PyTorch's `get_state()` lays it out: seed, position, words, cached normal; little-endian.
    public func state() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.stateSize)
        func put<I: FixedWidthInteger>(_ value: I, at offset: Int) {
            for k in 0..<I.bitWidth / 8 { bytes[offset + k] = UInt8(truncatingIfNeeded: value >> I(8 * k)) }
        }
        put(initialSeed, at: 0)
        put(Int32(isFresh ? 1 : MersenneTwister.wordCount + 1 - engine.position), at: Self.leftOffset)
        put(Int32(1), at: Self.seededOffset)
        put(UInt64(isFresh ? 0 : engine.position), at: Self.nextOffset)
        for (k, word) in engine.words.enumerated() { put(UInt64(word), at: Self.wordsOffset + 8 * k) }
        put((cachedNormal ?? 0).bitPattern, at: Self.cachedOffset)
        put(Int32(cachedNormal == nil ? 0 : 1), at: Self.flagOffset)
        return bytes
    }

    /// Continues a state saved by `state()`. Throws PyTorch's RuntimeError when the bytes are not one.
    public func restore(_ bytes: [UInt8]) throws {
        guard bytes.count == Self.stateSize else {
            throw TensorError.runtime(
                "Expected a CPUGeneratorImplState of size \(Self.stateSize) but found the input RNG state size to be \(bytes.count)")
        }
        func word<I: FixedWidthInteger>(_ type: I.Type, at offset: Int) -> I {
            var value: I = 0
            for k in 0..<I.bitWidth / 8 { value |= I(truncatingIfNeeded: bytes[offset + k]) << I(8 * k) }
            return value
        }
        let left = Int(word(Int32.self, at: Self.leftOffset))
        let next = Int(truncatingIfNeeded: word(UInt64.self, at: Self.nextOffset))
        let seeded = word(Int32.self, at: Self.seededOffset) == 1
        let count = MersenneTwister.wordCount
        let fresh = left == 1 && next == 0
        let words = (0..<count).map { UInt32(truncatingIfNeeded: word(UInt64.self, at: Self.wordsOffset + 8 * $0)) }
        guard seeded, fresh || left + next == count + 1,
            let restored = MersenneTwister(words: words, position: fresh ? count : next)
        else { throw TensorError.runtime("Invalid mt19937 state") }
        initialSeed = word(UInt64.self, at: 0)
        engine = restored
        wasUsed = !fresh
        let isCached = word(Int32.self, at: Self.flagOffset) != 0
        cachedNormal = isCached ? Double(bitPattern: word(UInt64.self, at: Self.cachedOffset)) : nil
    }
}
