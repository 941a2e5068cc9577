// Defines PCG64: the engine of numpy's `default_rng` (O'Neill's PCG XSL RR 128/64).

/// A 128-bit linear congruential state with a permuted 64-bit output.
public struct PCG64: Sendable {
    private typealias Wide = (high: UInt64, low: UInt64)
    private static let multiplier: Wide = (0x2360_ED05_1FC6_5DA4, 0x4385_DF64_9FCC_F645)

    private var state: Wide = (0, 0)
    private var increment: Wide
    /// The upper half of the last word that was split for 32-bit outputs.
    private var spare: UInt32?

    /// What `bit_generator.state` shows: the 128 bits of state and increment as high and low words, and the kept half of a word.
    public struct Snapshot: Sendable {
        public var state: (high: UInt64, low: UInt64)
        public var increment: (high: UInt64, low: UInt64)
        public var spare: UInt32?

        public init(state: (high: UInt64, low: UInt64), increment: (high: UInt64, low: UInt64), spare: UInt32?) {
            self.state = state
            self.increment = increment
            self.spare = spare
        }
    }

    /// The engine's state; setting it continues another one.
    public var snapshot: Snapshot {
        get { Snapshot(state: state, increment: increment, spare: spare) }
        set { (state, increment, spare) = (newValue.state, newValue.increment, newValue.spare) }
    }

    /// Seeds as `default_rng(seed)` does.
    public init(_ seeds: SeedSequence) {
        let words = seeds.longWords(4)
        increment = (words[2] << 1 | words[3] >> 63, words[3] << 1 | 1)
        step()
        state = Self.sum(state, (words[0], words[1]))
        step()
    }

    private static func sum(_ a: Wide, _ b: Wide) -> Wide {
        let (low, carry) = a.low.addingReportingOverflow(b.low)
        return (a.high &+ b.high &+ (carry ? 1 : 0), low)
    }

    private mutating func step() {
        let m = Self.multiplier
        let product = state.low.multipliedFullWidth(by: m.low)
        let high = product.high &+ state.low &* m.high &+ state.high &* m.low
        state = Self.sum((high, product.low), increment)
    }

    /// One 64-bit output.
    public mutating func next64() -> UInt64 {
        step()
        let x = state.high ^ state.low
        let turn = state.high >> 58
        return x >> turn | x << ((64 &- turn) & 63)
    }

    /// Half of a 64-bit output: the low half first, the high half at the next call.
    public mutating func next32() -> UInt32 {
        if let kept = spare {
            spare = nil
            return kept
        }
        let word = next64()
        spare = UInt32(word >> 32)
        return UInt32(truncatingIfNeeded: word)
    }
}
