// HTML: text made safe for a page.
import Notebook

/// Makes text safe for a page.
enum HTML {
    /// Text as element content or as the value of a quoted attribute.
    static func escape(_ text: some StringProtocol) -> String {
        text.replacingBytes { $0 == UInt8(ascii: "\"") ? "&quot;" : replacement($0) }
    }

    /// Text as element content, where quotation marks may stand: code is full of them.
    static func content(_ text: some StringProtocol) -> String { text.replacingBytes(replacement) }

    private static func replacement(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case 0..<9, 14..<32: "\u{FFFD}"
        default: nil
        }
    }
}
