// Numbers: arithmetic and comparison of int, float and bool.
import BigInt
import Glibc

/// Arithmetic on numbers. Every function gives nil where an operand is no number.
enum Numbers {
    /// An operand as a number.
    private enum Number {
        case int(Int)
        case big(BigInt)
        case float(Double)

        init?(_ value: Value) {
            switch value {
            case .int(let int): self = .int(int)
            case .bool(let bool): self = .int(bool ? 1 : 0)
            case .float(let double): self = .float(double)
            case .object(let object):
                if let integer = object as? IntObject {
                    self = Int(exactly: integer.value).map(Number.int) ?? .big(integer.value)
                } else if let float = object as? FloatObject {
                    self = .float(float.value)
                } else {
                    return nil
                }
            case .unset, .none: return nil
            }
        }

        var big: BigInt? {
            switch self {
            case .int(let int): BigInt(word: int)
            case .big(let big): big
            case .float: nil
            }
        }

        /// As a float.
        /// - Throws: OverflowError for an integer beyond the largest float.
        func double() throws -> Double {
            switch self {
            case .int(let int): return Double(int)
            case .float(let double): return double
            case .big(let big):
                let double = big.nearestDouble
                if double.isInfinite { throw Raised.overflow("int too large to convert to float") }
                return double
            }
        }
    }

    /// `a op b`; nil also where a class of the language may have its own operators.
    static func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
        if case .object(let object) = a, hasUserOperator(object) { return nil }
        if case .object(let object) = b, hasUserOperator(object) { return nil }
        return try plainBinary(op, a, b)
    }

    /// `a op b` of the numbers behind two values, whatever their classes define.
    static func plainBinary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
        guard let left = Number(a), let right = Number(b) else { return nil }
        if case .bool(let x) = a, case .bool(let y) = b {
            switch op {
            case .bitAnd: return .bool(x && y)
            case .bitOr: return .bool(x || y)
            case .bitXor: return .bool(x != y)
            default: break
            }
        }
        switch (left, right) {
        case (.int(let x), .int(let y)):
            return try integers(op, x, y)
        case (.float, _), (_, .float):
            return try floats(op, left.double(), right.double())
        case (.big, _), (_, .big):
            guard let x = left.big, let y = right.big else { return nil }
            return try bigIntegers(op, x, y)
        }
    }

    /// Instances of user classes derived from numbers may define operators of their own.
    private static func hasUserOperator(_ object: Object) -> Bool {
        object.type.isUserDefined && !object.type.userDunders.isEmpty
    }

    private static func integers(_ op: BinaryOperator, _ x: Int, _ y: Int) throws -> Value? {
        switch op {
        case .add:
            let (sum, overflow) = x.addingReportingOverflow(y)
            return overflow ? .integer(BigInt(x) + BigInt(y)) : .int(sum)
        case .subtract:
            let (difference, overflow) = x.subtractingReportingOverflow(y)
            return overflow ? .integer(BigInt(x) - BigInt(y)) : .int(difference)
        case .multiply:
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            return overflow ? .integer(BigInt(x) * BigInt(y)) : .int(product)
        case .divide:
            if y == 0 { throw Raised.zeroDivision("division by zero") }
            if max(x.magnitude, y.magnitude) > 1 << 53 { return .float(try divide(BigInt(x), BigInt(y))) }
            return .float(Double(x) / Double(y))
        case .floorDivide:
            if y == 0 { throw Raised.zeroDivision("integer division or modulo by zero") }
            return y == -1 ? try integers(.subtract, 0, x) : .int(floorDivide(x, y))
        case .modulo:
            if y == 0 { throw Raised.zeroDivision("integer modulo by zero") }
            return .int(y == -1 ? 0 : floorModulo(x, y))
        case .bitAnd: return .int(x & y)
        case .bitOr: return .int(x | y)
        case .bitXor: return .int(x ^ y)
        case .rightShift:
            if y < 0 { throw Raised.valueError("negative shift count") }
            return .int(x >> min(y, 63))
        case .leftShift, .power: return try bigIntegers(op, BigInt(x), BigInt(y))
        case .matrixMultiply: return nil
        }
    }

    /// Rounds towards minus infinity; `y` is neither 0 nor -1.
    @inline(__always)
    static func floorDivide(_ x: Int, _ y: Int) -> Int {
        let quotient = x / y
        return x % y != 0 && (x < 0) != (y < 0) ? quotient - 1 : quotient
    }

    /// Has the sign of `y`, which is neither 0 nor -1.
    @inline(__always)
    static func floorModulo(_ x: Int, _ y: Int) -> Int {
        let rest = x % y
        return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest
    }

    private static func floats(_ op: BinaryOperator, _ x: Double, _ y: Double) throws -> Value? {
        switch op {
        case .add: return .float(x + y)
        case .subtract: return .float(x - y)
        case .multiply: return .float(x * y)
        case .divide:
            if y == 0 { throw Raised.zeroDivision("float division by zero") }
            return .float(x / y)
        case .floorDivide:
            if y == 0 { throw Raised.zeroDivision("float floor division by zero") }
            return .float(floatDivMod(x, y).quotient)
        case .modulo:
            if y == 0 { throw Raised.zeroDivision("float modulo") }
            return .float(floatDivMod(x, y).rest)
        case .power:
            if x < 0 && x.isFinite && y.isFinite && y != y.rounded(.towardZero) { return ComplexObject.rootOfNegative(x, y) }
            return .float(try power(x, y))
        case .matrixMultiply, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor: return nil
        }
    }

    /// `divmod` of floats: the rest has the sign of `y`, the quotient is a whole number.
    static func floatDivMod(_ x: Double, _ y: Double) -> (quotient: Double, rest: Double) {
        var rest = fmod(x, y)
        var quotient = (x - rest) / y
        if rest != 0 {
            if (y < 0) != (rest < 0) {
                rest += y
                quotient -= 1
            }
        } else {
            rest = Double(signOf: y, magnitudeOf: 0)
        }
        if quotient != 0 {
            let whole = quotient.rounded(.down)
            return (quotient - whole > 0.5 ? whole + 1 : whole, rest)
        }
        return (Double(signOf: x / y, magnitudeOf: 0), rest)
    }

    /// `x ** y`
    static func power(_ x: Double, _ y: Double) throws -> Double {
        if x == 0 && y < 0 { throw Raised.zeroDivision("0.0 cannot be raised to a negative power") }
        let result = pow(x, y)
        if result.isInfinite && x.isFinite && y.isFinite {
            throw Raised(.exception("OverflowError"), "(34, 'Numerical result out of range')")
        }
        return result
    }

    /// Integers above this many bits are refused: no program may fill the memory with one shift.
    private static let largestBits = 1 << 25

    private static func bigIntegers(_ op: BinaryOperator, _ x: BigInt, _ y: BigInt) throws -> Value? {
        switch op {
        case .add: return .integer(x + y)
        case .subtract: return .integer(x - y)
        case .multiply:
            guard x.bitWidth + y.bitWidth <= largestBits else { throw Raised.memoryError }
            return .integer(try LargeIntegers.product(x, y))
        case .divide:
            if y.isZero { throw Raised.zeroDivision("division by zero") }
            return .float(try divide(x, y))
        case .floorDivide:
            if y.isZero { throw Raised.zeroDivision("integer division or modulo by zero") }
            return .integer(try floorDivMod(x, y).quotient)
        case .modulo:
            if y.isZero { throw Raised.zeroDivision("integer modulo by zero") }
            return .integer(try floorDivMod(x, y).rest)
        case .power: return try power(x, y)
        case .leftShift:
            if y.sign == .minus { throw Raised.valueError("negative shift count") }
            if x.isZero { return .int(0) }
            guard let bits = Int(exactly: y), bits < largestBits else { throw Raised.memoryError }
            return .integer(x << bits)
        case .rightShift:
            if y.sign == .minus { throw Raised.valueError("negative shift count") }
            guard let bits = Int(exactly: y) else { return .int(x.sign == .minus ? -1 : 0) }
            // Rounded towards minus infinity, as for small integers.
            return .integer(x.sign == .minus ? -((-x - 1) >> bits) - 1 : x >> bits)
        case .bitAnd: return .integer(x & y)
        case .bitOr: return .integer(x | y)
        case .bitXor: return .integer(x ^ y)
        case .matrixMultiply: return nil
        }
    }

    /// The float nearest to the quotient of two integers.
    private static func divide(_ x: BigInt, _ y: BigInt) throws -> Double {
        // Shifted so that the whole quotient has more bits than a float; what is left over decides ties.
        let shift = y.magnitude.bitWidth - x.magnitude.bitWidth + 66
        let (numerator, denominator) = shift >= 0 ? (x.magnitude << shift, y.magnitude) : (x.magnitude, y.magnitude << -shift)
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        let nearest = BigInt(quotient | (rest.isZero ? 0 : 1)).nearestDouble
        let result = scalbn(nearest, -shift)
        if result.isInfinite { throw Raised.overflow("integer division result too large for a float") }
        return (x.sign == .minus) != (y.sign == .minus) ? -result : result
    }

    /// Quotient rounded towards minus infinity, rest with the sign of `y`.
    static func floorDivMod(_ x: BigInt, _ y: BigInt) throws -> (quotient: BigInt, rest: BigInt) {
        let (quotient, rest) = try LargeIntegers.divide(x, by: y)
        if !rest.isZero && (rest.sign != y.sign) { return (quotient - 1, rest + y) }
        return (quotient, rest)
    }

    private static func power(_ x: BigInt, _ y: BigInt) throws -> Value {
        if y.sign == .minus { return .float(try power(x.nearestDouble, y.nearestDouble)) }
        guard let exponent = Int(exactly: y) else {
            if x.isZero || x == 1 { return .integer(x) }
            throw Raised.memoryError
        }
        let (bits, overflow) = x.magnitude.bitWidth.multipliedReportingOverflow(by: exponent)
        guard !overflow && bits <= largestBits || x.magnitude <= 1 else {
            throw Raised.memoryError
        }
        return .integer(try LargeIntegers.power(x, exponent))
    }

    /// `op a`
    static func unary(_ op: UnaryOperator, _ a: Value) -> Value? {
        if case .object(let object) = a, hasUserOperator(object) { return nil }
        return plainUnary(op, a)
    }

    /// `op` of the number behind a value, whatever its class defines.
    static func plainUnary(_ op: UnaryOperator, _ a: Value) -> Value? {
        guard let number = Number(a) else { return nil }
        switch (op, number) {
        case (.negate, .int(let x)): return x == .min ? .integer(-BigInt(x)) : .int(-x)
        case (.negate, .big(let x)): return .integer(-x)
        case (.negate, .float(let x)): return .float(-x)
        case (.plus, .int(let x)): return .int(x)
        case (.plus, .big(let x)): return .integer(x)
        case (.plus, .float(let x)): return .float(x)
        case (.invert, .int(let x)): return .int(~x)
        case (.invert, .big(let x)): return .integer(-x - 1)
        case (.invert, .float), (.not, _): return nil
        }
    }

    /// `a op b`
    static func compare(_ op: Comparison, _ a: Value, _ b: Value) -> Bool? {
        switch (a, b) {
        case (.int(let x), .int(let y)): return op.holds(x, y)
        case (.float(let x), .float(let y)): return op.holds(x, y)
        default: break
        }
        if case .object(let object) = a, hasUserOperator(object) { return nil }
        if case .object(let object) = b, hasUserOperator(object) { return nil }
        return plainCompare(op, a, b)
    }

    /// `a op b` of the numbers behind two values, whatever their classes define.
    static func plainCompare(_ op: Comparison, _ a: Value, _ b: Value) -> Bool? {
        guard let left = Number(a), let right = Number(b) else { return nil }
        switch (left, right) {
        case (.int(let x), .int(let y)): return op.holds(x, y)
        case (.float(let x), .float(let y)): return op.holds(x, y)
        case (.float(let x), _): return compareMixed(op.swapped, right.big ?? 0, x)
        case (_, .float(let y)): return compareMixed(op, left.big ?? 0, y)
        case (.big, _), (_, .big): return op.holds(left.big ?? 0, right.big ?? 0)
        }
    }

    /// Compares an integer with a float exactly, not after rounding the integer.
    private static func compareMixed(_ op: Comparison, _ x: BigInt, _ y: Double) -> Bool {
        if y.isNaN { return op == .notEqual }
        if y.isInfinite { return op.holds(0, y) }
        let whole = BigInt(y.rounded(.down))
        if x != whole { return op.holds(x, whole == x ? whole : (x < whole ? x + 1 : x - 1)) }
        return op.holds(0, y - y.rounded(.down))
    }
}
