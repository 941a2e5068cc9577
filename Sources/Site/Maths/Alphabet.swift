// Alphabet: the alphabets of mathematics — bold, double-struck, script and their kin.

/// An alphabet that a formula can be set in.
enum Alphabet {
    case upright, italic, bold, doubleStruck, script, fraktur, sans, typewriter

    /// Letters of this alphabet, from Unicode's block of mathematical letters.
    static func mathML(_ text: String, _ alphabet: Alphabet) -> String {
        switch alphabet {
        case .upright: "<mi mathvariant=\"normal\">\(HTML.escape(text))</mi>"
        case .italic: "<mi>\(HTML.escape(text))</mi>"
        case .bold, .doubleStruck, .script, .fraktur, .sans, .typewriter:
            "<mi>\(HTML.escape(text.unicodeScalars.map { String(alphabet.letter($0)) }.joined()))</mi>"
        }
    }

    private func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if let exception = exceptions[scalar] { return exception }
        let value = switch scalar.value {
        case 65...90: capitals + scalar.value - 65
        case 97...122: capitals + 26 + scalar.value - 97
        case 48...57: digits.map { $0 + scalar.value - 48 } ?? scalar.value
        case 0x391...0x3A9 where self == .bold: 0x1D6A8 + scalar.value - 0x391
        case 0x3B1...0x3C9 where self == .bold: 0x1D6C2 + scalar.value - 0x3B1
        default: scalar.value
        }
        return Unicode.Scalar(value) ?? scalar
    }

    /// Where the block of capitals begins; small letters follow it.
    private var capitals: UInt32 {
        switch self {
        case .upright, .italic: 65
        case .bold: 0x1D400
        case .doubleStruck: 0x1D538
        case .script: 0x1D49C
        case .fraktur: 0x1D504
        case .sans: 0x1D5A0
        case .typewriter: 0x1D670
        }
    }

    private var digits: UInt32? {
        switch self {
        case .bold: 0x1D7CE
        case .doubleStruck: 0x1D7D8
        case .sans: 0x1D7E2
        case .typewriter: 0x1D7F6
        case .upright, .italic, .script, .fraktur: nil
        }
    }

    /// Letters that Unicode had before it had the block.
    private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
        switch self {
        case .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
        case .script: ["B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ"]
        case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
        case .upright, .italic, .bold, .sans, .typewriter: [:]
        }
    }
}
