// Builtin functions on numbers and characters: abs, round, divmod, pow, chr, hex and the like.
import BigInt
import Syntax

enum NumberFunctions {
    static var rows: [Row] { arithmetic + characters }

    private static var arithmetic: [Row] {
        [
            def("abs(x, /)", "The absolute value.", example: "abs(-3)") { (x: Value) in try absolute(x) },
            def("round(number, ndigits=None)", "The number rounded half to even.", example: "round(2.675, 2)") { (x: Value, digits: Value) in try round(x, digits) },
            def("divmod(x, y, /)", "Quotient and remainder.", example: "divmod(-7, 2)") { (x: Value, y: Value) in try divide(x, y) },
            def("pow(base, exp, mod=None)", "A power, or a power modulo a number.", example: "pow(3, 20, 7)") { (base: Value, exponent: Value, modulus: Value) in
                try power(base, exponent, modulus)
            },
        ]
    }

    private static var characters: [Row] {
        [
            def(quick: "chr(i, /)", "The character with a code point.", example: "chr(955)") { (value: Value) in
                if case .int(let code) = value, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init(codePoint:)) { return String(scalar) }
                guard let code = try value.bigIndex() else { throw Raised.typeError("'\(value.type.name)' object cannot be interpreted as an integer") }
                guard let small = UInt32(exactly: code), small <= 0x10FFFF else { throw Raised.valueError("chr() arg not in range(0x110000)") }
                return String(Unicode.Scalar(codePoint: small) ?? "\u{FFFD}")
            },
            def(quick: "ord(c, /)", "The code point of a character.", example: "ord('λ')") { (value: Value) in
                if let bytes = value.as(BytesObject.self)?.bytes {
                    guard bytes.count == 1 else { throw Raised.typeError("ord() expected a character, but string of length \(bytes.count) found") }
                    return Int(bytes[0])
                }
                guard let text = value.as(StrObject.self) else {
                    throw Raised.typeError("ord() expected string of length 1, but \(value.type.name) found")
                }
                guard text.count == 1, let scalar = text.value.unicodeScalars.first else {
                    throw Raised.typeError("ord() expected a character, but string of length \(text.count) found")
                }
                return Int(scalar.codePoint)
            },
            based("bin", "binary", radix: 2, "0b"), based("oct", "octal", radix: 8, "0o"), based("hex", "hexadecimal", radix: 16, "0x"),
        ]
    }

    private static func based(_ name: String, _ word: String, radix: Int, _ mark: String) -> Row {
        def("\(name)(number, /)", "The \(word) form of an integer.", example: "\(name)(10)") { (value: Value) in
            guard let number = try value.bigIndex() else { throw Raised.typeError("'\(value.type.name)' object cannot be interpreted as an integer") }
            return (number.sign == .minus ? "-" : "") + mark + String(number.magnitude, radix: radix)
        }
    }

    private static func absolute(_ x: Value) throws -> Value {
        switch x {
        case .int(let int) where int != .min: return .int(Swift.abs(int))
        case .float(let double): return .float(double.magnitude)
        case .object(let object):
            if object.type.lookup(Dunder.abs.name) != nil, !(object is IntObject && !object.type.userDunders.contains(.abs)) {
                return try x.callMethod(Dunder.abs.name)
            }
            if let float = object as? FloatObject { return .float(float.value.magnitude) }
        case .int, .bool, .unset, .none: break
        }
        guard let big = x.bigInteger else { throw Raised.typeError("bad operand type for abs(): '\(x.type.name)'") }
        return .integer(BigInt(big.magnitude))
    }

    private static func round(_ x: Value, _ digits: Value) throws -> Value {
        let places = digits.isNone ? nil : try digits.index()
        if !digits.isNone, places == nil { throw Raised.typeError("'\(digits.type.name)' object cannot be interpreted as an integer") }
        if case .object(let object) = x, !(object is IntObject && !object.type.userDunders.contains(.round)), !(object is FloatObject) {
            guard object.type.lookup(Dunder.round.name) != nil else {
                throw Raised.typeError("type \(object.type.name) doesn't define __round__ method")
            }
            return try x.callMethod(Dunder.round.name, digits.isNone ? [] : [digits])
        }
        if let big = x.bigInteger { return places.map { $0 >= 0 } ?? true ? .integer(big) : .integer(try roundedInteger(big, places: places ?? 0)) }
        guard let double = try x.number() else { throw Raised.typeError("type \(x.type.name) doesn't define __round__ method") }
        if let places {
            let rounded = try Decimals.round(double, places: places)
            if let follow = Interpreter.current?.followRounding { follow(FloatText.repr(rounded.magnitude), double.magnitude) }
            return .float(rounded)
        }
        return .integer(try NumberConstructors.truncated(double.rounded(.toNearestOrEven)))
    }

    /// Half to even at a multiple of `10 ** -places`.
    private static func roundedInteger(_ value: BigInt, places: Int) throws -> BigInt {
        if places < -4300 { return 0 }
        let unit = BigInt(10).power(-places)
        let (quotient, rest) = try Numbers.floorDivMod(value, unit)
        let twice = rest * 2
        let isUp = twice > unit || (twice == unit && !quotient.isMultiple(of: 2))
        return (isUp ? quotient + 1 : quotient) * unit
    }

    private static func divide(_ x: Value, _ y: Value) throws -> Value {
        for (operand, other, dunder) in [(x, y, Dunder.divmod), (y, x, .rdivmod)] {
            guard case .object(let object) = operand, object.type.userDunders.contains(dunder) else { continue }
            let result = try operand.callMethod(dunder.name, [other])
            if !result.isNotImplemented { return result }
        }
        if case .float = x, try y.number() == 0 { throw Raised.zeroDivision("float divmod()") }
        if case .float = y, try y.number() == 0 { throw Raised.zeroDivision("float divmod()") }
        do {
            return .tuple([try Value.binary(.floorDivide, x, y), try Value.binary(.modulo, x, y)])
        } catch let raised as Raised where raised.exception.isA(.exception("TypeError")) {
            throw Raised.typeError("unsupported operand type(s) for divmod(): '\(x.type.name)' and '\(y.type.name)'")
        }
    }

    private static func power(_ base: Value, _ exponent: Value, _ modulus: Value) throws -> Value {
        if modulus.isNone { return try Value.binary(.power, base, exponent) }
        if case .object(let object) = base, object.type.userDunders.contains(.pow) {
            return try base.callMethod(Dunder.pow.name, [exponent, modulus])
        }
        guard let b = base.bigInteger, let e = exponent.bigInteger, let m = modulus.bigInteger else {
            throw Raised.typeError("pow() 3rd argument not allowed unless all arguments are integers")
        }
        if m.isZero { throw Raised.valueError("pow() 3rd argument cannot be 0") }
        var positive = b
        if e.sign == .minus {
            guard let inverse = b.inverse(BigInt(m.magnitude)) else { throw Raised.valueError("base is not invertible for the given modulus") }
            positive = inverse
        }
        let result = try LargeIntegers.power(positive, BigInt(e.magnitude), modulo: BigInt(m.magnitude))
        return .integer(m.sign == .minus && !result.isZero ? result + m : result)
    }
}
