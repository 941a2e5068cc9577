// FormatSpec: the format mini-language, taken apart.

/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`
struct FormatSpec {
    enum Alignment { case left, right, center, afterSign }
    enum Sign { case minus, plus, space }

    var fill: Unicode.Scalar = " "
    var alignment: Alignment?
    var sign: Sign?
    var noNegativeZero = false
    var isAlternate = false
    var isZeroPadded = false
    var width = 0
    var grouping: Unicode.Scalar?
    var precision: Int?
    var type: Unicode.Scalar?
    /// The type name that messages mention.
    let typeName: String

    private static let largestWidth = 1 << 28

    /// The empty spec.
    init(of typeName: String) { self.typeName = typeName }

    /// - Throws: ValueError in CPython's words.
    init(_ text: String, of typeName: String) throws {
        self.typeName = typeName
        let scalars = Array(text.unicodeScalars)
        var index = 0
        if scalars.count >= 2, let alignment = Self.alignment(scalars[1]) {
            fill = scalars[0]
            self.alignment = alignment
            index = 2
        } else if let first = scalars.first, let alignment = Self.alignment(first) {
            self.alignment = alignment
            index = 1
        }
        func peek() -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
        func accept(_ scalar: Unicode.Scalar) -> Bool {
            guard peek() == scalar else { return false }
            index += 1
            return true
        }
        if accept("+") { sign = .plus } else if accept("-") { sign = .minus } else if accept(" ") { sign = .space }
        noNegativeZero = accept("z")
        isAlternate = accept("#")
        let hasFill = scalars.count >= 2 && Self.alignment(scalars[1]) != nil
        if !hasFill, accept("0") {
            isZeroPadded = true
            fill = "0"
            if alignment == nil { alignment = .afterSign }
        }
        width = try Self.number(scalars, &index) ?? 0
        if accept(",") { grouping = "," }
        if accept("_") {
            if grouping != nil { throw Raised.valueError("Cannot specify both ',' and '_'.") }
            grouping = "_"
        }
        if grouping == "_", peek() == "," { throw Raised.valueError("Cannot specify both ',' and '_'.") }
        if accept(".") {
            guard let digits = try Self.number(scalars, &index) else { throw Raised.valueError("Format specifier missing precision") }
            precision = digits
        }
        if scalars.count - index > 1 {
            throw Raised.valueError("Invalid format specifier '\(text)' for object of type '\(typeName)'")
        }
        type = peek()
        try checkGrouping()
    }

    /// Separators go with decimal forms; underscores also with binary ones.
    private func checkGrouping() throws {
        guard let grouping else { return }
        let form = type ?? (typeName == "str" ? "s" : "d")
        switch form {
        case "d", "e", "E", "f", "F", "g", "G", "%": return
        case "b", "o", "x", "X":
            if grouping == "_" { return }
        default: break
        }
        throw Raised.valueError("Cannot specify '\(grouping)' with '\(form)'.")
    }

    private static func alignment(_ scalar: Unicode.Scalar) -> Alignment? {
        switch scalar {
        case "<": .left
        case ">": .right
        case "^": .center
        case "=": .afterSign
        default: nil
        }
    }

    private static func number(_ scalars: [Unicode.Scalar], _ index: inout Int) throws -> Int? {
        var value: Int?
        while index < scalars.count, let digit = scalars[index].decimalDigit {
            value = (value ?? 0) * 10 + digit
            if value ?? 0 > largestWidth { throw Raised.valueError("Too many decimal digits in format string") }
            index += 1
        }
        return value
    }

    /// The ValueError for a type letter the value has no meaning for.
    func unknownType() -> Raised {
        .valueError("Unknown format code '\(type.map { String($0) } ?? "")' for object of type '\(typeName)'")
    }

    /// Pads `prefix + body` to the width; the prefix holds sign and base mark.
    func padded(prefix: String = "", _ body: String, default normal: Alignment) -> String {
        let count = prefix.unicodeScalars.count + body.unicodeScalars.count
        guard count < width else { return prefix + body }
        let missing = width - count
        func fillers(_ number: Int) -> String { String(repeating: String(fill), count: number) }
        switch alignment ?? normal {
        case .left: return prefix + body + fillers(missing)
        case .right: return fillers(missing) + prefix + body
        case .center: return fillers(missing / 2) + prefix + body + fillers(missing - missing / 2)
        case .afterSign: return prefix + fillers(missing) + body
        }
    }
}

extension Unicode.Scalar {
    /// The value of a decimal digit of any script; nil for other characters.
    var decimalDigit: Int? {
        if value < 0x80 { return value >= 0x30 && value <= 0x39 ? Int(value) - 0x30 : nil }
        return properties.numericType == .decimal ? properties.numericValue.map { Int($0) } : nil
    }
}
