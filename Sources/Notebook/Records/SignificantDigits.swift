// SignificantDigits: a number written with a fixed count of digits.
import CLinux

/// Writes numbers with a fixed count of significant digits, as C's `%g` does.
enum SignificantDigits {
    /// `0.001234`, `1.234e-07`, `12.5`
    static func text(_ value: Double, count: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 40)
        let length = print_number(&buffer, buffer.count, CChar(UInt8(ascii: "g")), count, value)
        return String(decoding: buffer.prefix(Int(max(length, 0))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
