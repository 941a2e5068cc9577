// Defines DecimalText: floating-point numbers as exactly rounded decimal text.
import CLinux

/// Decimal texts of binary floating-point numbers. All rounding looks at the exact binary value.
public enum DecimalText {
    /// `places` digits after the point, as C's `%.*f`.
    public static func fixed(_ value: Double, places: Int) -> String { printed("f", value, places) }

    /// One digit before the point, `places` after it and an exponent of at least two digits, as C's `%.*e`.
    public static func scientific(_ value: Double, places: Int) -> String { printed("e", value, places) }

    /// `digits` significant digits without trailing zeros, as C's `%.*g`.
    public static func general(_ value: Double, digits: Int) -> String { printed("g", value, digits) }

    private static func printed(_ form: Unicode.Scalar, _ value: Double, _ precision: Int) -> String {
        let places = CInt(clamping: max(0, min(precision, 1100)))
        // The longest double has 309 digits before the point.
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1500) { buffer in
            let length = print_number(buffer.baseAddress, buffer.count, CChar(form.value), places, value)
            let bytes = UnsafeRawBufferPointer(buffer).prefix(max(0, min(Int(length), buffer.count - 1)))
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
