// Defines Inflate: what Deflate packed, unpacked (RFC 1951 in the zlib wrapper of RFC 1950).

/// Unpacks compressed bytes.
enum Inflate {
    /// The bytes behind a zlib stream; nil where it is broken or holds more than `limit` bytes.
    static func zlib(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        guard bytes.count > 6, bytes[0] & 15 == 8, (Int(bytes[0]) * 256 + Int(bytes[1])) % 31 == 0, bytes[1] & 32 == 0 else { return nil }
        var reader = BitReader(bytes: bytes, position: 2)
        var output: [UInt8] = []
        var isLast = false
        while !isLast {
            guard let last = reader.bits(1), let kind = reader.bits(2) else { return nil }
            isLast = last == 1
            let isSound: Bool = switch kind {
            case 0: stored(&reader, &output, limit)
            case 1: compressed(&reader, &output, limit, Codes(lengths: fixedLengths), Codes(lengths: [Int](repeating: 5, count: 30)))
            case 2: dynamic(&reader, &output, limit)
            default: false
            }
            guard isSound else { return nil }
        }
        return output
    }

    /// Bits from the lowest of each byte up.
    private struct BitReader {
        let bytes: [UInt8]
        var position: Int
        private var buffer = 0
        private var count = 0

        init(bytes: [UInt8], position: Int) { (self.bytes, self.position) = (bytes, position) }

        mutating func bits(_ wanted: Int) -> Int? {
            while count < wanted {
                guard position < bytes.count else { return nil }
                buffer |= Int(bytes[position]) << count
                position += 1
                count += 8
            }
            defer {
                buffer >>= wanted
                count -= wanted
            }
            return buffer & ((1 << wanted) - 1)
        }

        /// Drops what is left of the current byte.
        mutating func align() { (buffer, count) = (0, 0) }
    }

    /// Huffman codes by their lengths: how many there are of each length, and the symbols in the order of their codes.
    private struct Codes {
        private var counts = [Int](repeating: 0, count: 16)
        private var symbols: [Int] = []

        init(lengths: [Int]) {
            for length in lengths where length > 0 { counts[length] += 1 }
            for length in 1...15 { for (symbol, own) in lengths.enumerated() where own == length { symbols.append(symbol) } }
        }

        func next(_ reader: inout BitReader) -> Int? {
            var (code, first, index) = (0, 0, 0)
            for length in 1...15 {
                guard let bit = reader.bits(1) else { return nil }
                code |= bit
                if code - first < counts[length] { return symbols.indices.contains(index + code - first) ? symbols[index + code - first] : nil }
                index += counts[length]
                first = (first + counts[length]) << 1
                code <<= 1
            }
            return nil
        }
    }

    private static let fixedLengths = [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8)
    /// The order in which the lengths of the code for lengths are written.
    private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private static func stored(_ reader: inout BitReader, _ output: inout [UInt8], _ limit: Int) -> Bool {
        reader.align()
        guard let count = reader.bits(16), reader.bits(16) != nil, reader.position + count <= reader.bytes.count, output.count + count <= limit else { return false }
        output += reader.bytes[reader.position..<reader.position + count]
        reader.position += count
        return true
    }

    private static func dynamic(_ reader: inout BitReader, _ output: inout [UInt8], _ limit: Int) -> Bool {
        guard let literals = reader.bits(5), let distances = reader.bits(5), let count = reader.bits(4) else { return false }
        var own = [Int](repeating: 0, count: 19)
        for place in lengthOrder.prefix(count + 4) {
            guard let length = reader.bits(3) else { return false }
            own[place] = length
        }
        let code = Codes(lengths: own)
        var lengths: [Int] = []
        while lengths.count < literals + distances + 258 {
            guard let symbol = code.next(&reader) else { return false }
            switch symbol {
            case 0...15: lengths.append(symbol)
            case 16:
                guard let last = lengths.last, let extra = reader.bits(2) else { return false }
                lengths += [Int](repeating: last, count: extra + 3)
            case 17:
                guard let extra = reader.bits(3) else { return false }
                lengths += [Int](repeating: 0, count: extra + 3)
            default:
                guard let extra = reader.bits(7) else { return false }
                lengths += [Int](repeating: 0, count: extra + 11)
            }
        }
        guard lengths.count == literals + distances + 258 else { return false }
        return compressed(&reader, &output, limit, Codes(lengths: Array(lengths[..<(literals + 257)])), Codes(lengths: Array(lengths[(literals + 257)...])))
    }

    private static func compressed(_ reader: inout BitReader, _ output: inout [UInt8], _ limit: Int, _ literals: Codes, _ distances: Codes) -> Bool {
        while let symbol = literals.next(&reader) {
            if symbol < 256 {
                guard output.count < limit else { return false }
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return true }
            guard let length = length(symbol - 257, &reader), let code = distances.next(&reader), let distance = distance(code, &reader),
                distance <= output.count, output.count + length <= limit
            else { return false }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
        return false
    }

    /// The length of a match: four codes share each number of extra bits.
    private static func length(_ code: Int, _ reader: inout BitReader) -> Int? {
        guard code >= 8 else { return code + 3 }
        guard code < 28 else { return code == 28 ? 258 : nil }
        let extra = code / 4 - 1
        return reader.bits(extra).map { ((4 + code % 4) << extra) + 3 + $0 }
    }

    /// The distance of a match: two codes share each number of extra bits.
    private static func distance(_ code: Int, _ reader: inout BitReader) -> Int? {
        guard code >= 4 else { return code + 1 }
        guard code < 30 else { return nil }
        let extra = code / 2 - 1
        return reader.bits(extra).map { ((2 + code % 2) << extra) + 1 + $0 }
    }
}
