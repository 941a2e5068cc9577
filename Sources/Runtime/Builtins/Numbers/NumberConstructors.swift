// `int(…)`, `float(…)`, `bool(…)`.
import BigInt

enum NumberConstructors {
    /// `int(x=0)`, `int(text, base=10)`
    static let int: Class.Constructor = { cls, arguments in
        if cls === Class.int, arguments.count == 1, arguments.keywords.isEmpty, let small = small(arguments[0]) { return .int(small) }
        let base = arguments.count > 1 ? arguments[1] : arguments.keyword("base") ?? .unset
        if let keyword = arguments.keywords.first(where: { $0 != "base" }) {
            throw Raised.typeError("'\(keyword.text)' is an invalid keyword argument for int()")
        }
        if arguments.count > 2 { throw Raised.typeError("int() takes at most 2 arguments (\(arguments.count) given)") }
        guard arguments.count > 0 else {
            if !base.isUnset { throw Raised.typeError("int() missing string argument") }
            return wrap(0, cls)
        }
        let source = arguments[0]
        if !base.isUnset {
            guard let text = source.text ?? source.as(BytesObject.self).map({ TextEncoding.latin1Text($0.bytes) }) else {
                throw Raised.typeError("int() can't convert non-string with explicit base")
            }
            guard let base = try base.index() else { throw Raised.typeError("'\(base.type.name)' object cannot be interpreted as an integer") }
            guard base == 0 || (base >= 2 && base <= 36) else { throw Raised.valueError("int() base must be >= 2 and <= 36, or 0") }
            return wrap(try parse(text, base, source), cls)
        }
        return wrap(try integer(of: source), cls)
    }

    /// The whole part of a small number, or the small number a text of ASCII digits spells: what needs no other rule.
    private static func small(_ source: Value) -> Int? {
        switch source {
        case .int(let int): int
        case .bool(let bool): bool ? 1 : 0
        case .float(let double): Int(exactly: double.rounded(.towardZero))
        case .object(let object): (object as? StrObject).flatMap { IntegerText.small($0.value) }
        case .unset, .none: nil
        }
    }

    private static func wrap(_ value: BigInt, _ cls: Class) -> Value {
        cls === Class.int ? .integer(value) : .object(IntObject(value, type: cls))
    }

    private static func parse(_ text: String, _ base: Int, _ source: Value) throws -> BigInt {
        guard let value = try IntegerText.parse(text, base: base) else {
            throw Raised.valueError("invalid literal for int() with base \(base): \(try source.repr())")
        }
        return value
    }

    /// The whole part of a number, or the number a text spells.
    private static func integer(of source: Value) throws -> BigInt {
        if case .object(let object) = source {
            if let text = object as? StrObject { return try parse(text.value, 10, source) }
            if let bytes = object as? BytesObject { return try parse(TextEncoding.latin1Text(bytes.bytes), 10, source) }
            if let float = object as? FloatObject, !object.type.userDunders.contains(.int) { return try truncated(float.value) }
            if !(object is IntObject) || object.type.userDunders.contains(.int) {
                for dunder in [Dunder.int, .index, .trunc] where object.type.lookup(dunder.name) != nil {
                    let result = try source.callMethod(dunder.name)
                    guard let value = result.bigInteger else {
                        throw Raised.typeError("\(dunder.name.text) returned non-int (type \(result.type.name))")
                    }
                    return value
                }
            }
        }
        if case .float(let double) = source { return try truncated(double) }
        guard let value = try source.bigIndex() else {
            throw Raised.typeError("int() argument must be a string, a bytes-like object or a real number, not '\(source.type.name)'")
        }
        return value
    }

    /// The whole part of a float.
    static func truncated(_ value: Double) throws -> BigInt {
        if value.isNaN { throw Raised.valueError("cannot convert float NaN to integer") }
        if value.isInfinite { throw Raised.overflow("cannot convert float infinity to integer") }
        return BigInt(value.rounded(.towardZero))
    }

    /// `float(x=0.0)`
    static let float: Class.Constructor = { cls, arguments in
        try arguments.rejectKeywords("float")
        guard arguments.count <= 1 else { throw Raised.typeError("float expected at most 1 argument, got \(arguments.count)") }
        var value = 0.0
        if arguments.count == 1 {
            let source = arguments[0]
            if let text = source.text ?? source.as(BytesObject.self).map({ TextEncoding.latin1Text($0.bytes) }) {
                guard let parsed = FloatText.parse(text) else {
                    throw Raised.valueError("could not convert string to float: \(try source.repr())")
                }
                value = parsed
            } else if let number = try source.number() {
                value = number
            } else {
                throw Raised.typeError("float() argument must be a string or a real number, not '\(source.type.name)'")
            }
        }
        if value.isNaN { value = FloatText.newNaN() }
        return cls === Class.float ? .float(value) : .object(FloatObject(value, type: cls))
    }

    /// `bool(x=False)`
    static let bool: Class.Constructor = { _, arguments in
        try arguments.rejectKeywords("bool")
        guard arguments.count <= 1 else { throw Raised.typeError("bool expected at most 1 argument, got \(arguments.count)") }
        return .bool(arguments.count == 0 ? false : try arguments[0].truth())
    }
}
