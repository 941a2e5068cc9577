// Defines the rows of rounding and of division with a whole result: floor, round, trunc, floor division, remainder …

extension Op {
    /// The next whole number below.
    public static let floor: Op = Op("floor", "FloorBackward0", .promoted, wholeUnchanged(.unary(Floor.self)), .zero)
    /// The next whole number above.
    public static let ceil: Op = Op("ceil", "CeilBackward0", .promoted, wholeUnchanged(.unary(Ceil.self)), .zero)
    /// The next whole number towards 0.
    public static let trunc: Op = Op("trunc", "TruncBackward0", .promoted, wholeUnchanged(.unary(Trunc.self)), .zero)
    /// The nearest whole number, ties to even.
    public static let round: Op = Op("round", "RoundBackward0", .promoted, wholeUnchanged(.unary(Round.self)), .zero)
    /// a rounded to a multiple of 1/b, where b is a power of ten.
    public static let roundScaled: Op = Op("round", "RoundBackward1", .promoted, .binary(RoundScaled.self), .zero)
    /// The part behind the point.
    public static let frac: Op = Op("frac", "FracBackward0", .promoted, .unary(Frac.self), .same)
    /// a / b rounded down.
    public static let floorDivide: Op = Op(
        "floor_divide", "NotImplemented", .promoted, divisionLoops(.binary(FloorDivide.self), "whole_floor") { IntegerDivision.floor($0, $1) },
        check: refuseZero, .zero, .zero)
    /// a / b rounded towards 0.
    public static let truncDivide: Op = Op(
        "div", "DivBackward1", .promoted, divisionLoops(.binary(TruncDivide.self), "whole_quotient") { IntegerDivision.quotient($0, $1) },
        check: refuseZero, .zero, .zero)
    /// a − b · floor(a / b): has the sign of b.
    public static let remainder: Op = Op(
        "remainder", "RemainderBackward0", .promoted, divisionLoops(.binary(Remainder.self), "whole_modulo") { IntegerDivision.modulo($0, $1) },
        check: refuseZero,
        .same, Gradient([.a, .b]) { try Op.neg($0.grad * Op.floor(Op.div($0.a, $0.b))) })
    /// a − b · trunc(a / b): has the sign of a.
    public static let fmod: Op = Op(
        "fmod", "FmodBackward0", .promoted, divisionLoops(.binary(Fmod.self), "whole_remainder") { IntegerDivision.remainder($0, $1) },
        check: refuseZero,
        .same, Gradient([.a, .b]) { try Op.neg($0.grad * Op.trunc(Op.div($0.a, $0.b))) })

    /// Integers have no quotient by zero.
    @Sendable private static func refuseZero(_ operands: Operands, _ type: DType) throws {
        if type.isFloatingPoint { return }
        switch operands.b {
        case .number(let number)?: if number.isTrue { return }
        case .tensor(let divisor)?: if try divisor.all().item().isTrue { return }
        case nil: return
        }
        throw TensorError.runtime("ZeroDivisionError")
    }

    private static func wholeUnchanged(_ loops: Loops) -> Loops {
        var loops = loops
        loops.int = Loops.map { (x: Int) in x }
        return loops.written(.int, "{a}")
    }

    /// - text: the function of kernels on devices
    private static func divisionLoops(_ loops: Loops, _ text: String, _ whole: @escaping @Sendable (Int, Int) -> Int) -> Loops {
        var loops = loops
        loops.int = Loops.zip(whole)
        return loops.written(.int, "\(text)({a}, {b})")
    }
}

/// Division of Ints that cannot trap: division by zero gives 0 (callers check for it first), the least Int by -1 wraps.
enum IntegerDivision {
    /// Rounded towards zero.
    @inline(__always)
    static func quotient(_ a: Int, _ b: Int) -> Int { b == 0 ? 0 : b == -1 ? 0 &- a : a / b }

    /// With the sign of `a`.
    @inline(__always)
    static func remainder(_ a: Int, _ b: Int) -> Int { b == 0 || b == -1 ? 0 : a % b }

    /// The quotient rounded down.
    @inline(__always)
    static func floor(_ a: Int, _ b: Int) -> Int {
        let q = quotient(a, b)
        return remainder(a, b) != 0 && (a < 0) != (b < 0) ? q - 1 : q
    }

    /// The remainder with the sign of `b`.
    @inline(__always)
    static func modulo(_ a: Int, _ b: Int) -> Int {
        let r = remainder(a, b)
        return r != 0 && (r < 0) != (b < 0) ? r + b : r
    }
}

/// The formula of `floor`.
enum Floor: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.floor(x) }
}
/// The formula of `ceil`.
enum Ceil: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.ceil(x) }
}
/// The formula of `trunc`.
enum Trunc: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.trunc(x) }
}
/// The formula of `round`.
enum Round: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { S.round(x) }
}
/// The formula of `roundScaled`.
enum RoundScaled: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S, _ scale: S) -> S { S.round(x * scale) / scale }
}
/// The formula of `frac`.
enum Frac: UnaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S) -> S { x - S.trunc(x) }
}
/// The formula of `floorDivide`.
enum FloorDivide: BinaryFormula {
    /// As Python's `//`: exact for representable results, infinite for division by zero.
    @inline(__always)
    static func value<S: Real>(_ x: S, _ y: S) -> S {
        let r = S.fmod(x, y)
        let opposite = S.not(S.equal(S.sign(r), S.sign(y)))
        var q = (x - r) / y
        q = S.select(S.both(S.not(S.equal(r, S.zero)), opposite), q - S.one, q)
        let floored = S.floor(q)
        let exact = S.select(S.less(S(constant: 0.5), q - floored), floored + S.one, floored)
        return S.select(S.equal(y, S.zero), x / y, exact)
    }
}
/// The formula of `truncDivide`.
enum TruncDivide: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S, _ y: S) -> S { S.trunc(x / y) }
}
/// The formula of `remainder`.
enum Remainder: BinaryFormula {
    @inline(__always)
    static func value<S: Real>(_ x: S, _ y: S) -> S {
        let r = S.fmod(x, y)
        let opposite = S.either(S.both(S.less(r, S.zero), S.less(S.zero, y)), S.both(S.less(S.zero, r), S.less(y, S.zero)))
        return S.select(opposite, r + y, r)
    }
}
/// The formula of `fmod`.
enum Fmod: BinaryFormula {
    @inline(__always) static func value<S: Real>(_ x: S, _ y: S) -> S { S.fmod(x, y) }
}
