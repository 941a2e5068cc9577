// Decimals: floats with a fixed number of digits, correctly rounded from their exact binary value.
import BigInt
import CLinux

/// The `f`, `e` and `g` forms of a float that is not negative. The C library rounds exactly, half to even.
public enum Decimals {
    /// No form is written with more digits than this; a double has at most 1074 behind the point.
    private static let mostDigits = 1 << 16

    /// `places` digits behind the point.
    public static func fixed(_ value: Double, places: Int) -> String { print("f", value, places) }

    /// One digit, `places` digits behind the point, an exponent of at least two digits.
    public static func exponential(_ value: Double, places: Int) -> String { print("e", value, places) }

    /// `precision` significant digits, in the shorter of the two forms. `addsPoint` marks whole numbers with `.0`, and
    /// then changes to the exponent one digit earlier, as `format(x, ".3")` does.
    public static func general(_ value: Double, precision: Int, isAlternate: Bool, addsPoint: Bool) -> String {
        if !value.isFinite { return print("f", value, 0) }
        let precision = max(precision, 1)
        let scientific = Array(exponential(value, places: precision - 1).utf8)
        guard let mark = scientific.lastIndex(of: UInt8(ascii: "e")) else { return String(decoding: scientific, as: UTF8.self) }
        let exponent = Int(String(decoding: scientific[(mark + 1)...], as: UTF8.self)) ?? 0
        if exponent < -4 || exponent >= precision - (addsPoint ? 1 : 0) {
            let mantissa = trimmed(scientific[..<mark], isAlternate)
            return mantissa + String(decoding: scientific[mark...], as: UTF8.self)
        }
        let text = trimmed(fixed(value, places: max(0, precision - 1 - exponent)).utf8[...], isAlternate)
        return addsPoint && !text.utf8.contains(UInt8(ascii: ".")) ? text + ".0" : text
    }

    /// Without zeros at the end behind a point.
    private static func trimmed<Bytes: BidirectionalCollection>(_ bytes: Bytes, _ isAlternate: Bool) -> String where Bytes.Element == UInt8 {
        var text = Array(bytes)
        if !isAlternate, text.contains(UInt8(ascii: ".")) {
            while text.last == UInt8(ascii: "0") { text.removeLast() }
            if text.last == UInt8(ascii: ".") { text.removeLast() }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func print(_ form: Unicode.Scalar, _ value: Double, _ places: Int) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return "inf" }
        let places = min(places, mostDigits)
        let capacity = 330 + places
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            let count = print_number(buffer.baseAddress, capacity, CChar(form.value), Int32(places), value)
            let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<max(0, min(Int(count), capacity - 1))])
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// `round(value, places)`: rounds the exact decimal value half to even.
    static func round(_ value: Double, places: Int) throws -> Double {
        if !value.isFinite || value == 0 || places > 323 { return value }
        if places < -308 { return value.sign == .minus ? -0.0 : 0.0 }
        let result: Double
        if places >= 0 {
            result = Double(fixed(value.magnitude, places: places)) ?? value.magnitude
        } else {
            // On the exact value: powers of ten and quotients of floats would round once more.
            let (numerator, denominator) = try FloatText.ratio(value.magnitude)
            let unit = BigInt(10).power(-places) * denominator
            let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: unit)
            let isUp = rest * 2 > unit || (rest * 2 == unit && !quotient.isMultiple(of: 2))
            result = ((isUp ? quotient + 1 : quotient) * BigInt(10).power(-places)).nearestDouble
        }
        if result.isInfinite { throw Raised.overflow("rounded value too large to represent") }
        return value.sign == .minus ? -result : result
    }
}
