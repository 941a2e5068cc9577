// StringLiteral: the parts of a string token, and the value of its escapes.

/// A string token taken apart.
struct StringLiteral {
    let isRaw: Bool
    let isBytes: Bool
    let isFormatted: Bool
    /// What stands between the quotes, as offsets into the text.
    let content: Range<Int>
    let isTriple: Bool
    let quote: UInt8

    init(_ token: Token, in bytes: [UInt8]) {
        var index = Int(token.start)
        var isRaw = false, isBytes = false, isFormatted = false
        while bytes[index] != UInt8(ascii: "'"), bytes[index] != UInt8(ascii: "\"") {
            switch bytes[index] | 0x20 {
            case UInt8(ascii: "r"): isRaw = true
            case UInt8(ascii: "b"): isBytes = true
            case UInt8(ascii: "f"): isFormatted = true
            default: break
            }
            index += 1
        }
        self.isRaw = isRaw
        self.isBytes = isBytes
        self.isFormatted = isFormatted
        quote = bytes[index]
        let length = Int(token.end) - index
        isTriple = length >= 6 && bytes[index + 1] == quote && bytes[index + 2] == quote
        content = index + (isTriple ? 3 : 1)..<Int(token.end) - (isTriple ? 3 : 1)
    }
}

/// Replaces the escapes of string literals.
enum Escapes {
    /// What an escape stands for.
    private enum Outcome {
        case nothing, scalar(UInt32), unknown
    }

    /// The UTF-8 text of a literal's part, line ends made `\n`. `message` receives what is wrong with an escape.
    static func text(_ part: ArraySlice<UInt8>, isRaw: Bool) throws(EscapeFailure) -> String {
        let hasSpecial = part.contains { $0 == UInt8(ascii: "\\") || $0 == 0x0D }
        if !hasSpecial { return String(decoding: part, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(part.count)
        var index = part.startIndex
        while index < part.endIndex {
            let byte = part[index]
            if byte == 0x0D {
                index += index + 1 < part.endIndex && part[index + 1] == 0x0A ? 2 : 1
                result.append(0x0A)
            } else if byte == UInt8(ascii: "\\"), !isRaw {
                switch try escape(part, at: &index, isBytes: false) {
                case .nothing: break
                case .scalar(let value): append(value, to: &result)
                case .unknown: result.append(byte)
                }
            } else {
                result.append(byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes of a bytes literal.
    static func bytes(_ part: ArraySlice<UInt8>, isRaw: Bool) throws(EscapeFailure) -> [UInt8] {
        var result: [UInt8] = []
        var index = part.startIndex
        while index < part.endIndex {
            let byte = part[index]
            if byte >= 0x80 { throw EscapeFailure(message: "bytes can only contain ASCII literal characters") }
            if byte == UInt8(ascii: "\\"), !isRaw {
                switch try escape(part, at: &index, isBytes: true) {
                case .nothing: break
                case .scalar(let value): result.append(UInt8(truncatingIfNeeded: value))
                case .unknown: result.append(byte)
                }
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    /// Reads the escape at `index`, which is moved behind it (behind the backslash only, where the escape is unknown).
    private static func escape(_ part: ArraySlice<UInt8>, at index: inout Int, isBytes: Bool) throws(EscapeFailure) -> Outcome {
        let start = index
        index += 1
        guard index < part.endIndex else { return .unknown }
        let byte = part[index]
        if let simple = simpleEscapes[byte] { index += 1; return .scalar(simple) }
        switch byte {
        case 0x0A: index += 1; return .nothing
        case 0x0D: index += index + 1 < part.endIndex && part[index + 1] == 0x0A ? 2 : 1; return .nothing
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value: UInt32 = 0
            var count = 0
            while count < 3, index < part.endIndex, part[index] >= UInt8(ascii: "0"), part[index] <= UInt8(ascii: "7") {
                value = value * 8 + UInt32(part[index] - UInt8(ascii: "0"))
                index += 1
                count += 1
            }
            return .scalar(value)
        case UInt8(ascii: "x"): return .scalar(try hexadecimal(part, &index, start, digits: 2, isBytes: isBytes))
        case UInt8(ascii: "u") where !isBytes: return .scalar(try hexadecimal(part, &index, start, digits: 4, isBytes: false))
        case UInt8(ascii: "U") where !isBytes: return .scalar(try hexadecimal(part, &index, start, digits: 8, isBytes: false))
        case UInt8(ascii: "N") where !isBytes: return .scalar(try named(part, &index, start))
        default: return .unknown
        }
    }

    private static let simpleEscapes: [UInt8: UInt32] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "\\"): 92, UInt8(ascii: "'"): 39,
        UInt8(ascii: "\""): 34, UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11,
    ]

    private static func hexadecimal(_ part: ArraySlice<UInt8>, _ index: inout Int, _ start: Int, digits: Int,
                                    isBytes: Bool) throws(EscapeFailure) -> UInt32 {
        let letter = part[index]
        var value: UInt32 = 0
        var count = 0
        index += 1
        while count < digits, index < part.endIndex, let digit = Character(Unicode.Scalar(part[index])).hexDigitValue {
            value = value << 4 | UInt32(digit)
            index += 1
            count += 1
        }
        let offset = start - part.startIndex
        if count < digits {
            if isBytes { throw EscapeFailure(message: "(value error) invalid \\x escape at position \(offset)") }
            let shape = String(repeating: "X", count: digits)
            throw EscapeFailure(message: "(unicode error) 'unicodeescape' codec can't decode bytes in position \(offset)-\(index - 1 - part.startIndex): truncated \\\(Character(Unicode.Scalar(letter)))\(shape) escape")
        }
        if value > 0x10FFFF {
            throw EscapeFailure(message: "(unicode error) 'unicodeescape' codec can't decode bytes in position \(offset)-\(index - 1 - part.startIndex): illegal Unicode character")
        }
        return value
    }

    private static func named(_ part: ArraySlice<UInt8>, _ index: inout Int, _ start: Int) throws(EscapeFailure) -> UInt32 {
        let offset = start - part.startIndex
        guard index + 1 < part.endIndex, part[index + 1] == UInt8(ascii: "{"),
              let close = part[index...].firstIndex(of: UInt8(ascii: "}")) else {
            throw EscapeFailure(message: "(unicode error) 'unicodeescape' codec can't decode bytes in position \(offset)-\(offset + 1): malformed \\N character escape")
        }
        let name = String(decoding: part[index + 2..<close], as: UTF8.self).uppercased()
        index = close + 1
        // No table of names is kept: this escape is rare, so a scan over all characters is good enough.
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if scalar.properties.name == name || scalar.properties.nameAlias == name { return value }
        }
        throw EscapeFailure(message: "(unicode error) 'unicodeescape' codec can't decode bytes in position \(offset)-\(close - part.startIndex): unknown Unicode character name")
    }

    /// Appends a character as UTF-8.
    private static func append(_ value: UInt32, to result: inout [UInt8]) {
        let scalar = Unicode.Scalar(codePoint: value) ?? "\u{FFFD}"
        result.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
}

/// What is wrong with an escape sequence.
struct EscapeFailure: Error {
    let message: String
}
