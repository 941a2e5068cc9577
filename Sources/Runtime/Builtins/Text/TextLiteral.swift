// TextLiteral: `repr` and `ascii` of text.
import Syntax

enum TextLiteral {
    /// The text in quotes, with escapes for what cannot be printed.
    static func repr(_ text: String, isASCII: Bool = false) -> String {
        let utf8 = text.utf8
        let hasSingle = utf8.contains(UInt8(ascii: "'"))
        let quote: Unicode.Scalar = hasSingle && !utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'"
        var result = String.UnicodeScalarView()
        result.append(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case quote:
                result.append("\\")
                result.append(scalar)
            default:
                if scalar.value < 0x7F ? scalar.value >= 0x20 : (!isASCII && scalar.isPrintable) {
                    result.append(scalar)
                } else {
                    result.append(contentsOf: escape(scalar).unicodeScalars)
                }
            }
        }
        result.append(quote)
        return String(result)
    }

    /// `\x1b`, `\u200b`, `\U0001f600`
    static func escape(_ scalar: Unicode.Scalar) -> String {
        let value = scalar.codePoint
        let digits = String(value, radix: 16)
        let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: width - digits.utf8.count) + digits
    }

    /// A `repr` with everything beyond ASCII escaped.
    static func ascii(_ repr: String) -> String {
        var result = ""
        for scalar in repr.unicodeScalars {
            if scalar.isASCII { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
        }
        return result
    }
}
