// NumberText: text cut into numbers and what stands between them, for comparison with tolerance.

/// A line of output as numbers and the words between them.
struct NumberText: Equatable {
    /// A number as it was printed.
    struct Number: Equatable {
        let text: String
        let value: Double
        /// Digits after the point; for `1.5e-3` those of the mantissa less the exponent.
        let decimals: Int
        /// Whether it is written as a whole number: compared exactly.
        let isInteger: Bool
        /// The text without a sign.
        var digits: String { text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text }
    }

    /// The text before, between and after the numbers: one more than there are numbers. Runs of blanks beside a number are one.
    private(set) var words: [String] = [""]
    private(set) var numbers: [Number] = []

    /// Cuts a line.
    init(_ line: String) {
        let bytes = Array(line.utf8)
        var word: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let (number, end) = NumberText.number(bytes, at: index, after: word.last) {
                words[words.count - 1] = NumberText.squeezed(word)
                words.append("")
                numbers.append(number)
                word = []
                index = end
            } else {
                word.append(bytes[index])
                index += 1
            }
        }
        words[words.count - 1] = NumberText.squeezed(word)
    }

    /// Blanks at the ends of a word, where numbers touch it, come and go with the widths of the numbers.
    private static func squeezed(_ word: [UInt8]) -> String {
        let inner = word.drop { $0 == 32 }
        var end = inner.endIndex
        while end > inner.startIndex, inner[end - 1] == 32 { end -= 1 }
        return String(decoding: inner[..<end], as: UTF8.self)
    }

    /// The number at a place of the text and where it ends. Digits inside a name (`conv2d`) or a dotted version are no number.
    private static func number(_ bytes: [UInt8], at start: Int, after previous: UInt8?) -> (Number, Int)? {
        if let previous, isLetter(previous) || previous == UInt8(ascii: "_") { return nil }
        var index = start
        if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
        if let word = special(bytes, at: index) {
            let text = String(decoding: bytes[start..<index + word.count], as: UTF8.self)
            let value = word == "nan" ? Double.nan : bytes[start] == UInt8(ascii: "-") ? -Double.infinity : Double.infinity
            return (Number(text: text, value: value, decimals: 0, isInteger: false), index + word.count)
        }
        let whole = digits(bytes, from: index)
        var end = whole
        var hasPoint = false
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            let fraction = digits(bytes, from: end + 1)
            if whole > index || fraction > end + 1 {
                hasPoint = true
                end = fraction
            }
        }
        guard end > index, whole > index || hasPoint else { return nil }
        let decimals = hasPoint ? end - whole - 1 : 0
        var exponent = 0
        var hasExponent = false
        if end < bytes.count, bytes[end] | 32 == UInt8(ascii: "e") {
            let sign = end + 1 < bytes.count && (bytes[end + 1] == UInt8(ascii: "-") || bytes[end + 1] == UInt8(ascii: "+")) ? 1 : 0
            let last = digits(bytes, from: end + 1 + sign)
            if last > end + 1 + sign {
                hasExponent = true
                let magnitude = Int(String(decoding: bytes[(end + 1 + sign)..<last], as: UTF8.self)) ?? 999
                exponent = sign == 1 && bytes[end + 1] == UInt8(ascii: "-") ? -magnitude : magnitude
                end = last
            }
        }
        if end < bytes.count, isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "_") { return nil }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
        guard let value = Double(plain) ?? Double(plain + "0") else { return nil }
        return (Number(text: text, value: value, decimals: decimals - exponent, isInteger: !hasPoint && !hasExponent), end)
    }

    private static func special(_ bytes: [UInt8], at index: Int) -> String? {
        ["nan", "inf"].first { word in
            bytes[index...].starts(with: word.utf8) && !(index + 3 < bytes.count && isLetter(bytes[index + 3]))
        }
    }

    private static func digits(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
        return end
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) || byte >= 128 }
}
