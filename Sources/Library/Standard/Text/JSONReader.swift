// JSONReader: JSON text → values.
import Runtime

/// Why a text is not JSON.
struct JSONFailure: Error {
    let message: String
    /// Offset in bytes.
    let offset: Int
}

/// What a program wants to make of objects and numbers itself; None: the usual.
struct JSONHooks {
    var object: Value = .none
    var pairs: Value = .none
    var float: Value = .none
    var int: Value = .none
}

struct JSONReader {
    private let bytes: [UInt8]
    private let hooks: JSONHooks
    private var index = 0
    private var depth = 0

    init(_ text: String, _ hooks: JSONHooks = JSONHooks()) {
        bytes = Array(text.utf8)
        self.hooks = hooks
    }

    /// Reads the whole text as one value.
    mutating func read() throws -> Value {
        skipBlanks()
        let value = try value()
        skipBlanks()
        if index < bytes.count { throw JSONFailure(message: "Extra data", offset: index) }
        return value
    }

    private var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func accept(_ word: StaticString) -> Bool {
        let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
        if matches { index += word.utf8CodeUnitCount }
        return matches
    }

    private mutating func value() throws -> Value {
        depth += 1
        defer { depth -= 1 }
        try Interpreter.pace()
        if depth > 900 { throw Raised.recursionError("maximum recursion depth exceeded while decoding a JSON array from a unicode string") }
        switch peek {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            if accept("-Infinity") { return .float(-.infinity) }
            return try number()
        default:
            if accept("null") { return .none }
            if accept("true") { return true }
            if accept("false") { return false }
            if accept("NaN") { return .float(.nan) }
            if accept("Infinity") { return .float(.infinity) }
            throw JSONFailure(message: "Expecting value", offset: index)
        }
    }

    /// The value of an object whose members have been read.
    private func finished(_ members: [(String, Value)]) throws -> Value {
        if !hooks.pairs.isNone { return try hooks.pairs.call([.list(members.map { .tuple([.string($0.0), $0.1]) })]) }
        let dict = DictObject()
        for (key, value) in members { try dict.table.set(.string(key), value) }
        return hooks.object.isNone ? .object(dict) : try hooks.object.call([.object(dict)])
    }

    private mutating func object() throws -> Value {
        var members: [(String, Value)] = []
        index += 1
        skipBlanks()
        if peek == UInt8(ascii: "}") {
            index += 1
            return try finished(members)
        }
        while true {
            guard peek == UInt8(ascii: "\"") else {
                throw JSONFailure(message: "Expecting property name enclosed in double quotes", offset: index)
            }
            let key = try string()
            skipBlanks()
            guard peek == UInt8(ascii: ":") else { throw JSONFailure(message: "Expecting ':' delimiter", offset: index) }
            index += 1
            skipBlanks()
            members.append((key, try value()))
            skipBlanks()
            if peek == UInt8(ascii: "}") {
                index += 1
                return try finished(members)
            }
            guard peek == UInt8(ascii: ",") else { throw JSONFailure(message: "Expecting ',' delimiter", offset: index) }
            index += 1
            skipBlanks()
        }
    }

    private mutating func array() throws -> Value {
        var elements: [Value] = []
        index += 1
        skipBlanks()
        if peek == UInt8(ascii: "]") {
            index += 1
            return .list([])
        }
        while true {
            elements.append(try value())
            skipBlanks()
            if peek == UInt8(ascii: "]") {
                index += 1
                return .list(elements)
            }
            guard peek == UInt8(ascii: ",") else { throw JSONFailure(message: "Expecting ',' delimiter", offset: index) }
            index += 1
            skipBlanks()
        }
    }

    private mutating func number() throws -> Value {
        let start = index
        func skipDigits(_ index: inout Int) { while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 } }
        if peek == UInt8(ascii: "-") { index += 1 }
        let first = index
        if peek == UInt8(ascii: "0") { index += 1 } else { skipDigits(&index) }
        if index == first { throw JSONFailure(message: "Expecting value", offset: start) }
        var isFloat = false
        if peek == UInt8(ascii: "."), index + 1 < bytes.count, bytes[index + 1] >= 0x30, bytes[index + 1] <= 0x39 {
            isFloat = true
            index += 1
            skipDigits(&index)
        }
        if peek | 0x20 == UInt8(ascii: "e") {
            var end = index + 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
            let digits = end
            skipDigits(&end)
            if end > digits {
                isFloat = true
                index = end
            }
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let hook = isFloat ? hooks.float : hooks.int
        if !hook.isNone { return try hook.call([.string(text)]) }
        if isFloat { return .float(Double(text) ?? .nan) }
        if let int = Int(text) { return .int(int) }
        return try Value.object(Class.int).call([.string(text)])
    }

    private mutating func string() throws -> String {
        let start = index
        index += 1
        var result: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index += 1
                return String(decoding: result, as: UTF8.self)
            }
            if byte < 0x20 { throw JSONFailure(message: "Invalid control character at", offset: index) }
            index += 1
            if byte == UInt8(ascii: "\\") { try escape(into: &result) } else { result.append(byte) }
        }
        throw JSONFailure(message: "Unterminated string starting at", offset: start)
    }

    private static let simple: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
        UInt8(ascii: "/"): 47, UInt8(ascii: "\\"): 92, UInt8(ascii: "\""): 34,
    ]

    private mutating func escape(into result: inout [UInt8]) throws {
        let letter = peek
        index += 1
        if let byte = Self.simple[letter] { return result.append(byte) }
        guard letter == UInt8(ascii: "u") else { throw JSONFailure(message: "Invalid \\escape", offset: index - 2) }
        var unit = try hexadecimal()
        let afterFirst = index
        if (0xD800..<0xDC00).contains(unit), accept("\\u") {
            let low = try hexadecimal()
            if (0xDC00..<0xE000).contains(low) { unit = 0x10000 &+ ((unit &- 0xD800) << 10) &+ (low &- 0xDC00) } else { index = afterFirst }
        }
        result += Array(String(Unicode.Scalar(codePoint: unit) ?? "\u{FFFD}").utf8)
    }

    private mutating func hexadecimal() throws -> UInt32 {
        guard index + 4 <= bytes.count, let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16) else {
            throw JSONFailure(message: "Invalid \\uXXXX escape", offset: index - 1)
        }
        index += 4
        return unit
    }
}
