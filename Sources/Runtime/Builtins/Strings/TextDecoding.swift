// Decoding: bytes → text, character by character where something is wrong.
import Syntax

/// What is found where a character should begin.
private enum DecodingStep {
    /// A code point in so many bytes.
    case character(UInt32, Int)
    /// So many bytes that are none, and why.
    case malformed(Int, String)
}

extension TextEncoding {
    /// The text of bytes.
    /// - Parameter errors: the name of what to do with bytes that are no characters.
    /// - Throws: UnicodeDecodeError, LookupError.
    func decode(_ bytes: [UInt8], errors: String) throws -> String {
        let (encoding, start) = afterMark(bytes)
        if encoding == .latin1 { return Self.latin1Text(bytes) }
        if encoding == .utf8, let text = String(validating: bytes[start...], as: UTF8.self), !text.utf8.contains(0xF4) { return text }
        var result = String.UnicodeScalarView()
        var index = start
        while index < bytes.count {
            switch encoding.step(bytes[index...]) {
            case .character(let code, let length):
                result.append(Unicode.Scalar(codePoint: code) ?? "\u{FFFD}")
                index += length
            case .malformed(let length, let reason):
                let handler = try EncodingErrors(named: errors)
                if handler == .surrogatepass, let (code, length) = encoding.surrogate(bytes[index...]) {
                    result.append(Unicode.Scalar(codePoint: code) ?? "\u{FFFD}")
                    index += length
                    continue
                }
                guard let replacement = handler.replacement(of: bytes[index..<index + length]) else {
                    throw Raised(ExceptionObject(type: .exception("UnicodeDecodeError"), arguments: [
                        .string(encoding.codec), .object(BytesObject(bytes)), .int(index), .int(index + length), .string(reason),
                    ]))
                }
                for code in replacement.codes { result.append(Unicode.Scalar(codePoint: code) ?? "\u{FFFD}") }
                index += replacement.length
            }
        }
        return String(result)
    }

    /// The encoding that a mark at the beginning tells, and where the text begins.
    private func afterMark(_ bytes: [UInt8]) -> (TextEncoding, Int) {
        switch self {
        case .utf8Signature: (.utf8, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        case .utf16(.marked): bytes.starts(with: [0xFE, 0xFF]) ? (.utf16(.big), 2) : (.utf16(.little), bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0)
        case .utf32(.marked):
            bytes.starts(with: [0, 0, 0xFE, 0xFF]) ? (.utf32(.big), 4) : (.utf32(.little), bytes.starts(with: [0xFF, 0xFE, 0, 0]) ? 4 : 0)
        case .utf8, .ascii, .latin1, .windows1252, .utf16, .utf32: (self, 0)
        }
    }

    private func step(_ bytes: ArraySlice<UInt8>) -> DecodingStep {
        let first = bytes[bytes.startIndex]
        switch self {
        case .utf8, .utf8Signature: return Self.utf8Step(bytes)
        case .latin1: return .character(UInt32(first), 1)
        case .ascii: return first < 0x80 ? .character(UInt32(first), 1) : .malformed(1, "ordinal not in range(128)")
        case .windows1252:
            guard (0x80..<0xA0).contains(first) else { return .character(UInt32(first), 1) }
            let scalar = Self.windowsCharacters[Int(first) - 0x80]
            return scalar == "\u{FFFD}" ? .malformed(1, "character maps to <undefined>") : .character(scalar.value, 1)
        case .utf16(let order):
            guard bytes.count >= 2 else { return .malformed(bytes.count, "truncated data") }
            let unit = order.unit(bytes.prefix(2))
            guard (0xD800..<0xE000).contains(unit) else { return .character(unit, 2) }
            guard unit < 0xDC00 else { return .malformed(2, "illegal encoding") }
            guard bytes.count >= 4 else { return .malformed(bytes.count, "unexpected end of data") }
            let low = order.unit(bytes.dropFirst(2).prefix(2))
            guard (0xDC00..<0xE000).contains(low) else { return .malformed(2, "illegal UTF-16 surrogate") }
            return .character(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), 4)
        case .utf32(let order):
            guard bytes.count >= 4 else { return .malformed(bytes.count, "truncated data") }
            let unit = order.unit(bytes.prefix(4))
            if (0xD800..<0xE000).contains(unit) { return .malformed(4, "code point in surrogate code point range(0xd800, 0xe000)") }
            return unit > 0x10FFFF ? .malformed(4, "code point not in range(0x110000)") : .character(unit, 4)
        }
    }

    private static func utf8Step(_ bytes: ArraySlice<UInt8>) -> DecodingStep {
        let first = bytes[bytes.startIndex]
        if first < 0x80 { return .character(UInt32(first), 1) }
        guard (0xC2...0xF4).contains(first) else { return .malformed(1, "invalid start byte") }
        let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var code = UInt32(first) & (0x7F >> UInt32(count))
        for offset in 1..<count {
            guard offset < bytes.count else { return .malformed(offset, "unexpected end of data") }
            let byte = bytes[bytes.startIndex + offset]
            let allowed: ClosedRange<UInt8> = switch (offset, first) {
            case (1, 0xE0): 0xA0...0xBF
            case (1, 0xED): 0x80...0x9F
            case (1, 0xF0): 0x90...0xBF
            case (1, 0xF4): 0x80...0x8F
            default: 0x80...0xBF
            }
            guard allowed.contains(byte) else { return .malformed(offset, "invalid continuation byte") }
            code = code << 6 | UInt32(byte & 0x3F)
        }
        return .character(code, count)
    }

    /// Half of a surrogate pair, which `surrogatepass` lets pass.
    private func surrogate(_ bytes: ArraySlice<UInt8>) -> (code: UInt32, length: Int)? {
        let start = bytes.startIndex
        let found: (code: UInt32, length: Int)
        switch self {
        case .utf8, .utf8Signature:
            guard bytes.count >= 3, bytes[start] == 0xED, bytes[start + 1] & 0xC0 == 0x80, bytes[start + 2] & 0xC0 == 0x80 else { return nil }
            found = (0xD000 | UInt32(bytes[start + 1] & 0x3F) << 6 | UInt32(bytes[start + 2] & 0x3F), 3)
        case .utf16(let order) where bytes.count >= 2: found = (order.unit(bytes.prefix(2)), 2)
        case .utf32(let order) where bytes.count >= 4: found = (order.unit(bytes.prefix(4)), 4)
        case .utf16, .utf32, .ascii, .latin1, .windows1252: return nil
        }
        return (0xD800...0xDFFF).contains(found.code) ? found : nil
    }
}
