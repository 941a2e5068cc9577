// PercentFormat: `"%d of %s" % values`, for text and for bytes.
import BigInt

/// Printf-style formatting.
struct PercentFormat {
    private let template: [Unicode.Scalar]
    private let values: Value
    /// Whether bytes are formatted, which then are kept as `ByteText`.
    private let isBytes: Bool
    /// The values taken one by one; nil where a single value was given.
    private let list: [Value]?
    private var index = 0
    private var taken = 0
    private var usesKeys = false

    /// `template % values`
    /// - Throws: TypeError or ValueError in CPython's words.
    static func apply(_ template: String, _ values: Value) throws -> String {
        var format = PercentFormat(template: template, values: values, isBytes: false)
        return try format.run()
    }

    /// `template % values`
    /// - Throws: TypeError or ValueError in CPython's words.
    static func apply(_ template: [UInt8], _ values: Value) throws -> [UInt8] {
        var format = PercentFormat(template: ByteText.text(template), values: values, isBytes: true)
        return ByteText.bytes(try format.run())
    }

    private init(template: String, values: Value, isBytes: Bool) {
        self.template = Array(template.unicodeScalars)
        self.values = values
        self.isBytes = isBytes
        list = values.as(TupleObject.self)?.elements
    }

    private mutating func run() throws -> String {
        var result = ""
        while index < template.count {
            let scalar = template[index]
            index += 1
            if scalar == "%" { result += try field() } else { result.unicodeScalars.append(scalar) }
        }
        if let list {
            if taken < list.count, !usesKeys { throw unconverted() }
        } else if taken == 0, !usesKeys, !isMapping {
            throw unconverted()
        }
        return result
    }

    private func unconverted() -> Raised { .typeError("not all arguments converted during \(isBytes ? "bytes" : "string") formatting") }

    /// Dicts and other mappings may go unused.
    private var isMapping: Bool {
        guard case .object(let object) = values else { return false }
        if object is DictObject { return true }
        return !(object is StrObject) && !(object is TupleObject) && !(isBytes && object is BytesObject) && object.type.lookup(Dunder.getitem.name) != nil
    }

    private mutating func nextValue() throws -> Value {
        defer { taken += 1 }
        guard let list else {
            if taken > 0 { throw Raised.typeError("not enough arguments for format string") }
            return values
        }
        guard taken < list.count else { throw Raised.typeError("not enough arguments for format string") }
        return list[taken]
    }

    private func peek() throws -> Unicode.Scalar {
        guard index < template.count else { throw Raised.valueError("incomplete format") }
        return template[index]
    }

    private mutating func field() throws -> String {
        var keyed: Value?
        let start = index
        if try peek() == "(" { keyed = try key() }
        var spec = FormatSpec(of: "str")
        var isLeft = false, isZero = false
        flags: while true {
            switch try peek() {
            case "-": isLeft = true
            case "0": isZero = true
            case "+": spec.sign = .plus
            case " ": if spec.sign == nil { spec.sign = .space }
            case "#": spec.isAlternate = true
            default: break flags
            }
            index += 1
        }
        spec.width = try number(isWidth: true, &isLeft) ?? 0
        if try peek() == "." {
            index += 1
            var ignored = false
            spec.precision = max(0, try number(isWidth: false, &ignored) ?? 0)
        }
        while let scalar = Optional(try peek()), scalar == "l" || scalar == "h" || scalar == "L" { index += 1 }
        let type = try peek()
        index += 1
        if type == "%", index == start + 1 { return "%" }
        if type == "%" { throw unsupported(type) }
        spec.alignment = isLeft ? .left : .right
        let value = try keyed ?? nextValue()
        return try convert(value, type, spec, isZero: isZero && !isLeft)
    }

    private mutating func key() throws -> Value {
        var depth = 1
        index += 1
        let start = index
        while depth > 0 {
            guard index < template.count else { throw Raised.valueError("incomplete format key") }
            if template[index] == "(" { depth += 1 }
            if template[index] == ")" { depth -= 1 }
            index += 1
        }
        guard isMapping else { throw Raised.typeError("format requires a mapping") }
        usesKeys = true
        let key = String(String.UnicodeScalarView(template[start..<index - 1]))
        return try values.item(isBytes ? .object(BytesObject(ByteText.bytes(key))) : .string(key))
    }

    private mutating func number(isWidth: Bool, _ isLeft: inout Bool) throws -> Int? {
        if try peek() == "*" {
            index += 1
            guard let big = try nextValue().bigInteger else { throw Raised.typeError("* wants int") }
            guard let value = Int(exactly: big) else { throw Raised.overflow("Python int too large to convert to C ssize_t") }
            if isWidth, value < 0 { isLeft = true }
            let result = isWidth ? Int(clamping: value.magnitude) : value
            if !isWidth, value > Int32.max { throw Raised.overflow("Python int too large to convert to C int") }
            try Sequences.requireRoom(for: result)
            return result
        }
        var result: Int?
        while index < template.count, let digit = template[index].decimalDigit {
            result = (result ?? 0) * 10 + digit
            if result ?? 0 > 1 << 28 { throw Raised.valueError("\(isWidth ? "width" : "precision") too big") }
            index += 1
        }
        return result
    }

    private func convert(_ value: Value, _ type: Unicode.Scalar, _ spec: FormatSpec, isZero: Bool) throws -> String {
        switch type {
        case "b" where !isBytes: throw unsupported(type)
        case "s", "r", "a", "b":
            let text = try text(of: value, type)
            let shown = spec.precision.map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) } ?? text
            return spec.padded(shown, default: .right)
        case "c":
            return spec.padded(try character(value), default: .right)
        case "d", "i", "u", "x", "X", "o":
            return try integer(value, type, spec, isZero: isZero)
        case "e", "E", "f", "F", "g", "G":
            var spec = spec
            guard let double = try value.number() else { throw Raised.typeError("must be real number, not \(value.type.name)") }
            spec.type = type
            spec.precision = spec.precision ?? 6
            if isZero {
                spec.fill = "0"
                spec.alignment = .afterSign
            }
            return try Formatting.float(double, spec)
        default:
            throw unsupported(type)
        }
    }

    private func text(of value: Value, _ type: Unicode.Scalar) throws -> String {
        switch type {
        case "s" where !isBytes: return try value.str()
        case "r" where !isBytes: return try value.repr()
        case "r", "a": return TextLiteral.ascii(try value.repr())
        default:
            if let bytes = value.as(BytesObject.self)?.bytes { return ByteText.text(bytes) }
            guard value.type.lookup(Dunder.bytes.name) != nil else {
                throw Raised.typeError("%b requires a bytes-like object, or an object that implements __bytes__, not '\(value.type.name)'")
            }
            guard let made = try Value.callSpecial(.bytes, value).as(BytesObject.self) else { throw Raised.typeError("__bytes__ returned non-bytes") }
            return ByteText.text(made.bytes)
        }
    }

    private func unsupported(_ type: Unicode.Scalar) -> Raised {
        let shown: Unicode.Scalar = (32..<127).contains(type.value) ? type : "?"
        return .valueError("unsupported format character '\(shown)' (0x\(String(type.value, radix: 16))) at index \(index - 1)")
    }

    private func character(_ value: Value) throws -> String {
        if isBytes { return try byte(value) }
        if let text = value.text {
            guard text.unicodeScalars.count == 1 else { throw Raised.typeError("%c requires int or char") }
            return text
        }
        guard let code = try value.bigIndex() else { throw Raised.typeError("%c requires int or char") }
        guard let exact = UInt32(exactly: code), let scalar = Unicode.Scalar(codePoint: exact) else {
            throw Raised.overflow("%c arg not in range(0x110000)")
        }
        return String(scalar)
    }

    private func byte(_ value: Value) throws -> String {
        if let bytes = value.as(BytesObject.self)?.bytes, bytes.count == 1 { return ByteText.text(bytes) }
        guard let code = try value.bigIndex() else { throw Raised.typeError("%c requires an integer in range(256) or a single byte") }
        guard let byte = UInt8(exactly: code) else { throw Raised.overflow("%c arg not in range(256)") }
        return ByteText.text([byte])
    }

    private func integer(_ value: Value, _ type: Unicode.Scalar, _ spec: FormatSpec, isZero: Bool) throws -> String {
        let isDecimal = type == "d" || type == "i" || type == "u"
        let whole: BigInt
        if let big = try value.bigIndex() {
            whole = big
        } else if isDecimal, value.text == nil, let double = try value.number() {
            guard double.isFinite else {
                throw double.isNaN ? Raised.valueError("cannot convert float NaN to integer") : Raised.overflow("cannot convert float infinity to integer")
            }
            whole = BigInt(double.rounded(.towardZero))
        } else {
            let need = isDecimal ? "a real number" : "an integer"
            throw Raised.typeError("%\(type) format: \(need) is required, not \(value.type.name)")
        }
        var digits = isDecimal ? try IntegerText.decimal(BigInt(whole.magnitude))
            : String(whole.magnitude, radix: type == "o" ? 8 : 16, uppercase: type == "X")
        if let precision = spec.precision, digits.utf8.count < precision {
            digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
        }
        var prefix = whole.sign == .minus ? "-" : spec.sign == .plus ? "+" : spec.sign == .space ? " " : ""
        if spec.isAlternate, !isDecimal { prefix += "0\(type)" }
        var spec = spec
        if isZero {
            spec.fill = "0"
            spec.alignment = .afterSign
        }
        return spec.padded(prefix: prefix, digits, default: .right)
    }
}
