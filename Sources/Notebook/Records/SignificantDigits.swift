// SignificantDigits: a number written with a fixed count of digits.
import Glibc

/// Writes numbers with a fixed count of significant digits, as C's `%g` does.
enum SignificantDigits {
    /// `0.001234`, `1.234e-07`, `12.5`
    static func text(_ value: Double, count: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 40)
        let length = withVaList([count, value]) { vsnprintf(&buffer, buffer.count, "%.*g", $0) }
        return String(decoding: buffer.prefix(Int(max(length, 0))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
