// The module `math`.
import BigInt
import Glibc
import Runtime

enum MathModule {
    static let module: @Sendable () -> Module = {
        Module(
            "math", doc: "Mathematical functions of floats and integers.", rows: elementary + rounding + summing + integers + parts,
            constants: [("pi", .float(.pi)), ("e", .float(M_E)), ("tau", .float(2 * .pi)), ("inf", .float(.infinity)), ("nan", .float(.nan))])
    }

    /// A function of one float. A NaN made from a number is a domain error, an infinity made from a finite number a range error.
    private static func unary(_ name: String, _ doc: String, isPole: Bool = false, _ body: @escaping @Sendable (Double) -> Double) -> Row {
        def("\(name)(x, /)", doc, example: "math.\(name)(0.5)") { (x: Double) in
            let result = body(x)
            if result.isNaN, !x.isNaN { throw Raised.valueError("math domain error") }
            if result.isInfinite, x.isFinite { throw isPole ? Raised.valueError("math domain error") : Raised.overflow("math range error") }
            return result
        }
    }

    private static var elementary: [Row] {
        [
            unary("sqrt", "The square root.") { sqrt($0) }, unary("cbrt", "The cube root.") { cbrt($0) },
            unary("exp", "e to the power x.") { exp($0) }, unary("exp2", "2 to the power x.") { exp2($0) },
            unary("expm1", "exp(x) - 1, exact near 0.") { expm1($0) }, unary("log1p", "log(1 + x), exact near 0.", isPole: true) { log1p($0) },
            unary("sin", "The sine.") { sin($0) }, unary("cos", "The cosine.") { cos($0) }, unary("tan", "The tangent.") { tan($0) },
            unary("asin", "The arc sine.") { asin($0) }, unary("acos", "The arc cosine.") { acos($0) }, unary("atan", "The arc tangent.") { atan($0) },
            unary("sinh", "The hyperbolic sine.") { sinh($0) }, unary("cosh", "The hyperbolic cosine.") { cosh($0) },
            unary("tanh", "The hyperbolic tangent.") { tanh($0) }, unary("asinh", "The inverse of sinh.") { asinh($0) },
            unary("acosh", "The inverse of cosh.") { acosh($0) }, unary("atanh", "The inverse of tanh.", isPole: true) { atanh($0) },
            unary("erf", "The error function.") { erf($0) }, unary("erfc", "1 - erf(x).") { erfc($0) },
            unary("gamma", "The gamma function.", isPole: false) { $0 <= 0 && $0 == floor($0) ? .nan : tgamma($0) },
            unary("lgamma", "The logarithm of the absolute value of gamma.", isPole: true) { lgamma($0) },
        ] + [
            unary("degrees", "Radians to degrees.") { $0 * (180 / .pi) }, unary("radians", "Degrees to radians.") { $0 * (.pi / 180) },
            unary("fabs", "The absolute value as a float.") { $0.magnitude },
            def("log(x, base=None, /)", "The natural logarithm, or the one to a base.", example: "math.log(8, 2)") { (x: Value, base: Value) in
                let numerator = try logarithm(x) { log($0) }
                if base.isNone { return numerator }
                let denominator = try logarithm(base) { log($0) }
                if denominator == 0 { throw Raised.zeroDivision("float division by zero") }
                return numerator / denominator
            },
            def("log2(x, /)", "The logarithm to base 2.", example: "math.log2(8)") { (x: Value) in try logarithm(x, bits: 1) { log2($0) } },
            def("log10(x, /)", "The logarithm to base 10.", example: "math.log10(1000)") { (x: Value) in try logarithm(x, bits: 0.30102999566398119521) { log10($0) } },
            def("pow(x, y, /)", "x to the power y as floats.", example: "math.pow(2, 10)") { (x: Double, y: Double) in
                let result = pow(x, y)
                if result.isNaN, !x.isNaN, !y.isNaN { throw Raised.valueError("math domain error") }
                if result.isInfinite, x.isFinite, y.isFinite {
                    throw x == 0 ? Raised.valueError("math domain error") : Raised.overflow("math range error")
                }
                return result
            },
            def("atan2(y, x, /)", "The angle of a point.", example: "math.atan2(1, 1)") { (y: Double, x: Double) in atan2(y, x) },
            def("hypot(*coordinates)", "The length of a vector.", example: "math.hypot(3, 4)") { (coordinates: TupleObject) in
                let values = try coordinates.elements.map { try double($0) }
                return norm(values)
            },
            def("dist(p, q, /)", "The distance of two points.", example: "math.dist((0, 0), (3, 4))") { (p: Value, q: Value) in
                let (a, b) = (try p.elements(), try q.elements())
                guard a.count == b.count else { throw Raised.valueError("both points must have the same number of dimensions") }
                return norm(try zip(a, b).map { try double($0) - double($1) })
            },
        ]
    }

    /// The length of a vector, correctly rounded but for rare ties: exact squares, one root, one step of Newton's method.
    private static func norm(_ values: [Double]) -> Double {
        let largest = values.map(\.magnitude).max() ?? 0
        if values.contains(where: \.isInfinite) { return .infinity }
        if values.contains(where: \.isNaN) { return .nan }
        guard largest > 0 else { return 0 }
        let exponent = Int(largest.exponent)
        func square(_ x: Double) -> [Double] {
            let high = x * x
            return [high, (-high).addingProduct(x, x)]
        }
        let squares = values.flatMap { square(scalbn($0, -exponent)) }
        let root = exactSum(squares).squareRoot()
        let rest = exactSum(squares + square(root).map { -$0 })
        return scalbn(root + rest / (2 * root), exponent)
    }

    private static func double(_ value: Value) throws -> Double {
        guard let number = try value.number() else { throw Raised.typeError("must be real number, not \(value.type.name)") }
        return number
    }

    /// A logarithm, also of integers beyond the largest float; `bits` is the logarithm of 2.
    private static func logarithm(_ x: Value, bits: Double = 0.69314718055994530942, _ body: (Double) -> Double) throws -> Double {
        if let big = x.bigInteger {
            guard big > 0 else { throw Raised.valueError("math domain error") }
            if big.bitWidth < 1000 { return body(big.nearestDouble) }
            let shift = big.bitWidth - 64
            return body((big >> shift).nearestDouble) + Double(shift) * bits
        }
        let number = try double(x)
        if number <= 0 { throw Raised.valueError("math domain error") }
        return body(number)
    }

    private static var rounding: [Row] {
        [
            whole("floor", "The largest integer that is not above.", .floor) { $0.rounded(.down) },
            whole("ceil", "The smallest integer that is not below.", .ceil) { $0.rounded(.up) },
            whole("trunc", "The integer part.", .trunc) { $0.rounded(.towardZero) },
            def("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Whether two numbers are nearly equal.", example: "math.isclose(0.1 + 0.2, 0.3)") {
                (a: Double, b: Double, relative: Double, absolute: Double) in
                if relative < 0 || absolute < 0 { throw Raised.valueError("tolerances must be non-negative") }
                if a == b { return true }
                if a.isInfinite || b.isInfinite { return false }
                let difference = (a - b).magnitude
                return difference <= (relative * b).magnitude || difference <= (relative * a).magnitude || difference <= absolute
            },
            def("isnan(x, /)", "Whether a number is NaN.") { (x: Double) in x.isNaN },
            def("isinf(x, /)", "Whether a number is infinite.") { (x: Double) in x.isInfinite },
            def("isfinite(x, /)", "Whether a number is neither NaN nor infinite.") { (x: Double) in x.isFinite },
        ]
    }

    private static func whole(_ name: String, _ doc: String, _ dunder: Dunder, _ body: @escaping @Sendable (Double) -> Double) -> Row {
        def("\(name)(x, /)", doc, example: "math.\(name)(-1.5)") { (x: Value) in
            if let big = x.bigInteger { return Value.integer(big) }
            if case .object(let object) = x, object.type.lookup(dunder.name) != nil { return try x.callMethod(dunder.name) }
            if dunder == .trunc, x.type !== Class.float {
                throw Raised.typeError("type \(x.type.name) doesn't define __trunc__ method")
            }
            let number = try double(x)
            if number.isNaN { throw Raised.valueError("cannot convert float NaN to integer") }
            if number.isInfinite { throw Raised.overflow("cannot convert float infinity to integer") }
            return .integer(BigInt(body(number)))
        }
    }

    private static var summing: [Row] {
        [
            def("fsum(seq, /)", "The exact sum, rounded once.", example: "math.fsum([0.1] * 10)") { (values: Value) in
                let numbers = try values.elements().map { try double($0) }
                guard numbers.allSatisfy(\.isFinite) else {
                    let sum = numbers.reduce(0, +)
                    if sum.isNaN, !numbers.contains(where: \.isNaN) { throw Raised.valueError("-inf + inf in fsum") }
                    return sum
                }
                let sum = exactSum(numbers)
                guard sum.isFinite else { throw Raised.overflow("intermediate overflow in fsum") }
                return sum
            },
            def("prod(iterable, /, *, start=1)", "The product of the elements.", example: "math.prod([1, 2, 3])") { (values: Value, start: Value) in
                var result = start
                try values.forEach { result = try Value.binary(.multiply, result, $0) }
                return result
            },
            def("sumprod(p, q, /)", "The sum of products.") { (p: Value, q: Value) in
                var total: Value = 0
                for (a, b) in zip(try p.elements(), try q.elements()) { total = try Value.binary(.add, total, Value.binary(.multiply, a, b)) }
                return total
            },
        ]
    }

    /// Adds without rounding in between: partial sums that do not overlap (Shewchuk 1997), rounded half to even at the end.
    static func exactSum(_ values: [Double]) -> Double {
        var partials: [Double] = []
        for value in values {
            var x = value
            var kept: [Double] = []
            for partial in partials {
                var y = partial
                if x.magnitude < y.magnitude { swap(&x, &y) }
                let high = x + y
                let low = y - (high - x)
                if low != 0 { kept.append(low) }
                x = high
            }
            partials = kept + [x]
        }
        guard var high = partials.popLast() else { return 0 }
        while let y = partials.popLast() {
            let x = high
            high = x + y
            let low = y - (high - x)
            guard low != 0 else { continue }
            // A tie is decided by the sign of what follows.
            if let next = partials.last, (low < 0) == (next < 0) {
                let doubled = low * 2
                let rounded = high + doubled
                if rounded - high == doubled { high = rounded }
            }
            break
        }
        return high
    }

    private static var integers: [Row] {
        [
            def("factorial(n, /)", "The product of 1 to n.", example: "math.factorial(5)") { (n: Value) in
                let count = try count(n, "factorial() not defined for negative values")
                guard count <= 100_000 else { throw Raised.overflow("factorial() argument is too large") }
                return Value.integer(try product(1, count))
            },
            def("gcd(*integers)", "The greatest common divisor.", example: "math.gcd(12, 18)") { (values: TupleObject) in
                try values.elements.reduce(BigInt(0)) { try LargeIntegers.gcd($0, integer($1)) }
            },
            def("lcm(*integers)", "The least common multiple.", example: "math.lcm(4, 6)") { (values: TupleObject) in
                try values.elements.reduce(BigInt(1)) { total, value in
                    let next = try integer(value)
                    return next.isZero || total.isZero ? 0 : BigInt(try LargeIntegers.product(total / LargeIntegers.gcd(total, next), next).magnitude)
                }
            },
            def("comb(n, k, /)", "The number of ways to choose k of n.", example: "math.comb(5, 2)") { (n: Value, k: Value) in
                let total = try count(n, "n must be a non-negative integer"), chosen = try count(k, "k must be a non-negative integer")
                guard chosen <= total else { return BigInt(0) }
                let few = min(chosen, total - chosen)
                return try LargeIntegers.divide(product(total - few + 1, total), by: product(1, few)).quotient
            },
            def("perm(n, k=None, /)", "The number of ways to arrange k of n.", example: "math.perm(5, 2)") { (n: Value, k: Value) in
                let total = try count(n, "n must be a non-negative integer")
                let chosen = k.isNone ? total : try count(k, "k must be a non-negative integer")
                return chosen > total ? BigInt(0) : try product(total - chosen + 1, total)
            },
            def("isqrt(n, /)", "The integer part of the square root.", example: "math.isqrt(17)") { (n: Value) in
                let value = try integer(n)
                if value.sign == .minus { throw Raised.valueError("isqrt() argument must be nonnegative") }
                return try LargeIntegers.squareRoot(value)
            },
        ]
    }

    private static func integer(_ value: Value) throws -> BigInt {
        guard let big = try value.bigIndex() else { throw Raised.typeError("'\(value.type.name)' object cannot be interpreted as an integer") }
        return big
    }

    private static func count(_ value: Value, _ message: String) throws -> Int {
        let big = try integer(value)
        if big.sign == .minus { throw Raised.valueError(message) }
        guard let int = Int(exactly: big), int < 1 << 24 else { throw Raised.overflow("Python int too large to convert to C long") }
        return int
    }

    /// The product of `low…high`, halved recursively so that the factors stay balanced.
    private static func product(_ low: Int, _ high: Int) throws -> BigInt {
        if low > high { return 1 }
        if high - low < 8 { return (low...high).reduce(BigInt(1)) { $0 * BigInt($1) } }
        let middle = (low + high) / 2
        return try LargeIntegers.product(product(low, middle), product(middle + 1, high))
    }

    private static var parts: [Row] {
        [
            def("copysign(x, y, /)", "x with the sign of y.") { (x: Double, y: Double) in copysign(x, y) },
            def("fmod(x, y, /)", "The remainder with the sign of x.") { (x: Double, y: Double) in
                if (y == 0 && !x.isNaN) || (x.isInfinite && !y.isNaN) { throw Raised.valueError("math domain error") }
                return fmod(x, y)
            },
            def("remainder(x, y, /)", "The remainder of the nearest multiple.") { (x: Double, y: Double) in
                if (y == 0 && !x.isNaN) || (x.isInfinite && !y.isNaN) { throw Raised.valueError("math domain error") }
                return remainder(x, y)
            },
            def("modf(x, /)", "The fractional and the whole part.", example: "math.modf(2.5)") { (x: Double) in
                if x.isInfinite { return Value.tuple([.float(copysign(0, x)), .float(x)]) }
                let whole = x.rounded(.towardZero)
                return .tuple([.float(copysign(x - whole, x)), .float(whole)])
            },
            def("frexp(x, /)", "Mantissa and exponent of 2.", example: "math.frexp(8)") { (x: Double) in
                guard x.isFinite, x != 0 else { return Value.tuple([.float(x), 0]) }
                return .tuple([.float(copysign(x.significand / 2, x)), .int(Int(x.exponent) + 1)])
            },
            def("ldexp(x, i, /)", "x times 2 to the power i.") { (x: Double, exponent: Int) in
                let result = scalbn(x, Int32(clamping: exponent))
                if result.isInfinite, x.isFinite { throw Raised.overflow("math range error") }
                return result
            },
            def("nextafter(x, y, /)", "The next float towards y.") { (x: Double, y: Double) in nextafter(x, y) },
            def("ulp(x, /)", "The distance to the next float.") { (x: Double) in x.isFinite ? x.magnitude.ulp : x.magnitude },
        ]
    }
}
