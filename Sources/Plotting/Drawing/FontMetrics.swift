// Defines FontMetrics: approximate widths of text in the figure's sans-serif font.

/// Approximate widths of text, as shares of the font size: the advance widths of Liberation Sans (Arial's twins).
enum FontMetrics {
    /// The font list of a figure.
    static let family = "Inter,'Helvetica Neue',Arial,'Liberation Sans',sans-serif"

    /// The share of the size that stands above the base line in capitals and digits.
    static let capHeight = 0.72
    /// The share that hangs below the base line.
    static let descent = 0.21
    /// The distance of two base lines.
    static let lineHeight = 1.25

    private static let ascii: [UInt16] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]

    /// The width of one line of plain text at size 1.
    static func width(_ text: String, isBold: Bool = false) -> Double {
        let sum = text.unicodeScalars.reduce(0.0) { $0 + width($1) }
        return isBold ? sum * 1.06 : sum
    }

    private static func width(_ scalar: Unicode.Scalar) -> Double {
        let code = scalar.value
        if code >= 32, code < 127 { return Double(ascii[Int(code) - 32]) / 1000 }
        switch code {
        case 0x300...0x36F, 0x20D0...0x20FF, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F300...0x1FAFF: return 1
        case 0x2212, 0xD7: return 0.584
        default: return 0.58
        }
    }
}
