// HTML: text made safe for a page.
import Notebook

/// Makes text safe for a page.
enum HTML {
    /// Text as element content or as the value of a quoted attribute.
    static func escape(_ text: some StringProtocol) -> String {
        text.replacingBytes { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case 0..<9, 14..<32: "\u{FFFD}"
            default: nil
            }
        }
    }
}
