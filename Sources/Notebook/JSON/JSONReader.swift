// JSONReader: text → JSON value (RFC 8259), with the place of the first mistake.

/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Equatable {
    public var message: String
    /// The line of the mistake, from 1.
    public var line: Int
    /// The column in bytes, from 1.
    public var column: Int
}

extension JSON {
    /// Reads a JSON text. Throws `JSONError`.
    public init(text: String) throws {
        var reader = JSONReader(bytes: Array(text.utf8))
        self = try reader.document()
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    var index = 0
    /// Arrays and objects may nest this deep: far beyond any notebook, far below the stack's end.
    let depthLimit = 512

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws -> JSON {
        let value = try value(depth: 0)
        skipBlanks()
        guard index == bytes.count else { throw error("text after the end of the value") }
        return value
    }

    private mutating func value(depth: Int) throws -> JSON {
        skipBlanks()
        guard index < bytes.count else { throw error("the text ends where a value should stand") }
        guard depth < depthLimit else { throw error("nested more than \(depthLimit) deep") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws -> JSON {
        var members: [JSON.Member] = []
        index += 1
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw error("a key in quotation marks should stand here") }
            let key = try string()
            guard take(":") else { throw error("`:` should follow the key") }
            members.append(JSON.Member(key, try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw error("`,` or `}` should stand here") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws -> JSON {
        var elements: [JSON] = []
        index += 1
        if take("]") { return .array(elements) }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw error("`,` or `]` should stand here") }
        return .array(elements)
    }

    private mutating func string() throws -> String {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
            case 0..<32: throw error("a control character inside a string")
            default: text.append(byte)
            }
        }
        throw error("a string without its closing quotation mark")
    }

    private mutating func escape() throws -> Character {
        guard index < bytes.count else { throw error("the text ends inside an escape") }
        let letter = bytes[index]
        index += 1
        switch letter {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(letter))
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw error("an unknown escape")
        }
    }

    /// `\uXXXX`, or two of them for a character beyond the first plane; a lone surrogate becomes U+FFFD.
    private mutating func unicodeEscape() throws -> Character {
        let unit = try hex()
        if (0xD800..<0xDC00).contains(unit), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") {
            let mark = index
            index += 2
            let low = try hex()
            if (0xDC00..<0xE000).contains(low), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) {
                return Character(scalar)
            }
            index = mark
        }
        return Character(Unicode.Scalar(unit) ?? "\u{FFFD}")
    }

    private mutating func hex() throws -> UInt32 {
        guard index + 4 <= bytes.count, let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16) else {
            throw error("four hexadecimal digits should follow `\\u`")
        }
        index += 4
        return unit
    }

    private mutating func number() throws -> JSON {
        let start = index
        let marks: [UInt8] = Array("+-.eE".utf8)
        while index < bytes.count, (48...57).contains(bytes[index]) || marks.contains(bytes[index]) { index += 1 }
        let digits = String(decoding: bytes[start..<index], as: UTF8.self)
        guard !digits.isEmpty, Double(digits) != nil, !digits.hasPrefix("+") else {
            index = start
            throw error("a value should stand here")
        }
        return .number(digits)
    }

    private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
        guard bytes[index...].starts(with: word.utf8) else { throw error("a value should stand here") }
        index += word.utf8.count
        return value
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [32, 9, 10, 13].contains(bytes[index]) { index += 1 }
    }

    private func error(_ message: String) -> JSONError {
        let before = bytes[..<min(index, bytes.count)]
        let line = before.count { $0 == 10 } + 1
        return JSONError(message: message, line: line, column: before.count - (before.lastIndex(of: 10).map { $0 + 1 } ?? 0) + 1)
    }
}
