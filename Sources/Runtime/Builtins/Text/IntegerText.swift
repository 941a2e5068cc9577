// IntegerText: integers as decimal text and back, within CPython's limit on digits.
import BigInt

enum IntegerText {
    /// Conversion takes quadratic time, so CPython refuses more decimal digits than this.
    private static let mostDigits = 4300

    /// The decimal digits of an integer.
    /// - Throws: ValueError beyond 4300 digits.
    static func decimal(_ value: BigInt) throws -> String {
        if value.magnitude.words.count <= 1 { return (value.sign == .minus ? "-" : "") + String(value.magnitude.words.first ?? 0) }
        // 3.33 bits make a digit: below that many bits no count is needed.
        if value.magnitude.bitWidth > 14_280 {
            let text = value.magnitude.bitWidth > 14_400 ? nil : String(value)
            guard let text, text.utf8.count - (value.sign == .minus ? 1 : 0) <= mostDigits else {
                throw Raised.valueError("Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit")
            }
            return text
        }
        return String(value)
    }

    /// The integer that up to 18 decimal digits spell, behind a sign or none; nil for every other text.
    static func small(_ text: String) -> Int? {
        var digits = Substring(text).utf8
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        var value = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            value = value &* 10 &+ Int(digit - UInt8(ascii: "0"))
        }
        return digits.isEmpty || digits.count > 18 ? nil : isNegative ? -value : value
    }

    /// The integer a text spells in a base from 2 to 36, or 0 to take the base from the text's prefix; nil where it spells none.
    static func parse(_ text: String, base: Int) throws -> BigInt? {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        var isNegative = false
        if let first = scalars.first, first == "-" || first == "+" {
            isNegative = first == "-"
            scalars.removeFirst()
        }
        guard var digits = asciiDigits(scalars) else { return nil }
        var base = base
        if digits.count >= 2, digits[0] == UInt8(ascii: "0"), let prefixBase = prefixBase(digits[1]), base == 0 || base == prefixBase,
           base != 0 || digits.count > 2 {
            base = prefixBase
            digits.removeFirst(2)
            if digits.first == UInt8(ascii: "_") { digits.removeFirst() }
        }
        if base == 0 {
            // Like literals: no leading zeros but for zero itself.
            if digits.count > 1, digits[0] == UInt8(ascii: "0"), digits.contains(where: { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: "_") }) { return nil }
            base = 10
        }
        guard let clean = withoutUnderscores(digits) else { return nil }
        let spelled = String(decoding: clean, as: UTF8.self)
        if base & (base - 1) != 0, clean.count > mostDigits, clean.allSatisfy({ $0 < 0x80 }) {
            throw Raised.valueError("Exceeds the limit (4300 digits) for integer string conversion: value has \(clean.count) digits; use sys.set_int_max_str_digits() to increase the limit")
        }
        guard clean.allSatisfy({ Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber }) else { return nil }
        // The package knows no base 36.
        guard let value = Int(spelled, radix: base).map({ BigInt($0) }) ?? (base < 36 ? BigInt(spelled, radix: base) : base36(clean)) else { return nil }
        return isNegative ? -value : value
    }

    private static func base36(_ digits: [UInt8]) -> BigInt? {
        var result = BigInt(0)
        for digit in digits {
            guard let value = Int(String(Unicode.Scalar(digit)), radix: 36) else { return nil }
            result = result * 36 + BigInt(value)
        }
        return result
    }

    private static func prefixBase(_ letter: UInt8) -> Int? {
        switch letter | 0x20 {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    /// The text with decimal digits of any script made ASCII; nil where something else than ASCII is in it.
    static func asciiDigits(_ scalars: Substring.UnicodeScalarView) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in scalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
            } else if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
                bytes.append(UInt8(ascii: "0") + UInt8(digit))
            } else {
                return nil
            }
        }
        return bytes
    }

    /// Underscores may stand between digits only.
    static func withoutUnderscores(_ digits: [UInt8]) -> [UInt8]? {
        let mark = UInt8(ascii: "_")
        guard let first = digits.first, let last = digits.last, first != mark, last != mark,
              first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
        for index in digits.indices.dropFirst() where digits[index] == mark && digits[index - 1] == mark { return nil }
        return digits.filter { $0 != mark }
    }
}
