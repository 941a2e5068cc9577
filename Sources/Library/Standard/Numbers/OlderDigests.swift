// OlderDigests: MD5 (RFC 1321) and SHA-1 (FIPS 180-4), which prove nothing any more but still name files.
import Glibc

/// Digests of bytes, as bytes.
enum OlderDigests {
    /// The digest of 16 bytes.
    static func md5(_ message: [UInt8]) -> [UInt8] {
        let shifts: [[UInt32]] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]
        // The whole parts of 2^32 |sin n|.
        let sines = (1...64).map { UInt32(truncatingIfNeeded: Int((sin(Double($0)).magnitude * 4_294_967_296).rounded(.down))) }
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
        for words in blocks(message, bigEndian: false) {
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            for step in 0..<64 {
                let (mixed, place): (UInt32, Int) = switch step / 16 {
                case 0: ((b & c) | (~b & d), step)
                case 1: ((d & b) | (~d & c), (5 * step + 1) % 16)
                case 2: (b ^ c ^ d, (3 * step + 5) % 16)
                default: (c ^ (b | ~d), 7 * step % 16)
                }
                let sum = a &+ mixed &+ sines[step] &+ words[place]
                (a, d, c) = (d, c, b)
                b = b &+ rotated(sum, shifts[step / 16][step % 4])
            }
            for (index, value) in [a, b, c, d].enumerated() { state[index] = state[index] &+ value }
        }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(8 * $0)) } }
    }

    /// The digest of 20 bytes.
    static func sha1(_ message: [UInt8]) -> [UInt8] {
        let constants: [UInt32] = [0x5A82_7999, 0x6ED9_EBA1, 0x8F1B_BCDC, 0xCA62_C1D6]
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        for block in blocks(message, bigEndian: true) {
            var words = block
            for t in 16..<80 { words.append(rotated(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1)) }
            var v = state
            for step in 0..<80 {
                let mixed: UInt32 = switch step / 20 {
                case 0: (v[1] & v[2]) | (~v[1] & v[3])
                case 2: (v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3])
                default: v[1] ^ v[2] ^ v[3]
                }
                let next = rotated(v[0], 5) &+ mixed &+ v[4] &+ constants[step / 20] &+ words[step]
                v = [next, v[0], rotated(v[1], 30), v[2], v[3]]
            }
            for index in 0..<5 { state[index] = state[index] &+ v[index] }
        }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
    }

    private static func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 { x << count | x >> (32 - count) }

    /// The message with its end mark and its length in bits, as blocks of 16 words.
    private static func blocks(_ message: [UInt8], bigEndian: Bool) -> [[UInt32]] {
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        let length = UInt64(message.count) * 8
        padded += (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(bigEndian ? 56 - 8 * $0 : 8 * $0)) }
        return stride(from: 0, to: padded.count, by: 64).map { start in
            (0..<16).map { index in
                let word = padded[(start + 4 * index)..<(start + 4 * index + 4)]
                return (bigEndian ? Array(word) : word.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
            }
        }
    }
}
