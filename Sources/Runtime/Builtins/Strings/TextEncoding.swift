// TextEncoding: text → bytes and back.

/// A character encoding programs can name.
enum TextEncoding {
    case utf8, ascii, latin1, utf16LittleEndian, utf16

    /// - Throws: LookupError for a name that is not known.
    init(_ name: String) throws {
        switch StrCase.lower(name).filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
        case "utf8", "u8", "utf8sig": self = .utf8
        case "ascii", "usascii": self = .ascii
        case "latin1", "iso88591", "l1", "cp1252": self = .latin1
        case "utf16le": self = .utf16LittleEndian
        case "utf16": self = .utf16
        default: throw Raised(.exception("LookupError"), "unknown encoding: \(name)")
        }
    }

    /// The name in messages.
    private var codec: String {
        switch self {
        case .utf8: "utf-8"
        case .ascii: "ascii"
        case .latin1: "latin-1"
        case .utf16LittleEndian, .utf16: "utf-16"
        }
    }

    /// The text whose characters have the bytes as code points.
    static func latin1Text(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        return String(scalars)
    }

    func encode(_ text: String, errors: String) throws -> [UInt8] {
        switch self {
        case .utf8: return Array(text.utf8)
        case .utf16, .utf16LittleEndian:
            let mark: [UInt8] = self == .utf16 ? [0xFF, 0xFE] : []
            return mark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .ascii, .latin1:
            let limit: UInt32 = self == .ascii ? 0x80 : 0x100
            var result: [UInt8] = []
            for (position, scalar) in text.unicodeScalars.enumerated() {
                if scalar.value < limit {
                    result.append(UInt8(scalar.value))
                } else if errors == "replace" {
                    result.append(UInt8(ascii: "?"))
                } else if errors == "backslashreplace" {
                    result += Array(TextLiteral.escape(scalar.value).utf8)
                } else if errors == "xmlcharrefreplace" {
                    result += Array("&#\(scalar.value);".utf8)
                } else if errors != "ignore" {
                    throw Raised(ExceptionObject(type: .exception("UnicodeEncodeError"), arguments: [
                        .string(codec), .string(text), .int(position), .int(position + 1), .string("ordinal not in range(\(limit))"),
                    ]))
                }
            }
            return result
        }
    }

    func decode(_ bytes: [UInt8], errors: String) throws -> String {
        switch self {
        case .latin1: return TextEncoding.latin1Text(bytes)
        case .ascii:
            if let bad = bytes.firstIndex(where: { $0 >= 0x80 }), errors == "strict" {
                throw undecodable(bytes, at: bad, "ordinal not in range(128)")
            }
            return String(decoding: errors == "ignore" ? bytes.filter { $0 < 0x80 } : bytes, as: UTF8.self)
        case .utf16, .utf16LittleEndian:
            let start = bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
            let units = stride(from: start, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
            return String(decoding: units, as: UTF16.self)
        case .utf8: return try decodeUTF8(bytes, errors: errors)
        }
    }

    private func decodeUTF8(_ bytes: [UInt8], errors: String) throws -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if errors == "replace" { return String(decoding: bytes, as: UTF8.self) }
        if errors == "ignore" { return String(decoding: bytes, as: UTF8.self).filter { $0 != "\u{FFFD}" } }
        // The first byte whose addition makes the text before it invalid for good.
        var good = 0
        while good < bytes.count {
            let length = bytes[good] < 0x80 ? 1 : bytes[good] < 0xC2 ? 0 : bytes[good] < 0xE0 ? 2 : bytes[good] < 0xF0 ? 3 : bytes[good] < 0xF5 ? 4 : 0
            if length == 0 { throw undecodable(bytes, at: good, "invalid start byte") }
            if good + length > bytes.count { throw undecodable(bytes, at: good, "unexpected end of data") }
            if String(validating: bytes[good..<good + length], as: UTF8.self) == nil {
                throw undecodable(bytes, at: good, "invalid continuation byte")
            }
            good += length
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func undecodable(_ bytes: [UInt8], at position: Int, _ reason: String) -> Raised {
        Raised(ExceptionObject(type: .exception("UnicodeDecodeError"), arguments: [
            .string(codec), .object(BytesObject(bytes)), .int(position), .int(position + 1), .string(reason),
        ]))
    }
}
