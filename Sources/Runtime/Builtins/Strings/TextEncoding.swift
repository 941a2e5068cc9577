// TextEncoding: text → bytes and back.
import Syntax

/// A character encoding programs can name.
enum TextEncoding: Equatable {
    /// With or without a mark at the beginning.
    case utf8, utf8Signature
    case ascii, latin1, windows1252
    case utf16(Order), utf32(Order)

    /// The order of the bytes of a unit; `marked` begins with a mark that tells it.
    enum Order { case marked, little, big }

    private static let names: [String: TextEncoding] = [
        "utf8": .utf8, "u8": .utf8, "cp65001": .utf8, "utf8sig": .utf8Signature, "ascii": .ascii, "usascii": .ascii, "646": .ascii,
        "latin1": .latin1, "iso88591": .latin1, "latin": .latin1, "l1": .latin1, "cp1252": .windows1252, "windows1252": .windows1252,
        "utf16": .utf16(.marked), "u16": .utf16(.marked), "utf16le": .utf16(.little), "utf16be": .utf16(.big),
        "utf32": .utf32(.marked), "u32": .utf32(.marked), "utf32le": .utf32(.little), "utf32be": .utf32(.big),
    ]

    /// - Throws: LookupError for a name that is not known.
    init(_ name: String) throws {
        guard let known = Self.names[StrCase.lower(name).filter { $0 != "-" && $0 != "_" && $0 != " " }] else {
            throw Raised(.exception("LookupError"), "unknown encoding: \(name)")
        }
        self = known
    }

    /// The name in messages.
    var codec: String {
        switch self {
        case .utf8, .utf8Signature: "utf-8"
        case .ascii: "ascii"
        case .latin1: "latin-1"
        case .windows1252: "charmap"
        case .utf16(let order): order.codec("utf-16")
        case .utf32(let order): order.codec("utf-32")
        }
    }

    /// The text whose characters have the bytes as code points.
    static func latin1Text(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        return String(scalars)
    }

    /// The characters of the bytes 0x80 to 0x9F in Windows-1252; U+FFFD where there is none.
    static let windowsCharacters = Array("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

    // MARK: Encoding

    /// The bytes of a text.
    /// - Parameter errors: the name of what to do with characters that have no form.
    /// - Throws: UnicodeEncodeError, LookupError.
    func encode(_ text: String, errors: String) throws -> [UInt8] {
        if self == .utf8, !text.utf8.contains(0xF4) { return Array(text.utf8) }
        var result = mark
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if let bytes = scalar.isSurrogate ? nil : form(of: scalar.value) {
                result += bytes
                index += 1
                continue
            }
            switch try EncodingErrors(named: errors).replacement(of: scalar, isWide: isWide) {
            case .text(let text):
                for character in text.unicodeScalars {
                    guard let bytes = form(of: character.value) else { throw unencodable(scalars, from: index) }
                    result += bytes
                }
            case .byte(let byte) where !isUnits: result.append(byte)
            case .unit(let code): result += form(of: code) ?? []
            case .byte, nil: throw unencodable(scalars, from: index)
            }
            index += 1
        }
        return result
    }

    private var mark: [UInt8] {
        switch self {
        case .utf8Signature: [0xEF, 0xBB, 0xBF]
        case .utf16(.marked), .utf32(.marked): form(of: 0xFEFF) ?? []
        case .utf8, .ascii, .latin1, .windows1252, .utf16, .utf32: []
        }
    }

    /// Whether characters are units of two or four bytes.
    private var isUnits: Bool {
        switch self {
        case .utf16, .utf32: true
        case .utf8, .utf8Signature, .ascii, .latin1, .windows1252: false
        }
    }

    /// Whether every character has a form.
    private var isWide: Bool { isUnits || self == .utf8 || self == .utf8Signature }

    /// The bytes of a code point; nil where it has no form.
    private func form(of code: UInt32) -> [UInt8]? {
        switch self {
        case .utf8, .utf8Signature: return Self.utf8(code)
        case .ascii: return code < 0x80 ? [UInt8(code)] : nil
        case .latin1: return code < 0x100 ? [UInt8(code)] : nil
        case .windows1252:
            if code < 0x80 || (0xA0..<0x100).contains(code) { return [UInt8(code)] }
            guard code != 0xFFFD, let place = Self.windowsCharacters.firstIndex(where: { $0.value == code }) else { return nil }
            return [0x80 + UInt8(place)]
        case .utf16(let order):
            guard code >= 0x10000 else { return order.bytes(of: code, count: 2) }
            let pair = code - 0x10000
            return order.bytes(of: 0xD800 + pair >> 10, count: 2) + order.bytes(of: 0xDC00 + pair & 0x3FF, count: 2)
        case .utf32(let order): return order.bytes(of: code, count: 4)
        }
    }

    /// UTF-8 of any code point, surrogates included.
    private static func utf8(_ code: UInt32) -> [UInt8] {
        if code < 0x80 { return [UInt8(code)] }
        let count: UInt32 = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
        let lead: UInt32 = count == 1 ? 0xC0 : count == 2 ? 0xE0 : 0xF0
        let rest = (0..<count).reversed().map { UInt8(0x80 | code >> (6 * $0) & 0x3F) }
        return [UInt8(lead | code >> (6 * count))] + rest
    }

    private func unencodable(_ scalars: [Unicode.Scalar], from start: Int) -> Raised {
        var end = start + 1
        while end < scalars.count, !isUnits, scalars[end].isSurrogate || form(of: scalars[end].value) == nil { end += 1 }
        let reason = switch self {
        case .ascii: "ordinal not in range(128)"
        case .latin1: "ordinal not in range(256)"
        case .windows1252: "character maps to <undefined>"
        case .utf8, .utf8Signature, .utf16, .utf32: "surrogates not allowed"
        }
        return Raised(ExceptionObject(type: .exception("UnicodeEncodeError"), arguments: [
            .string(codec), .string(String(String.UnicodeScalarView(scalars))), .int(start), .int(end), .string(reason),
        ]))
    }
}

extension TextEncoding.Order {
    /// The name in messages.
    func codec(_ name: String) -> String {
        switch self {
        case .marked: name
        case .little: name + "-le"
        case .big: name + "-be"
        }
    }

    /// The bytes of a unit.
    func bytes(of unit: UInt32, count: UInt32) -> [UInt8] {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: unit >> (8 * $0)) }
        return self == .big ? bytes.reversed() : bytes
    }

    /// The unit that bytes are.
    func unit(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let ordered = self == .big ? Array(bytes) : bytes.reversed()
        return ordered.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
