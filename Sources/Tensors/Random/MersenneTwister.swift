// Defines MersenneTwister: the mt19937 engine that torch, numpy's legacy interface and Python's `random` share.

/// The 32-bit Mersenne Twister of Matsumoto and Nishimura (1998). A value type: copying it saves its state.
public struct MersenneTwister: Sendable {
    /// Number of 32-bit words in the state.
    public static let wordCount = 624
    private static let shift = 397

    /// The 624 raw state words.
    public private(set) var words: [UInt32]
    /// Whether it was started from a number that the program knows. Otherwise its first use is told to `Entropy`.
    public var isSeeded = true
    /// Index of the next word to hand out; 624 means that the state is used up.
    public private(set) var position: Int
    /// The state words as handed out. Made for all words at once, because that loop runs on vectors.
    private var tempered: [UInt32]

    /// Starts from one number, as every `seed(int)` of torch and numpy does.
    public init(seed: UInt32) {
        words = [UInt32](repeating: 0, count: Self.wordCount)
        words[0] = seed
        for i in 1..<Self.wordCount {
            words[i] = 1_812_433_253 &* (words[i - 1] ^ (words[i - 1] >> 30)) &+ UInt32(i)
        }
        position = Self.wordCount
        tempered = words
    }

    /// Starts from a key of any length, as Python's `random.seed` does; `key` is not empty.
    public init(key: [UInt32]) {
        self.init(seed: 19_650_218)
        let key = key.isEmpty ? [0] : key
        var i = 1
        var j = 0
        for _ in 0..<max(Self.wordCount, key.count) {
            let mixed = (words[i - 1] ^ (words[i - 1] >> 30)) &* 1_664_525
            words[i] = (words[i] ^ mixed) &+ key[j] &+ UInt32(j)
            advance(&i)
            j = j + 1 < key.count ? j + 1 : 0
        }
        for _ in 1..<Self.wordCount {
            let mixed = (words[i - 1] ^ (words[i - 1] >> 30)) &* 1_566_083_941
            words[i] = (words[i] ^ mixed) &- UInt32(i)
            advance(&i)
        }
        words[0] = 0x8000_0000
    }

    /// Continues a saved state. Nil unless there are 624 words and the position lies in 0...624.
    public init?(words: [UInt32], position: Int) {
        guard words.count == Self.wordCount, (0...Self.wordCount).contains(position) else { return nil }
        self.words = words
        self.position = position
        tempered = words
        temper()
    }

    private mutating func advance(_ i: inout Int) {
        i += 1
        if i == Self.wordCount {
            words[0] = words[Self.wordCount - 1]
            i = 1
        }
    }

    /// One 32-bit output.
    public mutating func next() -> UInt32 {
        if position == Self.wordCount { refill() }
        let word = tempered[position]
        position += 1
        return word
    }

    /// Hands out the next `count` outputs in runs of consecutive words; `body` gets each run and the index of its first word.
    public mutating func take(_ count: Int, _ body: (UnsafeBufferPointer<UInt32>, Int) -> Void) {
        var done = 0
        while done < count {
            if position == Self.wordCount { refill() }
            let run = min(count - done, Self.wordCount - position)
            tempered.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[position..<position + run]), done) }
            position += run
            done += run
        }
    }

    private mutating func refill() {
        if !isSeeded {
            isSeeded = true
            Entropy.isUsed()
        }
        let count = Self.wordCount
        let split = count - Self.shift
        words.withUnsafeMutableBufferPointer { buffer in
            let w = buffer.baseAddress!
            for k in 0..<split { w[k] = w[k + Self.shift] ^ Self.twist(w[k], w[k + 1]) }
            // Each word needs one written `split` places before: safe in vectors of eight.
            var k = split
            while k + 8 <= count - 1 {
                let high = UnsafeRawPointer(w + k).loadUnaligned(as: SIMD8<UInt32>.self)
                let low = UnsafeRawPointer(w + k + 1).loadUnaligned(as: SIMD8<UInt32>.self)
                let far = UnsafeRawPointer(w + k - split).loadUnaligned(as: SIMD8<UInt32>.self)
                let y = (high & 0x8000_0000) | (low & 0x7fff_ffff)
                let odd = (SIMD8<UInt32>() &- (y & 1)) & 0x9908_b0df
                UnsafeMutableRawPointer(w + k).storeBytes(of: far ^ (y &>> 1) ^ odd, as: SIMD8<UInt32>.self)
                k += 8
            }
            while k < count - 1 {
                w[k] = w[k - split] ^ Self.twist(w[k], w[k + 1])
                k += 1
            }
            w[count - 1] = w[Self.shift - 1] ^ Self.twist(w[count - 1], w[0])
        }
        temper()
        position = 0
    }

    @inline(__always)
    private static func twist(_ high: UInt32, _ low: UInt32) -> UInt32 {
        let y = (high & 0x8000_0000) | (low & 0x7fff_ffff)
        return (y >> 1) ^ ((0 &- (y & 1)) & 0x9908_b0df)
    }

    private mutating func temper() {
        words.withUnsafeBufferPointer { raw in
            tempered.withUnsafeMutableBufferPointer { out in
                for i in 0..<Self.wordCount {
                    var y = raw[i]
                    y ^= y >> 11
                    y ^= (y << 7) & 0x9d2c_5680
                    y ^= (y << 15) & 0xefc6_0000
                    out[i] = y ^ (y >> 18)
                }
            }
        }
    }
}

extension MersenneTwister {
    /// A double in [0, 1) with 53 random bits from two words, as numpy's legacy interface and Python's `random.random` make it.
    public mutating func nextDouble() -> Double {
        let high = next() >> 5
        let low = next() >> 6
        return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
    }

    /// `bits` random bits (1...32) from the top of one word, as Python's `getrandbits` takes them.
    public mutating func nextBits(_ bits: Int) -> UInt32 { next() >> UInt32(32 - bits) }
}
