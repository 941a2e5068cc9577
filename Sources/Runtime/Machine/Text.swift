// The texts of values: repr, str, format.

extension Value {
    /// `repr(self)`
    public func repr() throws -> String {
        switch self {
        case .unset: return "<unset>"
        case .none: return "None"
        case .bool(let bool): return bool ? "True" : "False"
        case .int(let int): return String(int)
        case .float(let double): return FloatText.repr(double)
        case .object(let object):
            if object.type.userDunders.contains(.repr) { return try textOf(.repr) }
            return try Interpreter.nested(" while getting the repr of an object") { try object.repr() }
        }
    }

    /// `str(self)`
    public func str() throws -> String {
        guard case .object(let object) = self else { return try repr() }
        let dunders = object.type.userDunders
        if dunders.contains(.str) || dunders.contains(.repr) {
            // The nearest of the two in the MRO decides: a native `__str__` below a user's `__repr__` still wins.
            for cls in object.type.mro {
                if cls.isUserDefined {
                    if cls.ownEntry(Dunder.str.name) != nil { return try textOf(.str) }
                    if cls.ownEntry(Dunder.repr.name) != nil, !cls.nativeTextWins { return try textOf(.repr) }
                } else if cls.definesNativeText { return try object.str() }
            }
        }
        return try Interpreter.nested(" while getting the str of an object") { try object.str() }
    }

    /// `format(self, spec)`
    public func format(_ spec: String) throws -> String {
        if case .object(let object) = self {
            if object.type.userDunders.contains(.format) {
                let result = try Value.callSpecial(.format, self, .string(spec))
                guard let text = result.text else {
                    throw Raised.typeError("__format__ must return a str, not \(result.type.name)")
                }
                return text
            }
            return try object.format(spec)
        }
        if spec.isEmpty { return try str() }
        return try Formatting.format(self, spec)
    }

    private func textOf(_ dunder: Dunder) throws -> String {
        let result = try Value.callSpecial(dunder, self)
        guard let text = result.text else {
            throw Raised.typeError("\(dunder.name.text) returned non-string (type \(result.type.name))")
        }
        return text
    }
}

extension Class {
    /// Whether a native base below has a `__str__` of its own (exceptions and strings do).
    var nativeTextWins: Bool { mro.contains { $0.definesNativeText } }
    /// Whether this native class has a `__str__` that differs from `__repr__`.
    var definesNativeText: Bool { self === Class.baseException || self === Class.str }
}

/// The texts of floats.
public enum FloatText {
    nonisolated(unsafe) private static var madeNaNs: UInt64 = 0

    /// A NaN that is identical to none made before: `x in [x]` holds, `float("nan") in [float("nan")]` does not.
    /// They differ in low bits that no conversion to a shorter float keeps.
    static func newNaN() -> Double {
        madeNaNs = (madeNaNs + 1) & 0xFFF_FFFF
        return Double(nan: madeNaNs, signaling: false)
    }

    /// `repr(x)`: the shortest digits that read back as `x`.
    public static func repr(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
        // Swift writes the same digits, and in this range in the same form.
        if value.magnitude >= 1e-4, value.magnitude < 1e15 { return value.description }
        let (digits, exponent) = shortestDigits(value.magnitude)
        return (value < 0 ? "-" : "") + layout(digits, exponent)
    }

    /// Shortest digits `d1d2…` and exponent `e` with `value = 0.d1d2… × 10^e`.
    static func shortestDigits(_ value: Double) -> (digits: [UInt8], exponent: Int) {
        var digits: [UInt8] = []
        var exponent = 0
        var point: Int?
        var text = Array("\(value)".utf8)
        if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
            exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
            text.removeSubrange(mark...)
        }
        for byte in text {
            if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
        }
        exponent += point ?? digits.count
        while digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, exponent)
    }

    /// Python writes exponents below -4 and from 16 on.
    private static func layout(_ digits: [UInt8], _ exponent: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        if exponent > 16 || exponent < -3 {
            let power = exponent - 1
            let mantissa = digits.count == 1 ? text : "\(text.prefix(1)).\(text.dropFirst())"
            let size = power.magnitude < 10 ? "0\(power.magnitude)" : "\(power.magnitude)"
            return "\(mantissa)e\(power < 0 ? "-" : "+")\(size)"
        }
        if exponent <= 0 { return "0." + String(repeating: "0", count: -exponent) + text }
        if digits.count <= exponent { return text + String(repeating: "0", count: exponent - digits.count) + ".0" }
        return "\(text.prefix(exponent)).\(text.dropFirst(exponent))"
    }
}
