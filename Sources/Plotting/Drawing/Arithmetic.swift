// Defines the few elementary functions figures need, so that the C library is named in one place.
import CLinux
import Glibc

func power(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }
func exponential(_ value: Double) -> Double { Glibc.exp(value) }
func log10(_ value: Double) -> Double { Glibc.log10(value) }
func sine(_ angle: Double) -> Double { Glibc.sin(angle) }
func cosine(_ angle: Double) -> Double { Glibc.cos(angle) }
func angle(_ y: Double, _ x: Double) -> Double { Glibc.atan2(y, x) }

/// The number in one of C's forms, `f` or `g`, with a precision.
func formatted(_ form: Unicode.Scalar, _ precision: Int, _ value: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    let count = print_number(&buffer, buffer.count, CChar(form.value), Int32(precision), value)
    let length = max(0, min(Int(count), buffer.count - 1))
    return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
