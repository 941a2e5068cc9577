// SHA2: the SHA-224, SHA-256, SHA-384 and SHA-512 digests (FIPS 180-4), for `hashlib` and for seeding `random` with text.
import BigInt

enum SHA2 {
    /// The digest of 32 bytes.
    static func sha256(_ message: [UInt8]) -> [UInt8] { short(message, initial.prefix(8).map { $0 >> 32 }) }

    /// The digest of 28 bytes.
    static func sha224(_ message: [UInt8]) -> [UInt8] { Array(short(message, Array(initial.suffix(8))).prefix(28)) }

    /// The digest of 64 bytes.
    static func sha512(_ message: [UInt8]) -> [UInt8] { long(message, Array(initial.prefix(8))) }

    /// The digest of 48 bytes.
    static func sha384(_ message: [UInt8]) -> [UInt8] { Array(long(message, Array(initial.suffix(8))).prefix(48)) }

    /// With words of 32 bits.
    private static func short(_ message: [UInt8], _ initial: [UInt64]) -> [UInt8] {
        digest(message, Parameters(
            rounds: 64, block: 64, sigmas: (Sigma(2, 13, 22), Sigma(6, 11, 25), Sigma(7, 18, shift: 3), Sigma(17, 19, shift: 10)),
            initial: initial.map { UInt32(truncatingIfNeeded: $0) }, constants: constants.map { UInt32(truncatingIfNeeded: $0 >> 32) }))
    }

    /// With words of 64 bits.
    private static func long(_ message: [UInt8], _ initial: [UInt64]) -> [UInt8] {
        digest(message, Parameters(
            rounds: 80, block: 128, sigmas: (Sigma(28, 34, 39), Sigma(14, 18, 41), Sigma(1, 8, shift: 7), Sigma(19, 61, shift: 6)),
            initial: initial, constants: constants))
    }

    /// Two rotations, and a third or a shift, joined by exclusive or.
    private struct Sigma {
        let first: Int, second: Int, third: Int
        let isShift: Bool

        init(_ first: Int, _ second: Int, _ third: Int) { (self.first, self.second, self.third, isShift) = (first, second, third, false) }
        init(_ first: Int, _ second: Int, shift: Int) { (self.first, self.second, third, isShift) = (first, second, shift, true) }

        @inline(__always)
        func callAsFunction<Word: FixedWidthInteger>(_ x: Word) -> Word {
            func rotated(_ count: Int) -> Word { x >> Word(count) | x << Word(Word.bitWidth - count) }
            return rotated(first) ^ rotated(second) ^ (isShift ? x >> Word(third) : rotated(third))
        }
    }

    private struct Parameters<Word> {
        let rounds: Int
        let block: Int
        /// Σ0, Σ1, σ0, σ1 of the standard.
        let sigmas: (Sigma, Sigma, Sigma, Sigma)
        let initial: [Word]
        let constants: [Word]
    }

    private static func digest<Word: FixedWidthInteger & UnsignedInteger>(_ message: [UInt8], _ parameters: Parameters<Word>) -> [UInt8] {
        let size = Word.bitWidth / 8
        var padded = message + [0x80]
        // The length takes an eighth of a block; as a number it fits 8 bytes.
        while padded.count % parameters.block != parameters.block * 7 / 8 { padded.append(0) }
        padded += Array(repeating: 0, count: parameters.block / 8 - 8)
        let length = UInt64(message.count) * 8
        padded += (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(56 - 8 * $0)) }
        var state = parameters.initial
        for start in stride(from: 0, to: padded.count, by: parameters.block) {
            var schedule: [Word] = (0..<16).map { index in
                padded[(start + index * size)..<(start + index * size + size)].reduce(0) { $0 << 8 | Word($1) }
            }
            for t in 16..<parameters.rounds {
                let recent = parameters.sigmas.3(schedule[t - 2]) &+ schedule[t - 7]
                schedule.append(recent &+ parameters.sigmas.2(schedule[t - 15]) &+ schedule[t - 16])
            }
            compress(&state, schedule, parameters)
        }
        return state.flatMap { word in (0..<size).map { UInt8(truncatingIfNeeded: word >> Word(Word.bitWidth - 8 - 8 * $0)) } }
    }

    private static func compress<Word: FixedWidthInteger>(_ state: inout [Word], _ schedule: [Word], _ parameters: Parameters<Word>) {
        var v = state
        for t in 0..<parameters.rounds {
            let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
            let first = v[7] &+ parameters.sigmas.1(v[4]) &+ choice &+ parameters.constants[t] &+ schedule[t]
            let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
            let second = parameters.sigmas.0(v[0]) &+ majority
            v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
        }
        for index in 0..<8 { state[index] = state[index] &+ v[index] }
    }

    // MARK: Constants

    private static let primes: [Int] = {
        var found: [Int] = []
        var candidate = 2
        while found.count < 80 {
            if !found.contains(where: { candidate % $0 == 0 }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }()

    /// 64 bits behind the point of the square roots of the first 16 primes: eight for each pair of digests.
    private static let initial: [UInt64] = primes.prefix(16).map { prime in
        UInt64(truncatingIfNeeded: (BigUInt(prime) << 128).squareRoot())
    }

    /// 64 bits behind the point of the cube roots of the first 80 primes.
    private static let constants: [UInt64] = primes.map { prime in
        let target = BigUInt(prime) << 192
        var low = BigUInt(0), high = BigUInt(1) << 68
        while high - low > 1 {
            let middle = (low + high) >> 1
            if middle * middle * middle <= target { low = middle } else { high = middle }
        }
        return UInt64(truncatingIfNeeded: low)
    }
}
