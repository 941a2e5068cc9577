// EncodingErrors: what happens to characters without a form in an encoding, and to bytes that are none.
import Syntax

/// The handlers that `errors=` can name.
enum EncodingErrors: String {
    case strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace, surrogateescape, surrogatepass

    /// - Throws: LookupError for a name that is not known; asked only where something is wrong, as CPython does.
    init(named name: String) throws {
        guard let known = EncodingErrors(rawValue: name) else { throw Raised(.exception("LookupError"), "unknown error handler name '\(name)'") }
        self = known
    }

    /// What takes the place of a character without a form; nil raises an error.
    /// - Parameter isWide: whether the encoding has forms for all characters but surrogates.
    func replacement(of scalar: Unicode.Scalar, isWide: Bool) -> Replacement? {
        switch self {
        case .strict: return nil
        case .ignore: return .text("")
        case .replace: return .text("?")
        case .backslashreplace: return .text(TextLiteral.escape(scalar))
        case .xmlcharrefreplace: return .text("&#\(scalar.codePoint);")
        case .namereplace:
            let name = scalar.isSurrogate ? nil : scalar.properties.name
            return .text(name.map { "\\N{\($0)}" } ?? TextLiteral.escape(scalar))
        case .surrogateescape:
            let code = scalar.codePoint
            return (0xDC80...0xDCFF).contains(code) ? .byte(UInt8(truncatingIfNeeded: code)) : nil
        case .surrogatepass: return isWide && scalar.isSurrogate ? .unit(scalar.codePoint) : nil
        }
    }

    /// What a handler puts into the place of a character.
    enum Replacement {
        /// A text, to be encoded.
        case text(String)
        /// A byte as it is.
        case byte(UInt8)
        /// A code point that the encoding otherwise refuses.
        case unit(UInt32)
    }

    /// What takes the place of bytes that are no character, and of how many; nil raises an error.
    func replacement(of bytes: ArraySlice<UInt8>) -> (codes: [UInt32], length: Int)? {
        switch self {
        case .ignore: return ([], bytes.count)
        case .replace: return ([0xFFFD], bytes.count)
        case .backslashreplace: return (bytes.flatMap { TextLiteral.escape(Unicode.Scalar($0)).unicodeScalars.map(\.value) }, bytes.count)
        case .surrogateescape:
            let high = bytes.prefix { $0 >= 0x80 }
            return high.isEmpty ? nil : (high.map { 0xDC00 + UInt32($0) }, high.count)
        case .strict, .surrogatepass, .xmlcharrefreplace, .namereplace: return nil
        }
    }
}
