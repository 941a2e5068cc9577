// Defines Deflate: lossless compression for PNG, one block with fixed codes.

/// Lossless compression (RFC 1951 in the zlib wrapper of RFC 1950): matches found through a hash of three bytes, fixed Huffman codes.
enum Deflate {
    private static let window = 32768
    private static let longest = 258
    /// How many earlier places with the same hash are tried; more pack tighter and take longer.
    private static let effort = 24

    /// The compressed bytes with zlib's header and check value; equal input gives equal output.
    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        [0x78, 0x9C] + compress(bytes) + PNG.bigEndian(Checksum.adler32(bytes))
    }

    private static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var writer = BitWriter()
        writer.write(0b011, count: 3) // last block, fixed codes
        var heads = [Int](repeating: -1, count: 1 << 15)
        var previous = [Int](repeating: -1, count: bytes.count)
        var position = 0
        while position < bytes.count {
            let match = longestMatch(bytes, at: position, heads, previous)
            let length = match.length >= 3 ? match.length : 1
            if match.length >= 3 {
                writer.match(length: match.length, distance: match.distance)
            } else {
                writer.symbol(Int(bytes[position]))
            }
            for place in position..<position + length where place + 2 < bytes.count {
                let slot = hash(bytes, place)
                previous[place] = heads[slot]
                heads[slot] = place
            }
            position += length
        }
        writer.symbol(256)
        return writer.finished
    }

    private static func hash(_ bytes: [UInt8], _ place: Int) -> Int {
        (Int(bytes[place]) << 10 ^ Int(bytes[place + 1]) << 5 ^ Int(bytes[place + 2])) & 0x7FFF
    }

    private static func longestMatch(_ bytes: [UInt8], at position: Int, _ heads: [Int], _ previous: [Int]) -> (length: Int, distance: Int) {
        guard position + 2 < bytes.count else { return (0, 0) }
        var best = (length: 0, distance: 0)
        var candidate = heads[hash(bytes, position)]
        let limit = min(longest, bytes.count - position)
        var tries = effort
        while candidate >= 0, position - candidate <= window, tries > 0 {
            var length = 0
            while length < limit, bytes[candidate + length] == bytes[position + length] { length += 1 }
            if length > best.length { best = (length, position - candidate) }
            if length == limit { break }
            candidate = previous[candidate]
            tries -= 1
        }
        return best
    }

    /// Gathers bits, lowest first.
    private struct BitWriter {
        private var bytes: [UInt8] = []
        private var buffer: UInt64 = 0
        private var filled = 0

        mutating func write(_ bits: Int, count: Int) {
            buffer |= UInt64(bits) << UInt64(filled)
            filled += count
            while filled >= 8 {
                bytes.append(UInt8(buffer & 255))
                buffer >>= 8
                filled -= 8
            }
        }

        /// Huffman codes are written from their highest bit.
        private mutating func code(_ bits: Int, count: Int) {
            var reversed = 0
            for place in 0..<count where bits >> place & 1 == 1 { reversed |= 1 << (count - 1 - place) }
            write(reversed, count: count)
        }

        /// A literal (0…255), the end mark (256) or a length code (257…285) by the fixed table of RFC 1951, 3.2.6.
        mutating func symbol(_ symbol: Int) {
            switch symbol {
            case 0...143: code(0x30 + symbol, count: 8)
            case 144...255: code(0x190 + symbol - 144, count: 9)
            case 256...279: code(symbol - 256, count: 7)
            default: code(0xC0 + symbol - 280, count: 8)
            }
        }

        mutating func match(length: Int, distance: Int) {
            let lengthIndex = Deflate.lengthBases.lastIndex { $0 <= length } ?? 0
            symbol(257 + lengthIndex)
            write(length - Deflate.lengthBases[lengthIndex], count: Deflate.lengthExtra(lengthIndex))
            let distanceIndex = Deflate.distanceBases.lastIndex { $0 <= distance } ?? 0
            code(distanceIndex, count: 5)
            write(distance - Deflate.distanceBases[distanceIndex], count: max(0, distanceIndex / 2 - 1))
        }

        var finished: [UInt8] { filled > 0 ? bytes + [UInt8(buffer & 255)] : bytes }
    }

    /// The first length of every length code.
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]

    private static func lengthExtra(_ index: Int) -> Int { index < 8 || index == 28 ? 0 : index / 4 - 1 }

    /// The first distance of every distance code.
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
        12289, 16385, 24577,
    ]
}
