// Defines ShortestDigits: the fewest decimal digits that read back as the same floating-point number.

/// The shortest decimal digits of a finite number, and their place.
public struct ShortestDigits: Equatable, Sendable {
    /// Significant digits (0...9), first and last not zero; the number 0 has the single digit 0.
    public let digits: [UInt8]
    /// Power of ten of the first digit: 1.5 has 0, 150 has 2, 0.015 has -2.
    public let exponent: Int
    /// The sign bit.
    public let isNegative: Bool

    /// Digits of a finite float64.
    public init(_ value: Double) { self.init(reading: value.description) }

    /// Digits of a finite float32.
    public init(_ value: Float) { self.init(reading: value.description) }

    /// Digits of a finite float16: the first rounding that reads back, since Swift writes large ones to the last whole digit.
    public init(_ value: Float16) {
        let wide = Double(value)
        let roundings = (0..<4).lazy.map { DecimalText.scientific(wide, places: $0) }
        self.init(reading: roundings.first { Double($0).map { Float16($0) } == value } ?? value.description)
    }

    /// Digits of `value` rounded to `places` after the point of exponent notation.
    public init(rounding value: Double, scientificPlaces places: Int) {
        self.init(reading: DecimalText.scientific(value, places: places))
    }

    /// Digits of `value` rounded to `places` after the point of plain notation.
    public init(rounding value: Double, places: Int) {
        self.init(reading: DecimalText.fixed(value, places: places))
    }

    /// Reads a decimal text. Swift's description of a float has the shortest digits; only its layout differs from ours.
    private init(reading text: String) {
        var digits: [UInt8] = []
        var point: Int?
        var power = 0
        var isNegative = false
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
            default:
                power = Int(Substring(rest)) ?? 0
                rest = rest[rest.endIndex...]
            }
        }
        let whole = point ?? digits.count
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        while digits.last == 0 { digits.removeLast() }
        self.isNegative = isNegative
        self.digits = digits.isEmpty ? [0] : digits
        exponent = digits.isEmpty ? 0 : whole - leading - 1 + power
    }

    /// Number of digits after the point in plain notation.
    public var places: Int { max(0, digits.count - 1 - exponent) }

    /// Plain notation with at least `places` digits after the point, e.g. "12.5"; without any the point stays: "12.".
    public func positional(minimumPlaces: Int = 0) -> String {
        var text = isNegative ? "-" : ""
        if exponent < 0 { text += "0" } else { for k in 0...exponent { text.append(digit(k)) } }
        text += "."
        for place in 0..<max(places, minimumPlaces) { text.append(digit(exponent + 1 + place)) }
        return text
    }

    /// Exponent notation with at least `minimumPlaces` digits after the point, e.g. "1.5e-07"; without any: "1.e-07".
    /// The exponent has a sign and at least `exponentDigits` digits.
    public func scientific(minimumPlaces: Int = 0, exponentDigits: Int = 2) -> String {
        var text = (isNegative ? "-" : "") + String(digit(0)) + "."
        for k in 1..<max(digits.count, minimumPlaces + 1) { text.append(digit(k)) }
        let power = String(exponent.magnitude)
        let zeros = String(repeating: "0", count: max(0, exponentDigits - power.utf8.count))
        return text + (exponent < 0 ? "e-" : "e+") + zeros + power
    }

    private func digit(_ k: Int) -> Character {
        let value = digits.indices.contains(k) ? digits[k] : 0
        return Character(Unicode.Scalar(UInt8(ascii: "0") + value))
    }
}
