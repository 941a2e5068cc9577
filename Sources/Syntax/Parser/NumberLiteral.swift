// NumberLiteral: the value of an integer, float or imaginary literal.

enum NumberLiteral {
    /// The value of a literal the lexer has checked.
    static func value(of bytes: ArraySlice<UInt8>) -> Constant {
        let hasUnderscore = bytes.contains(UInt8(ascii: "_"))
        let digits = hasUnderscore ? bytes.filter { $0 != UInt8(ascii: "_") } : Array(bytes)
        if digits.count > 2, digits[0] == UInt8(ascii: "0") {
            switch digits[1] | 0x20 {
            case UInt8(ascii: "x"): return integer(digits[2...], radix: 16)
            case UInt8(ascii: "o"): return integer(digits[2...], radix: 8)
            case UInt8(ascii: "b"): return integer(digits[2...], radix: 2)
            default: break
            }
        }
        if let last = digits.last, last | 0x20 == UInt8(ascii: "j") {
            return .imaginary(Double(String(decoding: digits.dropLast(), as: UTF8.self)) ?? .nan)
        }
        if digits.allSatisfy(isDigit) { return integer(digits[...], radix: 10) }
        return .float(Double(String(decoding: digits, as: UTF8.self)) ?? .nan)
    }

    private static func integer(_ digits: ArraySlice<UInt8>, radix: Int) -> Constant {
        let text = String(decoding: digits, as: UTF8.self)
        if let value = Int(text, radix: radix) { return .int(value) }
        return .bigInteger(digits: text, radix: radix)
    }
}
