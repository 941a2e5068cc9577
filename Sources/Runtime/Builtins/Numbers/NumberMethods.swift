// Methods of int, bool and float.
import BigInt

enum NumberMethods {
    /// Methods of int.
    static var intRows: [Row] {
        [
            def("bit_length(self, /)", "The number of bits without sign and leading zeros.", example: "(37).bit_length()") { (me: BigInt) in me.magnitude.bitWidth },
            def("bit_count(self, /)", "The number of ones in the binary form.", example: "(13).bit_count()") { (me: BigInt) in
                me.magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount }
            },
            def("conjugate(self, /)", "The number itself.") { (me: BigInt) in me },
            def("as_integer_ratio(self, /)", "The number and 1.") { (me: BigInt) in Value.tuple([.integer(me), 1]) },
            def("is_integer(self, /)", "True.") { (me: BigInt) in true },
            def("to_bytes(self, length=1, byteorder='big', *, signed=False)", "The number as bytes.", example: "(1024).to_bytes(2, 'big')") {
                (me: BigInt, length: Int, order: String, isSigned: Bool) in
                try toBytes(me, length, order, isSigned)
            },
            def("from_bytes(cls, bytes, byteorder='big', *, signed=False)", "The number that bytes spell.", example: "int.from_bytes(b'\\x04\\x00', 'big')") {
                (cls: Value, source: Value, order: String, isSigned: Bool) in
                try fromBytes(source, order, isSigned)
            }.asClassMethod,
            property("real", "The number itself.") { (me: BigInt) in me },
            property("imag", "0") { (me: BigInt) in 0 },
            property("numerator", "The number itself.") { (me: BigInt) in me },
            property("denominator", "1") { (me: BigInt) in 1 },
        ]
    }

    private static func isBig(_ order: String) throws -> Bool {
        guard order == "big" || order == "little" else { throw Raised.valueError("byteorder must be either 'little' or 'big'") }
        return order == "big"
    }

    private static func toBytes(_ value: BigInt, _ length: Int, _ order: String, _ isSigned: Bool) throws -> Value {
        let isBig = try isBig(order)
        if length < 0 { throw Raised.valueError("length argument must be non-negative") }
        if value.sign == .minus, !isSigned { throw Raised.overflow("can't convert negative int to unsigned") }
        guard length < 1 << 24 else { throw Raised.memoryError }
        let capacity = BigInt(1) << (length * 8)
        let limit = isSigned ? capacity >> 1 : capacity
        guard value < limit, value >= -limit else { throw Raised.overflow("int too big to convert") }
        let wrapped = value.sign == .minus ? value + capacity : value
        var bytes = [UInt8](repeating: 0, count: length)
        for (index, byte) in wrapped.magnitude.serialize().reversed().enumerated() where index < length { bytes[length - 1 - index] = byte }
        return .object(BytesObject(isBig ? bytes : bytes.reversed()))
    }

    private static func fromBytes(_ source: Value, _ order: String, _ isSigned: Bool) throws -> Value {
        let isBig = try isBig(order)
        if source.text != nil { throw Raised.typeError("cannot convert 'str' object to bytes") }
        let bytes = try ByteArrayObject.bytes(of: source, word: "bytes")
        let ordered = isBig ? bytes : bytes.reversed()
        var value = BigInt(BigUInt(words: []))
        for byte in ordered { value = value << 8 + BigInt(byte) }
        if isSigned, let first = ordered.first, first >= 0x80 { value -= BigInt(1) << (ordered.count * 8) }
        return .integer(value)
    }

    /// Methods of float.
    static var floatRows: [Row] {
        [
            def("is_integer(self, /)", "Whether the value is a whole number.", example: "(2.0).is_integer()") { (me: Double) in
                me.isFinite && me == me.rounded(.towardZero)
            },
            def("hex(self, /)", "The exact value in hexadecimal.", example: "(0.5).hex()") { (me: Double) in FloatText.hexadecimal(me) },
            def("fromhex(cls, string, /)", "The float that a hexadecimal text spells.") { (cls: Value, text: String) in
                guard let value = FloatText.parseHexadecimal(text) else {
                    throw Raised.valueError("invalid hexadecimal floating-point string")
                }
                return value
            }.asClassMethod,
            def("as_integer_ratio(self, /)", "Two integers whose quotient is the exact value.", example: "(0.75).as_integer_ratio()") { (me: Double) in
                let (numerator, denominator) = try FloatText.ratio(me)
                return Value.tuple([.integer(numerator), .integer(denominator)])
            },
            def("conjugate(self, /)", "The number itself.") { (me: Double) in me },
            property("real", "The number itself.") { (me: Double) in me },
            property("imag", "0.0") { (me: Double) in 0.0 },
        ]
    }
}

extension FloatText {
    /// `float.hex`
    static func hexadecimal(_ value: Double) -> String {
        if !value.isFinite { return repr(value) }
        let sign = value.sign == .minus ? "-" : ""
        if value == 0 { return sign + "0x0.0p+0" }
        let digits = String(value.significandBitPattern, radix: 16)
        let padded = String(repeating: "0", count: 13 - digits.utf8.count) + digits
        let exponent = value.isNormal ? Int(value.exponent) : -1022
        return "\(sign)0x\(value.isNormal ? 1 : 0).\(padded)p\(exponent < 0 ? "-" : "+")\(abs(exponent))"
    }

    /// The exact value as a fraction in lowest terms.
    /// - Throws: OverflowError for infinities, ValueError for NaN.
    static func ratio(_ value: Double) throws -> (BigInt, BigInt) {
        if value.isNaN { throw Raised.valueError("cannot convert NaN to integer ratio") }
        if value.isInfinite { throw Raised.overflow("cannot convert Infinity to integer ratio") }
        if value == 0 { return (0, 1) }
        var mantissa = BigInt(value.significandBitPattern) + (value.isNormal ? BigInt(1) << 52 : 0)
        var exponent = (value.isNormal ? Int(value.exponent) : -1022) - 52
        let shift = mantissa.trailingZeroBitCount
        mantissa >>= shift
        exponent += shift
        if value.sign == .minus { mantissa = -mantissa }
        return exponent >= 0 ? (mantissa << exponent, 1) : (mantissa, BigInt(1) << -exponent)
    }

    /// The float a hexadecimal text spells, as `float.fromhex` reads it; nil where it spells none.
    static func parseHexadecimal(_ text: String) -> Double? {
        let lower = text.lowercased().filter { !$0.isWhitespace }
        let sign = lower.hasPrefix("-") ? "-" : ""
        let unsigned = lower.first == "-" || lower.first == "+" ? String(lower.dropFirst()) : lower
        if let special = ["inf", "infinity", "nan"].first(where: { $0 == unsigned }) { return parse(sign + special) }
        return Double(sign + (unsigned.hasPrefix("0x") ? unsigned : "0x" + unsigned))
    }

    /// The float a text spells, as `float(text)` reads it; nil where it spells none.
    public static func parse(_ text: String) -> Double? {
        var scalars = text.unicodeScalars[...].drop { $0.isPythonSpace }
        while let last = scalars.last, last.isPythonSpace { scalars.removeLast() }
        guard let bytes = IntegerText.asciiDigits(scalars), !bytes.isEmpty else { return nil }
        let lower = String(decoding: bytes, as: UTF8.self).lowercased()
        let unsigned = lower.first == "-" || lower.first == "+" ? String(lower.dropFirst()) : lower
        switch unsigned {
        case "inf", "infinity": return lower.first == "-" ? -.infinity : .infinity
        case "nan": return .nan
        default: break
        }
        guard let first = unsigned.utf8.first, isDigitOrPoint(first), unsigned.utf8.last != UInt8(ascii: "_") else { return nil }
        if unsigned.utf8.contains(UInt8(ascii: "x")) { return nil }
        if !unsigned.utf8.contains(UInt8(ascii: "_")) { return Double(lower) }
        let all = Array(unsigned.utf8)
        for index in all.indices where all[index] == UInt8(ascii: "_") {
            guard isDigit(all[index - 1]), index + 1 < all.count, isDigit(all[index + 1]) else { return nil }
        }
        return Double(lower.filter { $0 != "_" })
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    private static func isDigitOrPoint(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: ".") }
}
