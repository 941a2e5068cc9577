// Defines SeedSequence: numpy's spreading of a seed over a pool of entropy.

/// Mixes any number of seed words into four and hands out well-spread words.
public struct SeedSequence: Sendable {
    private var pool: [UInt32] = [0, 0, 0, 0]

    /// `entropy` is the seed in 32-bit words, low word first.
    public init(entropy: [UInt32]) {
        var constant: UInt32 = 0x43b0_d7e5
        func hash(_ value: UInt32) -> UInt32 {
            var v = value ^ constant
            constant = constant &* 0x931e_8875
            v = v &* constant
            return v ^ (v >> 16)
        }
        func mix(_ x: UInt32, _ y: UInt32) -> UInt32 {
            let r = 0xca01_f9dd &* x &- 0x4973_f715 &* y
            return r ^ (r >> 16)
        }
        for i in 0..<4 { pool[i] = hash(i < entropy.count ? entropy[i] : 0) }
        for source in 0..<4 {
            for target in 0..<4 where target != source { pool[target] = mix(pool[target], hash(pool[source])) }
        }
        for word in entropy.dropFirst(4) {
            for target in 0..<4 { pool[target] = mix(pool[target], hash(word)) }
        }
    }

    /// The first `count` 32-bit outputs.
    public func words(_ count: Int) -> [UInt32] {
        var constant: UInt32 = 0x8b51_f9dd
        return (0..<count).map { i in
            var v = pool[i % 4] ^ constant
            constant = constant &* 0x58f3_8ded
            v = v &* constant
            return v ^ (v >> 16)
        }
    }

    /// The first `count` 64-bit outputs, each made of two words, low half first.
    public func longWords(_ count: Int) -> [UInt64] {
        let halves = words(2 * count)
        return (0..<count).map { UInt64(halves[2 * $0]) | UInt64(halves[2 * $0 + 1]) << 32 }
    }
}
