// ComplexObject: a `complex`.
import Glibc

/// A complex number.
public final class ComplexObject: Object, @unchecked Sendable {
    /// The real part.
    public let re: Double
    /// The imaginary part.
    public let im: Double

    public init(_ re: Double, _ im: Double, type: Class = .complex) {
        self.re = re
        self.im = im
        super.init(type: type)
    }

    /// The complex number behind a value: one, or a real number.
    /// - Throws: OverflowError for an integer beyond the largest float.
    public static func parts(of value: Value) throws -> (re: Double, im: Double)? {
        if let complex = value.as(ComplexObject.self) { return (complex.re, complex.im) }
        switch value {
        case .int, .bool, .float: return try value.number().map { ($0, 0) }
        case .object(let object):
            guard object is IntObject || object is FloatObject else { return nil }
            return try value.number().map { ($0, 0) }
        case .unset, .none: return nil
        }
    }

    // MARK: Hooks

    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        guard let other = try Self.parts(of: other) else { return nil }
        let mine: Parts = (re, im)
        let (a, b): (Parts, Parts) = reflected ? (other, mine) : (mine, other)
        switch op {
        case .add: return .complex(a.re + b.re, a.im + b.im)
        case .subtract: return .complex(a.re - b.re, a.im - b.im)
        case .multiply:
            let product = Self.multiply(a, b)
            return .complex(product.re, product.im)
        case .divide: return try Self.divide(a, b)
        case .power: return try Self.power(a, b)
        case .floorDivide, .modulo, .matrixMultiply, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor: return nil
        }
    }

    public override func unary(_ op: UnaryOperator) throws -> Value? {
        switch op {
        case .negate: .complex(-re, -im)
        case .plus: .complex(re, im)
        case .invert, .not: nil
        }
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard op == .equal || op == .notEqual, let other = try Self.parts(of: other) else { return nil }
        return .bool((re == other.re && im == other.im) == (op == .equal))
    }

    public override func truth() throws -> Bool { re != 0 || im != 0 }

    /// Equal to that of a float without imaginary part.
    public override func hash() throws -> Int { Hashing.hash(re) &+ 1_000_003 &* Hashing.hash(im) }

    /// The number itself, whatever a native subclass (numpy's) shows as its `repr`.
    public override func str() throws -> String { try repr() }

    public override func repr() throws -> String {
        let imaginary = Self.shortest(im)
        if re == 0, re.sign == .plus { return imaginary + "j" }
        return "(\(Self.shortest(re))\(im.sign == .minus && !im.isNaN ? "" : "+")\(imaginary)j)"
    }

    /// A part as its `repr`, whole numbers without a point.
    private static func shortest(_ value: Double) -> String {
        let text = FloatText.repr(value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    public override func format(_ spec: String) throws -> String {
        if spec.isEmpty { return try Value.object(self).str() }
        let form = try FormatSpec(spec, of: "complex")
        if form.isZeroPadded { throw Raised.valueError("Zero padding is not allowed in complex format specifier") }
        if form.alignment == .afterSign { throw Raised.valueError("'=' alignment flag is not allowed in complex format specifier") }
        if form.type == "%" || form.type == "d" || form.type == "s" { throw form.unknownType() }
        var part = form
        part.width = 0
        part.alignment = nil
        let hasParentheses = form.type == nil
        if form.type == nil, form.precision != nil { part.type = "g" }
        func text(_ value: Double) throws -> String {
            part.type == nil && value.isFinite ? try trimmed(Formatting.float(value, part)) : try Formatting.float(value, part)
        }
        func trimmed(_ text: String) -> String { text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
        if hasParentheses, re == 0, re.sign == .plus { return form.padded(try text(im) + "j", default: .right) }
        let real = try text(re)
        part.sign = .plus
        let imaginary = try text(im)
        return form.padded(hasParentheses ? "(\(real)\(imaginary)j)" : "\(real)\(imaginary)j", default: .right)
    }

    // MARK: Arithmetic

    private typealias Parts = (re: Double, im: Double)

    private static func multiply(_ a: Parts, _ b: Parts) -> Parts {
        let re: Double = a.re * b.re - a.im * b.im
        let im: Double = a.re * b.im + a.im * b.re
        return (re, im)
    }

    /// Divides by the larger part first, so that no square overflows.
    private static func divide(_ a: Parts, _ b: Parts) throws -> Value {
        if b.re == 0 && b.im == 0 { throw Raised.zeroDivision("complex division by zero") }
        if b.re.magnitude >= b.im.magnitude {
            let ratio: Double = b.im / b.re
            let scale: Double = b.re + b.im * ratio
            let re: Double = (a.re + a.im * ratio) / scale
            let im: Double = (a.im - a.re * ratio) / scale
            return .complex(re, im)
        }
        let ratio: Double = b.re / b.im
        let scale: Double = b.re * ratio + b.im
        let re: Double = (a.re * ratio + a.im) / scale
        let im: Double = (a.im * ratio - a.re) / scale
        return .complex(re, im)
    }

    private static func power(_ a: Parts, _ b: Parts) throws -> Value {
        if b.re == 0 && b.im == 0 { return .complex(1, 0) }
        if a.re == 0 && a.im == 0 {
            if b.im != 0 || b.re < 0 { throw Raised.zeroDivision("0.0 to a negative or complex power") }
            return .complex(0, 0)
        }
        // Small whole exponents are multiplied out, which keeps whole numbers exact.
        if b.im == 0, b.re == b.re.rounded(), b.re.magnitude <= 100 {
            let result = wholePower(a, Int(b.re.magnitude))
            return b.re < 0 ? try divide((1, 0), result) : .complex(result.re, result.im)
        }
        return polarPower(a, b)
    }

    private static func wholePower(_ base: Parts, _ exponent: Int) -> Parts {
        var result: Parts = (1, 0)
        var square = base
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = multiply(result, square) }
            square = multiply(square, square)
            rest >>= 1
        }
        return result
    }

    /// `a ** b` by length and angle; `a` is not 0.
    private static func polarPower(_ a: Parts, _ b: Parts) -> Value {
        let length = hypot(a.re, a.im)
        let angle = atan2(a.im, a.re)
        var newLength = pow(length, b.re)
        var newAngle = angle * b.re
        if b.im != 0 {
            newLength /= exp(angle * b.im)
            newAngle += b.im * log(length)
        }
        return .complex(newLength * cos(newAngle), newLength * sin(newAngle))
    }

    /// A negative number to a fractional power.
    static func rootOfNegative(_ base: Double, _ exponent: Double) -> Value { polarPower((base, 0), (exponent, 0)) }
}

extension Value {
    /// A `complex`.
    public static func complex(_ re: Double, _ im: Double) -> Value { .object(ComplexObject(re, im)) }
}

extension ComplexObject: FromValue { public static var expectedType: String { "complex" } }
