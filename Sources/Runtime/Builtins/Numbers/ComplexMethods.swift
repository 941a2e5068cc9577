// Methods of complex, and `complex(…)` itself.
import Glibc

enum ComplexMethods {
    static var rows: [Row] {
        [
            def("conjugate(self, /)", "The number with its imaginary part negated.", example: "(1+2j).conjugate()") { (me: ComplexObject) in
                Value.complex(me.re, -me.im)
            },
            def("__abs__(self, /)", "The distance from 0.", example: "abs(3+4j)") { (me: ComplexObject) throws in
                let length = hypot(me.re, me.im)
                if length.isInfinite, me.re.isFinite, me.im.isFinite { throw Raised.overflow("absolute value too large") }
                return length
            },
            def("__complex__(self, /)", "The number itself.") { (me: ComplexObject) in Value.complex(me.re, me.im) },
            property("real", "The real part.") { (me: ComplexObject) in me.re },
            property("imag", "The imaginary part.") { (me: ComplexObject) in me.im },
        ]
    }

    /// `complex(real=0, imag=0)`, `complex(text)`
    static let construct: Class.Constructor = { cls, arguments in
        try Arguments.bound(arguments, "complex(real=0, imag=0)") { values in
            if let text = values[0].text {
                if arguments.total > 1 { throw Raised.typeError("complex() can't take second arg if first is a string") }
                guard let parts = parse(text) else { throw Raised.valueError("complex() arg is a malformed string") }
                return .object(ComplexObject(parts.re, parts.im, type: cls))
            }
            if values[1].text != nil { throw Raised.typeError("complex() second arg can't be a string") }
            let real = try parts(of: values[0], "first argument must be a string or a number"), imaginary = try parts(of: values[1], "second argument must be a number")
            if arguments.total <= 1 { return .object(ComplexObject(real.re, real.im, type: cls)) }
            // Both arguments may be complex: the second counts i times.
            let re = real.re - imaginary.im
            return .object(ComplexObject(re, values[0].as(ComplexObject.self) == nil ? imaginary.re : real.im + imaginary.re, type: cls))
        }
    }

    private static func parts(of value: Value, _ need: String) throws -> (re: Double, im: Double) {
        if case .object(let object) = value, object.type.userDunders.contains(.complex) {
            let result = try value.callMethod(Dunder.complex.name)
            guard let complex = result.as(ComplexObject.self) else {
                throw Raised.typeError("\(value.type.name).__complex__ returned non-complex (type \(result.type.name))")
            }
            return (complex.re, complex.im)
        }
        if let parts = try ComplexObject.parts(of: value) { return parts }
        guard let number = try value.number() else { throw Raised.typeError("complex() \(need), not '\(value.type.name)'") }
        return (number, 0)
    }

    /// The number a text spells: `1`, `2j`, `1+2j`, also in parentheses.
    private static func parse(_ text: String) -> (re: Double, im: Double)? {
        var body = text.unicodeScalars[...].drop { $0.isPythonSpace }
        while let last = body.last, last.isPythonSpace { body.removeLast() }
        if body.first == "(", body.last == ")" { body = body.dropFirst().dropLast() }
        let spelled = String(body)
        guard let last = spelled.last, last == "j" || last == "J" else { return FloatText.parse(spelled).map { ($0, 0) } }
        let rest = spelled.dropLast()
        // The sign between the parts is the last one that does not belong to an exponent.
        let scalars = Array(rest.unicodeScalars)
        let split = scalars.indices.last { index in
            (scalars[index] == "+" || scalars[index] == "-") && index > 0 && scalars[index - 1] != "e" && scalars[index - 1] != "E"
        } ?? 0
        func part(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        guard let imaginary = coefficient(part(split..<scalars.count)) else { return nil }
        if split == 0 { return (0, imaginary) }
        return FloatText.parse(part(0..<split)).map { ($0, imaginary) }
    }

    /// The number before `j`; a lone sign stands for 1.
    private static func coefficient(_ text: String) -> Double? {
        switch text {
        case "", "+": 1
        case "-": -1
        default: FloatText.parse(text)
        }
    }
}
