// Defines ComplexArray: arrays of complex numbers, computed as pairs of real tensors.
import Glibc
import Runtime
import Tensors

/// The real and imaginary parts of an array, of one shape.
///
/// Between operations an array of complex numbers is an array of positions in a table, like texts and objects, so that everything
/// that only moves elements is the same code; arithmetic takes the parts out and puts results into a new table.
struct ComplexArray {
    let re: Tensor
    let im: Tensor

    init(_ re: Tensor, _ im: Tensor) {
        self.re = re
        self.im = im
    }

    /// The parts of an operand; real numbers have no imaginary part.
    init(_ operand: ArrayOperand) throws {
        guard case .array(let array) = operand, let table = array.table, array.arrayType == .complex else {
            re = try operand.tensor(.float64)
            im = try Tensor.zeros(re.shape, .float64)
            return
        }
        let values = try array.tensor.elements(Int.self).map { table[$0].as(ComplexObject.self) }
        re = try Tensor.from(values.map { $0?.re ?? .nan }, array.tensor.shape)
        im = try Tensor.from(values.map { $0?.im ?? .nan }, array.tensor.shape)
    }

    /// The array of these numbers.
    func array() throws -> ArrayObject {
        let values = try zip(re.elements(Double.self), im.elements(Double.self)).map { Value.complex($0, $1) }
        return ArrayObject(try Tensor.from(Array(values.indices), re.shape), table: ValueTable(values, .complex))
    }

    /// `array.real = value`, `array.imag = value`
    static func setPart(of array: ArrayObject, to value: Value, isReal: Bool) throws {
        guard array.arrayType == .complex else {
            guard isReal else { throw Raised.typeError("array does not have imaginary part to set") }
            return try array.setItem(.ellipsis, value)
        }
        let parts = try ComplexArray(.array(array))
        let changed = try ArrayObject.make(value, type: .number(.float64)).tensor.expand(array.tensor.shape)
        try array.setItem(.ellipsis, .object(ComplexArray(isReal ? changed : parts.re, isReal ? parts.im : changed).array()))
    }

    /// The array, or its number where it has no dimensions.
    func value() throws -> Value { try array().scalarOrSelf() }

    /// Both parts changed alike.
    func map(_ body: (Tensor) throws -> Tensor) rethrows -> ComplexArray { ComplexArray(try body(re), try body(im)) }

    // MARK: Arithmetic

    static func + (a: ComplexArray, b: ComplexArray) throws -> ComplexArray { ComplexArray(try a.re + b.re, try a.im + b.im) }
    static func - (a: ComplexArray, b: ComplexArray) throws -> ComplexArray { ComplexArray(try a.re - b.re, try a.im - b.im) }

    static func * (a: ComplexArray, b: ComplexArray) throws -> ComplexArray {
        let re = try a.re * b.re - a.im * b.im
        return ComplexArray(re, try a.re * b.im + a.im * b.re)
    }

    static func / (a: ComplexArray, b: ComplexArray) throws -> ComplexArray {
        // Divided by the larger part first, so that no square overflows.
        let isWide = try Op.ge(Op.abs(b.re), Op.abs(b.im))
        let large = try Op.where(.tensor(isWide), .tensor(b.re), .tensor(b.im))
        let small = try Op.where(.tensor(isWide), .tensor(b.im), .tensor(b.re))
        let ratio = try small / large
        let scale = try large + small * ratio
        let (wideRe, wideIm) = (try a.re + a.im * ratio, try a.im - a.re * ratio)
        let (tallRe, tallIm) = (try a.re * ratio + a.im, try a.im * ratio - a.re)
        let re = try Op.where(.tensor(isWide), .tensor(wideRe), .tensor(tallRe)) / scale
        return ComplexArray(re, try Op.where(.tensor(isWide), .tensor(wideIm), .tensor(tallIm)) / scale)
    }

    /// The matrix product.
    func product(_ other: ComplexArray, _ body: (Tensor, Tensor) throws -> Tensor) throws -> ComplexArray {
        let real = try body(re, other.re) - body(im, other.im)
        return ComplexArray(real, try body(re, other.im) + body(im, other.re))
    }

    /// The distance from 0.
    func magnitude() throws -> Tensor { try Op.hypot(re, im) }

    private func exponential() throws -> ComplexArray {
        let size = try Op.exp(re)
        return ComplexArray(try size * Op.cos(im), try size * Op.sin(im))
    }

    private func logarithm() throws -> ComplexArray { ComplexArray(try Op.log(magnitude()), try Op.atan2(im, re)) }

    private func sine() throws -> ComplexArray { ComplexArray(try Op.sin(re) * Op.cosh(im), try Op.cos(re) * Op.sinh(im)) }
    private func cosine() throws -> ComplexArray { ComplexArray(try Op.cos(re) * Op.cosh(im), try Op.neg(Op.sin(re) * Op.sinh(im))) }
    private func hyperbolicSine() throws -> ComplexArray { ComplexArray(try Op.sinh(re) * Op.cos(im), try Op.cosh(re) * Op.sin(im)) }
    private func hyperbolicCosine() throws -> ComplexArray { ComplexArray(try Op.cosh(re) * Op.cos(im), try Op.sinh(re) * Op.sin(im)) }

    private func root() throws -> ComplexArray {
        let size = try magnitude()
        let real = try Op.sqrt((size + Op.abs(re)) / 2.0)
        let other = try Op.where(.tensor(Op.eq(.tensor(real), 0)), .tensor(im), .tensor(Op.abs(im) / (real * 2.0)))
        let isRight = try Op.ge(.tensor(re), 0)
        let imaginary = try Op.where(.tensor(isRight), .tensor(other), .tensor(real))
        return ComplexArray(try Op.where(.tensor(isRight), .tensor(real), .tensor(other)), try Ufuncs.withSign(imaginary, im))
    }

    private func power(_ other: ComplexArray) throws -> ComplexArray {
        // Whole powers are products, which are exact where the factors are.
        if other.re.count == 1, let n = try Int(exactly: other.re.item().double), try other.im.item().double == 0, (0...64).contains(n) {
            var result = ComplexArray(try Tensor.full(re.shape, 1, .float64), try Tensor.zeros(re.shape, .float64))
            for _ in 0..<n { result = try result * self }
            return result
        }
        return try (logarithm() * other).exponential()
    }

    // MARK: Functions by name

    /// What a ufunc of one operand makes of the numbers; nil where it has no meaning for them here.
    func applied(_ name: String) throws -> Value? {
        switch name {
        case "negative": return try map { try Op.neg($0) }.value()
        case "positive": return try value()
        case "conjugate": return try ComplexArray(re, Op.neg(im)).value()
        case "absolute": return try magnitude().scalarOrArray()
        case "square": return try (self * self).value()
        case "exp": return try exponential().value()
        case "log": return try logarithm().value()
        case "sqrt": return try root().value()
        case "reciprocal": return try (ComplexArray(.plain(1)) / self).value()
        case "sin": return try sine().value()
        case "cos": return try cosine().value()
        case "tan": return try (sine() / cosine()).value()
        case "sinh": return try hyperbolicSine().value()
        case "cosh": return try hyperbolicCosine().value()
        case "tanh": return try (hyperbolicSine() / hyperbolicCosine()).value()
        case "log2": return try logarithm().map { try $0 * 1.4426950408889634 }.value()
        case "log10": return try logarithm().map { try $0 * 0.4342944819032518 }.value()
        case "isinf": return try Op.logicalOr(Op.isinf(re), Op.isinf(im)).scalarOrArray()
        case "isnan": return try Op.logicalOr(Op.isnan(re), Op.isnan(im)).scalarOrArray()
        case "isfinite": return try Op.logicalAnd(Op.isfinite(re), Op.isfinite(im)).scalarOrArray()
        default: return nil
        }
    }

    /// What a ufunc of two operands makes of the numbers; nil where it has no meaning for them here.
    func applied(_ name: String, _ other: ComplexArray) throws -> Value? {
        switch name {
        case "add": return try (self + other).value()
        case "subtract": return try (self - other).value()
        case "multiply": return try (self * other).value()
        case "divide": return try (self / other).value()
        case "power", "float_power": return try power(other).value()
        case "equal": return try Op.logicalAnd(Op.eq(re, other.re), Op.eq(im, other.im)).scalarOrArray()
        case "not_equal": return try Op.logicalOr(Op.ne(re, other.re), Op.ne(im, other.im)).scalarOrArray()
        default: return nil
        }
    }

    /// A ufunc applied to operands of which one at least is complex.
    /// - Throws: TypeError where the function has no meaning for complex numbers here.
    static func call(_ ufunc: Ufunc, _ operands: [ArrayOperand]) throws -> Value {
        let parts = try operands.map { try ComplexArray($0) }
        if parts.count == 2 { _ = try Ufunc.checkedShape(parts[0].re.shape, parts[1].re.shape) }
        let result = try parts.count == 1 ? parts[0].applied(ufunc.name) : parts[0].applied(ufunc.name, parts[1])
        guard let result else {
            throw Raised.typeError(
                "ufunc '\(ufunc.name)' not supported for the input types, and the inputs could not be safely coerced to any supported types "
                + "according to the casting rule ''safe''")
        }
        return result
    }
}

extension ArrayOperand {
    /// Whether it holds complex numbers.
    var isComplex: Bool { table?.type == .complex }
}

extension ScalarClasses {
    /// `np.complex128`: a `complex` that remembers where it comes from.
    static let complex = Class(
        native: "numpy.complex128", base: abstract["complexfloating"] ?? .objectClass, and: .complex, module: "numpy", overriding: [.repr],
        extensible: false,
        rows: {
            [
                def("__repr__(self)", "The number as code.") { (x: ComplexObject) in
                    let text = try ComplexObject(x.re, x.im).repr()
                    if ArrayPrintForm.current.hidesScalarTypes { return text }
                    return "np.complex128(\(text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : text))"
                },
                def("item(self)", "The number as a complex.", example: "np.complex128(1j).item()") { (x: ComplexObject) in Value.complex(x.re, x.im) },
                def("conj(self)", "The number with the other imaginary part.", example: "np.complex128(1j).conj()") { (x: ComplexObject) in
                    element(ComplexObject(x.re, -x.im))
                },
                def("__abs__(self)", "The distance from 0.", example: "abs(np.complex128(3 + 4j))") { (x: ComplexObject) in
                    ScalarObject(.float(hypot(x.re, x.im)), .float64)
                },
                property("real", "The real part.", example: "np.complex128(1j).real") { (x: ComplexObject) in ScalarObject(.float(x.re), .float64) },
                property("imag", "The imaginary part.", example: "np.complex128(1j).imag") { (x: ComplexObject) in ScalarObject(.float(x.im), .float64) },
                property("dtype", "The type.", example: "np.complex128(1j).dtype") { (_: ComplexObject) in ArrayType.complex },
            ]
        },
        constructor: { _, arguments in
            let value = try Value.object(Class.complex).call(Array(arguments.positional))
            return value.as(ComplexObject.self).map { element($0) } ?? value
        })

    /// A complex number as an element of an array.
    static func element(_ number: ComplexObject) -> Value { .object(ComplexObject(number.re, number.im, type: complex)) }
}
