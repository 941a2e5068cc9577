// Formatting: values in the form a format spec asks for.
import BigInt

/// The format mini-language for numbers and text.
public enum Formatting {
    /// `format(value, spec)` for None, booleans, numbers and text.
    public static func format(_ value: Value, _ spec: String) throws -> String {
        switch value {
        case .unset, .none:
            guard spec.isEmpty else { throw Raised.typeError("unsupported format string passed to NoneType.__format__") }
            return "None"
        case .bool(let bool):
            if spec.isEmpty { return bool ? "True" : "False" }
            return try integer(BigInt(bool ? 1 : 0), FormatSpec(spec, of: "bool"))
        case .int(let int):
            return spec.isEmpty ? String(int) : try integer(BigInt(word: int), FormatSpec(spec, of: "int"))
        case .float(let double):
            return spec.isEmpty ? FloatText.repr(double) : try float(double, FormatSpec(spec, of: "float"))
        case .object(let object):
            if let integer = object as? IntObject {
                return spec.isEmpty ? try value.str() : try self.integer(integer.value, FormatSpec(spec, of: value.type.name))
            }
            return try object.format(spec)
        }
    }

    /// Text by a spec.
    static func text(_ text: String, _ spec: FormatSpec) throws -> String {
        if let type = spec.type, type != "s" { throw spec.unknownType() }
        if let sign = spec.sign {
            throw Raised.valueError("\(sign == .space ? "Space" : "Sign") not allowed in string format specifier")
        }
        if spec.noNegativeZero { throw Raised.valueError("Negative zero coercion (z) not allowed in string format specifier") }
        if spec.isAlternate { throw Raised.valueError("Alternate form (#) not allowed in string format specifier") }
        if spec.alignment == .afterSign, !spec.isZeroPadded {
            throw Raised.valueError("'=' alignment not allowed in string format specifier")
        }
        var spec = spec
        if spec.alignment == .afterSign { spec.alignment = .left }
        let shown = spec.precision.map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) } ?? text
        return spec.padded(shown, default: .left)
    }

    // MARK: Integers

    /// An integer by a spec.
    static func integer(_ value: BigInt, _ spec: FormatSpec) throws -> String {
        let type = spec.type ?? "d"
        switch type {
        case "e", "E", "f", "F", "g", "G", "%":
            let double = value.nearestDouble
            if double.isInfinite { throw Raised.overflow("int too large to convert to float") }
            return try float(double, spec)
        case "c":
            if spec.precision != nil { throw Raised.valueError("Precision not allowed in integer format specifier") }
            if spec.noNegativeZero { throw Raised.valueError("Negative zero coercion (z) not allowed in integer format specifier") }
            return try character(value, spec)
        case "d", "n", "b", "o", "x", "X": break
        default: throw spec.unknownType()
        }
        if spec.precision != nil { throw Raised.valueError("Precision not allowed in integer format specifier") }
        if spec.noNegativeZero { throw Raised.valueError("Negative zero coercion (z) not allowed in integer format specifier") }
        let isDecimal = type == "d" || type == "n"
        var digits: String
        var mark = ""
        switch type {
        case "b": (digits, mark) = (String(value.magnitude, radix: 2), "0b")
        case "o": (digits, mark) = (String(value.magnitude, radix: 8), "0o")
        case "x": (digits, mark) = (String(value.magnitude, radix: 16), "0x")
        case "X": (digits, mark) = (String(value.magnitude, radix: 16, uppercase: true), "0X")
        default: digits = try IntegerText.decimal(BigInt(value.magnitude))
        }
        let prefix = sign(value.sign == .minus, spec) + (spec.isAlternate ? mark : "")
        if let grouping = spec.grouping {
            digits = grouped(digits, by: isDecimal ? 3 : 4, grouping, spec, prefix: prefix, suffix: "")
        }
        return spec.padded(prefix: prefix, digits, default: .right)
    }

    private static func character(_ value: BigInt, _ spec: FormatSpec) throws -> String {
        if spec.sign != nil { throw Raised.valueError("Sign not allowed with integer format specifier 'c'") }
        if spec.isAlternate { throw Raised.valueError("Alternate form (#) not allowed with integer format specifier 'c'") }
        guard let code = UInt32(exactly: value), code <= 0x10FFFF, let scalar = Unicode.Scalar(codePoint: code) else {
            throw Raised.overflow("%c arg not in range(0x110000)")
        }
        return spec.padded(String(scalar), default: .right)
    }

    private static func sign(_ isNegative: Bool, _ spec: FormatSpec) -> String {
        if isNegative { return "-" }
        switch spec.sign {
        case .plus: return "+"
        case .space: return " "
        case .minus, nil: return ""
        }
    }

    /// Puts separators between groups of digits. Padding with zeros happens here, because the zeros are grouped too.
    private static func grouped(_ digits: String, by size: Int, _ separator: Unicode.Scalar, _ spec: FormatSpec,
                                prefix: String, suffix: String) -> String {
        var digits = Array(digits.utf8)
        if spec.alignment == .afterSign, spec.fill == "0" {
            let target = spec.width - prefix.unicodeScalars.count - suffix.unicodeScalars.count
            while digits.count + (digits.count - 1) / size < target { digits.insert(UInt8(ascii: "0"), at: 0) }
        }
        var result: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % size == 0 { result.append(UInt8(ascii: separator)) }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }

    // MARK: Floats

    /// A float by a spec.
    static func float(_ value: Double, _ spec: FormatSpec) throws -> String {
        let type = spec.type
        let number = type == "%" ? value * 100 : value
        var body: String
        switch type {
        case nil:
            body = spec.precision.map { Decimals.general(number.magnitude, precision: $0, isAlternate: spec.isAlternate, addsPoint: true) }
                ?? FloatText.repr(number.magnitude)
        case "f", "F", "%": body = Decimals.fixed(number.magnitude, places: spec.precision ?? 6)
        case "e", "E": body = Decimals.exponential(number.magnitude, places: spec.precision ?? 6)
        case "g", "G", "n": body = Decimals.general(number.magnitude, precision: spec.precision ?? 6, isAlternate: spec.isAlternate, addsPoint: false)
        default: throw spec.unknownType()
        }
        if spec.isAlternate, number.isFinite, !body.utf8.contains(UInt8(ascii: ".")) { body = withPoint(body) }
        if type != nil || spec.precision != nil { Interpreter.current?.followRounding?(body, number.magnitude) }
        if type == "E" || type == "F" || type == "G" { body = body.uppercased() }
        var isNegative = number.sign == .minus && !number.isNaN
        if spec.noNegativeZero, !body.utf8.contains(where: { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "9") }), number.isFinite { isNegative = false }
        let prefix = sign(isNegative, spec)
        if let grouping = spec.grouping, number.isFinite {
            let end = body.utf8.firstIndex { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") } ?? body.endIndex
            let rest = String(body[end...]) + (type == "%" ? "%" : "")
            body = grouped(String(body[..<end]), by: 3, grouping, spec, prefix: prefix, suffix: rest) + rest
        } else if type == "%" {
            body += "%"
        }
        return spec.padded(prefix: prefix, body, default: .right)
    }

    /// The alternate form always has a point, before the exponent if there is one.
    private static func withPoint(_ body: String) -> String {
        guard let mark = body.firstIndex(of: "e") else { return body + "." }
        return body[..<mark] + "." + body[mark...]
    }
}
