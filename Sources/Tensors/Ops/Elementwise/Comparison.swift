// Defines the rows of comparisons, logic and bit operations.

extension Op {
    /// `a == b`.
    public static let eq: Op = Op("eq", "", .predicate, .predicate(Equal.self) { $0 == $1 })
    /// `a != b`.
    public static let ne: Op = Op("ne", "", .predicate, .predicate(NotEqual.self) { $0 != $1 })
    /// `a < b`.
    public static let lt: Op = Op("lt", "", .predicate, .predicate(Less.self) { !$0 && $1 })
    /// `a <= b`.
    public static let le: Op = Op("le", "", .predicate, .predicate(LessOrEqual.self) { !$0 || $1 })
    /// `a > b`.
    public static let gt: Op = Op("gt", "", .predicate, .predicate(Greater.self) { $0 && !$1 })
    /// `a >= b`.
    public static let ge: Op = Op("ge", "", .predicate, .predicate(GreaterOrEqual.self) { $0 || !$1 })

    /// Both are true (not zero).
    public static let logicalAnd: Op = Op("logical_and", "", .logical, Loops(bool: Loops.zip { (x: Bool, y: Bool) in x && y }, arity: 2).written("{a} && {b}"))
    /// One is true.
    public static let logicalOr: Op = Op("logical_or", "", .logical, Loops(bool: Loops.zip { (x: Bool, y: Bool) in x || y }, arity: 2).written("{a} || {b}"))
    /// Exactly one is true.
    public static let logicalXor: Op = Op("logical_xor", "", .logical, Loops(bool: Loops.zip { (x: Bool, y: Bool) in x != y }, arity: 2).written("{a} != {b}"))
    /// Not true.
    public static let logicalNot: Op = Op("logical_not", "", .logical, Loops(bool: Loops.map { (x: Bool) in !x }).written("!{a}"))

    /// `a & b`.
    public static let bitwiseAnd: Op = Op("bitwise_and", "", .promoted, Loops(
        int: Loops.zip { (x: Int, y: Int) in x & y }, bool: Loops.zip { (x: Bool, y: Bool) in x && y }, arity: 2).written("{a} & {b}"))
    /// `a | b`.
    public static let bitwiseOr: Op = Op("bitwise_or", "", .promoted, Loops(
        int: Loops.zip { (x: Int, y: Int) in x | y }, bool: Loops.zip { (x: Bool, y: Bool) in x || y }, arity: 2).written("{a} | {b}"))
    /// `a ^ b`.
    public static let bitwiseXor: Op = Op("bitwise_xor", "", .promoted, Loops(
        int: Loops.zip { (x: Int, y: Int) in x ^ y }, bool: Loops.zip { (x: Bool, y: Bool) in x != y }, arity: 2).written("{a} ^ {b}"))
    /// `~a`.
    public static let bitwiseNot: Op = Op("bitwise_not", "", .promoted, Loops(
        int: Loops.map { (x: Int) in ~x }, bool: Loops.map { (x: Bool) in !x }).written(.int, "~{a}").written(.bool, "!{a}"))
    /// `a << b`.
    public static let shiftLeft: Op = Op("bitwise_left_shift", "", .promoted, Loops(
        int: Loops.zip { (x: Int, y: Int) in y < 0 ? 0 : x << y }, arity: 2).written(.int, "({b} < 0 || {b} > 63) ? 0L : {a} << {b}"), kernel: "lshift_cpu")
    /// `a >> b`, keeping the sign.
    public static let shiftRight: Op = Op("bitwise_right_shift", "", .promoted, Loops(
        int: Loops.zip { (x: Int, y: Int) in y < 0 ? (x < 0 ? -1 : 0) : x >> y }, arity: 2).written(.int, "({b} < 0 || {b} > 63) ? ({a} < 0 ? -1L : 0L) : {a} >> {b}"), kernel: "rshift_cpu")

    /// Whether a value is not a number.
    public static let isnan: Op = Op("isnan", "", .predicate, Loops(
        float: Loops.map { (x: Float) in x != x }, double: Loops.map { (x: Double) in x != x },
        int: Loops.map { (_: Int) in false }, bool: Loops.map { (_: Bool) in false }).written("{a} != {a}"))
    /// Whether a value is infinite.
    public static let isinf: Op = Op("isinf", "", .predicate, Loops(
        float: Loops.map { (x: Float) in x.magnitude == .infinity }, double: Loops.map { (x: Double) in x.magnitude == .infinity },
        int: Loops.map { (_: Int) in false }, bool: Loops.map { (_: Bool) in false })
        .written("0").written(.float, "fabs({a}) == INFINITY").written(.double, "fabs({a}) == INFINITY"))
    /// Whether a value is neither infinite nor nan.
    public static let isfinite: Op = Op("isfinite", "", .predicate, Loops(
        float: Loops.map { (x: Float) in x.magnitude < .infinity }, double: Loops.map { (x: Double) in x.magnitude < .infinity },
        int: Loops.map { (_: Int) in true }, bool: Loops.map { (_: Bool) in true })
        .written("1").written(.float, "fabs({a}) < INFINITY").written(.double, "fabs({a}) < INFINITY"))
    /// Whether the sign bit is set.
    public static let signbit: Op = Op("signbit", "", .predicate, Loops(
        float: Loops.map { (x: Float) in x.sign == .minus }, double: Loops.map { (x: Double) in x.sign == .minus },
        int: Loops.map { (x: Int) in x < 0 }, bool: Loops.map { (_: Bool) in false })
        .written("signbit({a}) != 0").written(.int, "{a} < 0").written(.bool, "0"))
}

/// The formula of `equal`.
enum Equal: Predicate {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S.Mask { S.equal(x, y) }
}
/// The formula of `notEqual`.
enum NotEqual: Predicate {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S.Mask { S.not(S.equal(x, y)) }
}
/// The formula of `less`.
enum Less: Predicate {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S.Mask { S.less(x, y) }
}
/// The formula of `lessOrEqual`.
enum LessOrEqual: Predicate {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S.Mask { S.either(S.less(x, y), S.equal(x, y)) }
}
/// The formula of `greater`.
enum Greater: Predicate {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S.Mask { S.less(y, x) }
}
/// The formula of `greaterOrEqual`.
enum GreaterOrEqual: Predicate {
    @inline(__always) static func value<S: Scalar>(_ x: S, _ y: S) -> S.Mask { S.either(S.less(y, x), S.equal(x, y)) }
}
